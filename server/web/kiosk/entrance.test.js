import assert from "node:assert/strict";
import { test } from "node:test";
import { closedAt } from "./entrance.js";

const windows = [
  { from: "06:45", to: "11:30", opens: "07:00" },
  { from: "12:45", to: "16:30", opens: "13:00" },
];
const next = { opens_on: "25/11/2026", opens_at: "07:00", tickets_from: "06:45" };

test("there are tickets from shortly before each opening until it closes, and else it says when", () => {
  for (const [clock, closed] of /** @type {const} */ ([
    ["05:00", { kind: "before", on: null, opens: "07:00", from: "06:45" }],
    ["06:45", null],
    ["11:29", null],
    ["11:30", { kind: "break", on: null, opens: "13:00", from: "12:45" }],
    ["12:45", null],
    ["16:30", { kind: "after", on: "25/11/2026", opens: "07:00", from: "06:45" }],
  ])) {
    assert.deepEqual(closedAt({ windows, next_day: next }, clock), closed, clock);
  }
});

test("a day without hours sends people to the next one, where that is known", () => {
  assert.equal(closedAt({ windows: [], next_day: next }, "09:00")?.on, "25/11/2026");
  const unknown = { kind: "after", on: null, opens: null, from: null };
  assert.deepEqual(closedAt({ windows: [], next_day: null }, "09:00"), unknown);
});

test("an office that gives tickets at any time is never closed", () => {
  assert.equal(closedAt(null, "03:00"), null);
});
