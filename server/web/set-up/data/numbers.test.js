import assert from "node:assert/strict";
import { test } from "node:test";
import { number, optional } from "./kinds.js";
import { numberTyped } from "./numbers.js";

test("a number is one, an empty field is nothing where it may be, and what is no number stays as it was typed", () => {
  const must = number(1, 240, "minutes");
  assert.deepEqual([" 12 ", "007", "12.5", "mười", "", "99999999"].map((typed) => numberTyped(typed, must)),
    [12, 7, "12.5", "mười", "", "99999999"]);
  assert.equal(numberTyped(" ", { ...must, ...optional }), undefined);
});
