import assert from "node:assert/strict";
import { test } from "node:test";
import { keyMeaning, placeAfter } from "./keypad.js";

test("arrows lead round and round through the controls, from the heading to the first or the last", () => {
  assert.deepEqual([-1, 0, 1, 2].map((at) => placeAfter(at, 3, "next")), [0, 1, 2, 0]);
  assert.deepEqual([-1, 0, 1, 2].map((at) => placeAfter(at, 3, "before")), [2, 2, 0, 1]);
  assert.equal(placeAfter(-1, 0, "next"), -1);
});

test("digits and Enter are the pad's own, and every keypad has a help key", () => {
  assert.deepEqual(["1", "Enter", "a", "Tab"].map(keyMeaning), [null, null, null, null]);
  assert.deepEqual(["F1", "Help", "?", "*"].map(keyMeaning), Array(4).fill("help"));
  assert.deepEqual(["ArrowDown", "ArrowRight", "ArrowUp", "ArrowLeft"].map(keyMeaning),
    ["next", "next", "before", "before"]);
  assert.deepEqual(["+", "-", "Escape"].map(keyMeaning), ["louder", "softer", "back"]);
});
