import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { languagesOfBand } from "./rehearsal.js";
import { Text } from "./text.js";

test("the band speaks the page's language first and one more", () => {
  assert.deepEqual(languagesOfBand(["vi", "en"], "en"), ["en", "vi"]);
  assert.deepEqual(languagesOfBand(["vi", "en", "fr"], "vi"), ["vi", "en"]);
  assert.deepEqual(languagesOfBand(["vi"], "vi"), ["vi"]);
});

test("the band says in both languages that it is a rehearsal and not real", () => {
  const said = (/** @type {string} */ language) => new Text(language, [
    readFileSync(new URL(`../../../config/text/${language}/common.ftl`, import.meta.url), "utf8"),
  ]).say("common-rehearsal");
  assert.match(said("vi"), /TẬP HUẤN.*không phải/);
  assert.match(said("en"), /REHEARSAL.*not real/);
});
