import assert from "node:assert/strict";
import { test } from "node:test";
import { formatDate, minutesBetween, stampAt, wallClock } from "./time.js";

const STAMP = "2026-11-24T09:42:10+07:00";

test("the time of day is the office's, wherever the screen is", () => {
  assert.equal(wallClock(STAMP), "09:42");
  assert.equal(wallClock("2026-11-24T00:05:00+07:00"), "00:05");
});

test("dates are written as people say them", () => {
  assert.equal(formatDate(STAMP, "vi"), "Thứ Ba, 24/11");
  assert.equal(formatDate(STAMP, "en"), "Tuesday, 24 Nov");
  assert.equal(formatDate(STAMP, "vi", "full"), "24/11/2026");
  assert.equal(formatDate(STAMP, "en", "full"), "24 Nov 2026");
  assert.equal(formatDate("2026-11-29T00:05:00+07:00", "vi"), "Chủ Nhật, 29/11");
});

test("minutes are whole and never negative", () => {
  assert.equal(minutesBetween(STAMP, "2026-11-24T09:44:09+07:00"), 1);
  assert.equal(minutesBetween(STAMP, "2026-11-24T02:44:10Z"), 2);
  assert.equal(minutesBetween(STAMP, Date.parse(STAMP) - 60_000), 0);
});

test("a time keeps the office's offset", () => {
  assert.equal(stampAt(Date.parse(STAMP), "+07:00"), STAMP);
  assert.equal(stampAt(Date.parse(STAMP), "Z"), "2026-11-24T02:42:10Z");
  assert.equal(stampAt(Date.parse(STAMP), "-03:30"), "2026-11-23T23:12:10-03:30");
});
