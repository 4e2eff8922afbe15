import assert from "node:assert/strict";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { test } from "node:test";
import { phrasesOf } from "../../../config/voice/phrases.js";

/** More than the longest sentence takes. */
const CLIP_BYTES_MAX = 24_000;
/** All clips of a language: they are part of the program. */
const ALL_BYTES_MAX = 1_200_000;

for (const language of ["vi", "en"]) {
  const folder = new URL(`voice/${language}/`, import.meta.url);
  const list = JSON.parse(readFileSync(new URL("list.json", folder), "utf8"));

  test(`every fixed sentence and every name of the shipped set-up has a clip in ${language}`, () => {
    const missing = [...phrasesOf(language).keys()].filter((key) => !Object.hasOwn(list, key));
    assert.deepEqual(missing, [], "make them: node config/voice/make.js");
    assert.ok(Object.keys(list).length > 150);
  });

  test(`every clip in ${language} is there, is Ogg, small and said by something`, () => {
    const files = readdirSync(folder).filter((file) => file.endsWith(".ogg"));
    assert.deepEqual(files.sort(), [...new Set(Object.values(list))].sort());
    let all = 0;
    for (const file of files) {
      const { size } = statSync(new URL(file, folder));
      assert.ok(size > 500 && size < CLIP_BYTES_MAX, `${file}: ${size} bytes`);
      assert.equal(readFileSync(new URL(file, folder)).subarray(0, 4).toString(), "OggS", file);
      all += size;
    }
    assert.ok(all < ALL_BYTES_MAX, `${all} bytes`);
  });
}
