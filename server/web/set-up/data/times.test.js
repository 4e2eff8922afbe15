import assert from "node:assert/strict";
import { test } from "node:test";
import { timeTyped } from "./times.js";

test("times are taken as people write them", () => {
  for (const [typed, time] of [
    ["7", "07:00"], ["730", "07:30"], ["1630", "16:30"], ["7h30", "07:30"], ["7h", "07:00"], ["13.05", "13:05"],
    [" 07:30 ", "07:30"], ["0:00", "00:00"],
  ]) assert.equal(timeTyped(typed), time, typed);
});

test("what is no time stays as it was typed, so that it can be mended", () => {
  for (const typed of ["", "25:00", "7:75", "sáng", "12345"]) assert.equal(timeTyped(typed), typed);
  assert.equal(timeTyped("7-8"), "78");
});
