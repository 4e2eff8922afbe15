import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { strandedInWords } from "./stranded.js";
import { Text } from "./text.js";

/** @param {string} language */
const text = (language) =>
  new Text(language, [readFileSync(new URL(`../../../config/text/${language}/common.ftl`, import.meta.url), "utf8")]);
const named = (/** @type {string} */ code) => ({ H: "Bảo hiểm" })[code] ?? code;

test("each service that nobody serves is said with how many wait and who could serve it", () => {
  const stranded = [{ service: "H", waiting: 3, counters: [5, 6] }, { service: null, waiting: 1, counters: [2] }];
  assert.equal(strandedInWords(stranded, text("vi"), named), "Bảo hiểm: 3 người đang chờ, chưa có quầy nào mở "
    + "(Quầy 5, 6). 1 người chỉ chờ Quầy 2, quầy đang tạm nghỉ.");
  assert.match(strandedInWords(stranded, text("en"), named), /1 person waits for Counter 2 alone/);
  assert.match(strandedInWords([{ service: "Z", waiting: 1, counters: [] }], text("vi"), named), /^Z: .*không có quầy/);
});

test("of many services the first are said, and how many wait for the others", () => {
  const stranded = ["A", "C", "D", "E", "H"].map((service) => ({ service, waiting: 2, counters: [1] }));
  assert.match(strandedInWords(stranded, text("en"), named), /So do 4 more people\.$/);
});

test("whom a paused counter will call again waits for the end of the pause", () => {
  const stranded = [{ service: "H", waiting: 3, counters: [1, 3, 5] }];
  assert.equal(strandedInWords(stranded, text("vi"), named, [1, 3]),
    "Bảo hiểm: 3 người đang chờ Quầy 1, 3 hết giờ tạm nghỉ.");
  assert.match(strandedInWords(stranded, text("en"), named, [3]), /wait for the end of the pause .*Counter 3/);
  assert.match(strandedInWords(stranded, text("vi"), named, [2]), /chưa có quầy nào mở/);
});
