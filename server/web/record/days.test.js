import assert from "node:assert/strict";
import { test } from "node:test";
import { dayFor, neighbour, wishedDay } from "./days.js";

const days = ["2026-11-23", "2026-11-24", "2026-11-27"];

test("a day on which the office was closed leads to the last one before it", () => {
  assert.equal(dayFor(days, null), "2026-11-27");
  assert.equal(dayFor(days, "2026-11-24"), "2026-11-24");
  assert.equal(dayFor(days, "2026-11-26"), "2026-11-24");
  assert.equal(dayFor(days, "2026-11-01"), "2026-11-23");
  assert.equal(dayFor(days, "2027-01-01"), "2026-11-27");
  assert.equal(dayFor([], "2026-11-24"), null);
});

test("steps go from one day of the journal to the next and end at its ends", () => {
  assert.equal(neighbour(days, "2026-11-24", 1), "2026-11-27");
  assert.equal(neighbour(days, "2026-11-24", -1), "2026-11-23");
  assert.equal(neighbour(days, "2026-11-27", 1), null);
  assert.equal(neighbour(days, "2026-11-23", -1), null);
});

test("an address may name a day and nothing else", () => {
  assert.equal(wishedDay("?lang=en&day=2026-11-24"), "2026-11-24");
  assert.equal(wishedDay("?day=yesterday"), null);
  assert.equal(wishedDay(""), null);
});
