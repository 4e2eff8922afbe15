import assert from "node:assert/strict";
import { test } from "node:test";
import { nothingScanned, scanned } from "./scan.js";

/** @param {string[]} keys @param {number} apart  ms */
function type(keys, apart) {
  let scan = nothingScanned;
  return keys.map((key, place) => {
    const step = scanned(scan, key, 1_000 + place * apart);
    scan = step.scan;
    return step;
  });
}

test("an address that a scanner types is held back from the page and given whole", () => {
  const steps = type([..."http://10.0.0.5/a/abcdefgh-_123456", "Enter"], 8);
  assert.deepEqual(steps.slice(0, 3).map(({ held, begins }) => [held, begins]),
    [[false, true], [false, false], [true, false]]);
  assert.equal(steps.at(-1)?.ended, "http://10.0.0.5/a/abcdefgh-_123456");
  assert.ok(steps.slice(2).every(({ held }) => held));
});

test("capitals come with a Shift in between", () => {
  const steps = type(["Shift", "H", "Shift", "T", "Shift", "T", "P", "Enter"], 8);
  assert.equal(steps.at(-1)?.ended, "HTTP");
});

test("a hand that types the same letters is a hand", () => {
  const steps = type([..."http", "Enter"], 90);
  assert.ok(steps.every(({ held, ended }) => !held && ended === undefined));
  assert.ok(type(["a", "a", "Enter"], 8).every(({ held }) => !held));
});
