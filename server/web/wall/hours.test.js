import assert from "node:assert/strict";
import { test } from "node:test";
import { closedAt } from "./hours.js";

const HOURS = [{ from: "07:00", to: "11:30" }, { from: "13:00", to: "16:30" }];

for (const [clock, kind, opens] of [
  ["06:59", "before", "07:00"], ["11:30", "break", "13:00"], ["12:59", "break", "13:00"], ["16:30", "after", null],
]) {
  test(`at ${clock} it is closed: ${kind}`, () => {
    assert.deepEqual(closedAt(HOURS, clock), { kind, opens, hours: HOURS });
  });
}

test("in the hours it is open, and where none are known it is open too", () => {
  assert.equal(closedAt(HOURS, "07:00"), null);
  assert.equal(closedAt(HOURS, "16:29"), null);
  assert.equal(closedAt([], "03:00"), null);
});
