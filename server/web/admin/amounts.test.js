import assert from "node:assert/strict";
import { test } from "node:test";
import { amount, count, dayOf, moment, seconds } from "./amounts.js";
import { textIn } from "./office-state.test-data.js";

test("sizes are short and in the reader's own writing", () => {
  const sizes = [0, 400, 20_480, 999_600, 2_340_000, 9_960_000, 21_688_500_224, 4_000_000_000_000, 5e15];
  const english = sizes.map((bytes) => amount(bytes, "en").replace("\u00a0", " "));
  assert.deepEqual(english, ["0 KB", "1 KB", "20 KB", "1 MB", "2.3 MB", "10 MB", "22 GB", "4 TB", "5,000 TB"]);
  assert.equal(amount(2_340_000, "vi"), "2,3\u00a0MB");
});

test("counts have marks between thousands", () => {
  assert.deepEqual([count(1_239_503, "vi"), count(1_239_503, "en")], ["1.239.503", "1,239,503"]);
});

test("seconds have as many digits as matter", () => {
  assert.deepEqual([0, 94, 134, 1_240, 14_400].map((ms) => seconds(ms, "en")), ["0.01", "0.09", "0.13", "1.2", "14"]);
});

test("days are said as people say them", () => {
  const now = "2026-11-25T00:05:00+07:00";
  const english = textIn("en");
  const day = (stamp) => dayOf(stamp, now, english);
  assert.equal(day("2026-11-25T00:01:00+07:00"), "today");
  assert.equal(day("2026-11-24T23:59:00+07:00"), "yesterday");
  assert.equal(day("2026-11-26T09:00:00+07:00"), "tomorrow");
  assert.equal(day("2026-11-20T09:00:00+07:00"), "Friday, 20 Nov");
  assert.equal(day("2025-11-20T09:00:00+07:00"), "20 Nov 2025");
  assert.equal(moment("2026-11-24T09:14:00+07:00", now, textIn("vi")), "hôm qua lúc 09:14");
});
