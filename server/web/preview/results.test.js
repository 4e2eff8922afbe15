import assert from "node:assert/strict";
import { test } from "node:test";
import { preview } from "./preview.test-data.js";
import { barsOf, difference, minutes, nextOf, offBy } from "./results.js";
import { isForm, isPreview } from "./shape.js";
import { form } from "./preview.test-data.js";

test("waits are told in minutes and seconds, differences with their sign", () => {
  assert.deepEqual([0, 59, 90, 3_605].map(minutes), ["0:00", "0:59", "1:30", "60:05"]);
  assert.deepEqual([0, -150, 61].map(difference), ["0", "\u22122:30", "+1:01"]);
});

test("the longest wait of the table is the whole bar, by both rules", () => {
  const [all, none, elderly] = barsOf(preview().classes);
  assert.equal(none.bars.changed.p95, 100);
  assert.ok(all.bars.present.p95 < 100 && all.bars.present.mean < all.bars.present.p95);
  assert.deepEqual([all.gain, elderly.gain], [0, -300]);
});

test("a class of which nobody was called has no gain, and no bar is longer than the table", () => {
  const classes = preview().classes.map((row) => ({
    ...row, changed: { called: 0, uncalled: 9, mean_seconds: 0, p95_seconds: 0 },
  }));
  for (const { gain, bars } of barsOf(classes)) assert.ok(gain === null && bars.present.p95 <= 100);
  assert.deepEqual(barsOf([]), []);
});

test("a preview tells how far it is off for the rules in force", () => {
  assert.equal(offBy(preview().classes), 12);
  assert.equal(offBy([]), 0);
});

test("each of the next ten tells how many places it has moved", () => {
  assert.deepEqual(nextOf(["A", "B", "C"], ["C", "A", "D"]), [
    { number: "C", forward: 2 }, { number: "A", forward: -1 }, { number: "D", forward: null },
  ]);
});

test("half an answer is not drawn", () => {
  assert.ok(isForm(form()) && isPreview(preview()));
  assert.ok(!isPreview({ ...preview(), moved: [{ number: "A001" }] }));
  assert.ok(!isForm({ days: [], closed: null }));
});
