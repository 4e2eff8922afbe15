import assert from "node:assert/strict";
import { test } from "node:test";
import { hallFigures } from "./hall.js";

const none = { number: null, until: null, pause_reason: null };
const counters = [
  { ...none, counter: 1, state: "serving", number: "A011" },
  { ...none, counter: 2, state: "open" },
  { ...none, counter: 3, state: "calling", number: "A012" },
  { ...none, counter: 4, state: "paused", until: "2026-11-24T10:00:00+07:00", pause_reason: "meeting" },
  { ...none, counter: 5, state: "closed" },
];

test("the hall counts who waits and which counters work", () => {
  const { waiting, open } = hallFigures(counters, [{ waiting: 6 }, { waiting: 4 }]);
  assert.equal(waiting, 10);
  assert.equal(open, 3);
});

test("each counter has a number, a time or a word", () => {
  const { cells } = hallFigures(counters, []);
  const shown = cells.map(({ figure, message }) => figure || message);
  assert.deepEqual(shown, ["A011", "start-open", "A012", "10:00", "start-closed"]);
  assert.deepEqual(cells.map(({ counter }) => counter), [1, 2, 3, 4, 5]);
  assert.deepEqual(cells.map(({ reason }) => reason), [null, null, null, "meeting", null], "why it pauses");
});
