import assert from "node:assert/strict";
import { test } from "node:test";
import { entryOutlook } from "./outage.js";

const fresh = { prefix: "A", first: "A950", last: "A999", used: null, services: ["A"] };
const used = { ...fresh, used: "A955" };

test("the last number says how many enter, from the first or from the one after the last that was used", () => {
  assert.deepEqual(entryOutlook(fresh, "962"), { kind: "new", first: "A950", last: "A962", count: 13, number: "A962" });
  assert.deepEqual(entryOutlook(used, "a 957"), { kind: "new", first: "A956", last: "A957", count: 2, number: "A957" });
});

test("what can't be the last number is told before it is sent", () => {
  for (const [typed, kind] of [["", "missing"], ["A955", "known"], ["A951", "behind"], ["949", "foreign"],
    ["C960", "foreign"], ["1000", "foreign"]]) {
    assert.equal(entryOutlook(used, typed).kind, kind, typed);
  }
  assert.equal(entryOutlook(undefined, "962").kind, "missing");
});
