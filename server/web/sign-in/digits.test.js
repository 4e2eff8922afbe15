import assert from "node:assert/strict";
import { test } from "node:test";
import { digitOf, nothingTyped, PAUSE_MS, typeDigit } from "./digits.js";

const event = { key: "3", code: "Numpad3", ctrlKey: false, altKey: false, metaKey: false };

test("a digit that can mean only one number chooses it at once", () => {
  const { match, certain } = typeDigit(nothingTyped(), "3", [1, 2, 3, 4, 5], 0);
  assert.equal(match, 3);
  assert.equal(certain, true);
});

test("a digit that begins a longer number waits for the next one", () => {
  const numbers = [1, 2, 10, 12];
  const first = typeDigit(nothingTyped(), "1", numbers, 0);
  assert.deepEqual([first.match, first.certain], [1, false]);
  const second = typeDigit(first.typed, "2", numbers, 300);
  assert.deepEqual([second.match, second.certain], [12, true]);
});

test("digits far apart are two numbers", () => {
  const numbers = [1, 2, 10, 12];
  const first = typeDigit(nothingTyped(), "1", numbers, 0);
  assert.equal(typeDigit(first.typed, "2", numbers, PAUSE_MS + 1).match, 2);
});

test("a slip is mended by typing the right number", () => {
  const numbers = [1, 2, 10, 12];
  const first = typeDigit(nothingTyped(), "1", numbers, 0);
  assert.equal(typeDigit(first.typed, "7", numbers, 100).match, null);
  const again = typeDigit(typeDigit(first.typed, "7", numbers, 100).typed, "2", numbers, 200);
  assert.equal(again.match, 2);
});

test("digits come from the number pad by position, from elsewhere by what they type", () => {
  assert.equal(digitOf(event), "3");
  assert.equal(digitOf({ ...event, key: "PageDown" }), "3");
  assert.equal(digitOf({ ...event, code: "Digit3" }), "3");
  assert.equal(digitOf({ ...event, key: "a", code: "KeyA" }), null);
  assert.equal(digitOf({ ...event, ctrlKey: true }), null);
});
