import assert from "node:assert/strict";
import { test } from "node:test";
import { when } from "./when.js";

test("a time of today is a clock, another one has its day", () => {
  const now = "2026-11-27T16:05:00+07:00";
  assert.equal(when("2026-11-27T09:42:10+07:00", now, "en"), "09:42");
  assert.match(String(when("2026-11-24T09:42:10+07:00", now, "vi")), /^09:42, .*24/);
  assert.equal(when(null, now, "en"), null);
});
