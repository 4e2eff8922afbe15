import assert from "node:assert/strict";
import { test } from "node:test";
import { chooserKey, shownOptions } from "./chooser.js";
import { pauseChooser } from "./pause.js";

const reasons = [
  { id: "lunch", name: "Nghỉ trưa", usual_minutes: 90 },
  { id: "system-down", name: "Sự cố hệ thống", usual_minutes: null },
];

test("a digit pauses with its reason, and the list says how long that usually takes", () => {
  const list = pauseChooser(3, reasons);
  assert.deepEqual(chooserKey(list, "1"), {
    chooser: null, order: { command: "pause lunch", path: "/counters/3/pause", body: { reason: "lunch" } },
  });
  assert.deepEqual(list.options.map(({ aside }) => aside ?? null), [
    { id: "desk-pause-minutes", values: { minutes: 90 } }, null, null,
  ]);
});

test("nine once more pauses without a reason, however many there are", () => {
  const many = Array.from({ length: 8 }, (_, place) => ({ ...reasons[0], id: `r${place}` }));
  for (const all of [reasons, many]) {
    const list = pauseChooser(3, all);
    assert.deepEqual(chooserKey(list, "9").order, { command: "pause", path: "/counters/3/pause" });
    const digits = shownOptions(list).map(({ digit }) => digit);
    assert.equal(new Set(digits).size, digits.length);
  }
  assert.deepEqual(chooserKey(pauseChooser(3, reasons), "3").order, undefined, "no reason has this digit");
});
