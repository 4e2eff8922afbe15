import assert from "node:assert/strict";
import { test } from "node:test";
import { isOn, isSecondTap } from "./taps.js";

const rem = 10;
const first = { x: 500, y: 500, at: 1_000 };

test("a second tap soon and near belongs to the first, whatever is under the finger meanwhile", () => {
  assert.equal(isSecondTap(first, { x: 520, y: 490, at: 1_200 }, rem), true);
});

test("a button that is there to be tapped again and again counts fast taps, and no trembling ones", () => {
  assert.equal(isSecondTap(first, { x: 520, y: 490, at: 1_200 }, rem, true), false);
  assert.equal(isSecondTap(first, { x: 520, y: 490, at: 1_100 }, rem, true), true);
});

test("a tap elsewhere or later is one of its own", () => {
  assert.equal(isSecondTap(first, { x: 700, y: 500, at: 1_200 }, rem), false);
  assert.equal(isSecondTap(first, { x: 500, y: 500, at: 1_500 }, rem), false);
  assert.equal(isSecondTap(null, first, rem), false);
});

test("a finger that slips up to 5 mm off its button still means it", () => {
  const box = { left: 100, right: 300, top: 100, bottom: 200 };
  assert.equal(isOn(box, { x: 110, y: 219 }, rem), true);
  assert.equal(isOn(box, { x: 85, y: 150 }, rem), true);
  assert.equal(isOn(box, { x: 110, y: 221 }, rem), false);
});
