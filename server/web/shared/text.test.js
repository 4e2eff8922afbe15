import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { Text } from "./text.js";

const FOLDER = new URL("../../../config/text/", import.meta.url);
const WEB = new URL("../", import.meta.url);

test("numbers have no thousands separators, texts no isolating marks", () => {
  const text = new Text("vi", ["waiting = Đang chờ { $count } người\nyear = Năm { $year }"]);
  assert.equal(text.say("waiting", { count: 23 }), "Đang chờ 23 người");
  assert.equal(text.say("year", { year: 2026 }), "Năm 2026");
});

test("an unknown message gives its id, a missing value does not throw", () => {
  const text = new Text("vi", ["hello = Chào { $name }"]);
  assert.equal(text.say("nothing-here"), "nothing-here");
  assert.match(text.say("hello"), /^Chào /);
});

for (const area of ["wall", "counter"]) {
  test(`every text that the ${area} page asks for is there, in each language`, () => {
    const sources = readdirSync(new URL(`${area}/`, WEB)).filter((file) => /^[a-z-]+\.js$/.test(file));
    const code = sources.map((file) => readFileSync(new URL(`${area}/${file}`, WEB), "utf8")).join("\n");
    const asked = [...code.matchAll(new RegExp(`"(${area}-[a-z-]+)"`, "g"))].map(([, id]) => id);
    assert.ok(asked.length > 5);
    for (const language of ["vi", "en"]) {
      const text = new Text(language, [readFileSync(new URL(`${language}/${area}.ftl`, FOLDER), "utf8")]);
      for (const id of asked) assert.notEqual(text.say(id), id, `${language}: ${id}`);
    }
  });
}
