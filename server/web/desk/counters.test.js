import assert from "node:assert/strict";
import { test } from "node:test";
import { counterRows, proposed } from "./counters.js";

const counters = [
  { counter: 1, services: ["A"], state: "serving", officer: "Hoàng Thị Mai" },
  { counter: 3, services: ["A", "C"], state: "open", officer: "Nông Thị Hà" },
  { counter: 4, services: ["D"], state: "closed", officer: null },
  { counter: 5, services: ["H"], state: "closed", officer: null },
];
const standings = (/** @type {string | null} */ officer) => counterRows(counters, officer).map((row) => row.standing);

test("a counter is mine, free or taken", () => {
  assert.deepEqual(standings("Nông Thị Hà"), ["taken", "mine", "free", "free"]);
  assert.deepEqual(standings(null), ["taken", "taken", "free", "free"]);
});

test("my own counter is proposed first", () => {
  assert.equal(proposed(counterRows(counters, "Nông Thị Hà"), 4), 3);
});

test("else the one I had before, if it is free", () => {
  assert.equal(proposed(counterRows(counters, "Vi Thị Lan"), 5), 5);
  assert.equal(proposed(counterRows(counters, "Vi Thị Lan"), 1), null);
});

test("else the only one that is free", () => {
  assert.equal(proposed(counterRows(counters, "Vi Thị Lan"), null), null);
  assert.equal(proposed(counterRows(counters.slice(0, 3), "Vi Thị Lan"), null), 4);
});
