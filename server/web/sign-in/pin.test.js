import assert from "node:assert/strict";
import { test } from "node:test";
import { digitsOf, isJustComplete, missing, PIN_DIGITS } from "./pin.js";

test("a PIN is digits, and never more than six", () => {
  assert.equal(digitsOf("12 34-5a6"), "123456");
  assert.equal(digitsOf("1234567"), "123456");
  assert.equal(digitsOf("").length, 0);
  assert.equal(PIN_DIGITS, 6);
});

test("a PIN that is shorter says how many digits are missing", () => {
  assert.deepEqual(["", "4711", "471100"].map(missing), [6, 2, 0]);
});

test("the last digit completes the PIN once", () => {
  assert.equal(isJustComplete(4, "47110"), false);
  assert.equal(isJustComplete(5, "471100"), true);
  assert.equal(isJustComplete(0, "471100"), true);
  assert.equal(isJustComplete(6, "471100"), false);
});
