import assert from "node:assert/strict";
import { test } from "node:test";
import { choicesOf, figuresOf, filtered, NO_FILTER, overtaking } from "./rows.js";
import { passing, record, textIn } from "./record.test-data.js";
import { isRecord, KINDS } from "./shape.js";

test("the figures are of the whole day, whatever is filtered", () => {
  const { calls, total, chosen, share, largest } = figuresOf(record());
  assert.deepEqual([calls, total, chosen, share.toFixed(1)], [61, 3, 1, "4.9"]);
  assert.equal(largest?.number, "D004");
  assert.equal(overtaking(largest), 34);
});

test("a day without calls has a share of nothing and no largest overtaking", () => {
  assert.deepEqual(figuresOf({ day: null, calls: 0, total: 0, passings: [] }),
    { calls: 0, total: 0, chosen: 0, share: 0, largest: null });
});

test("reason, officer and counter narrow the rows together", () => {
  const { passings } = record();
  const numbers = (filter) => filtered(passings, { ...NO_FILTER, ...filter }).map((one) => one.number);
  assert.deepEqual(numbers({}), ["D004", "A009", "C002"]);
  assert.deepEqual(numbers({ kind: "priority" }), ["A009", "C002"]);
  assert.deepEqual(numbers({ kind: "priority", counter: "10" }), ["C002"]);
  assert.deepEqual(numbers({ officer: "Lương Văn Tú", kind: "priority" }), []);
});

test("a filter offers what occurs, counters by number", () => {
  assert.deepEqual(choicesOf(record().passings), {
    kinds: ["chosen", "priority"], officers: ["Lương Văn Tú", "Nông Thị Hà"], counters: ["1", "4", "10"],
  });
});

test("a kind that this page does not know yet is drawn, and can be chosen", () => {
  const later = { ...record(), passings: [passing({ kind: "of-tomorrow" }), passing({ kind: "outage" })] };
  assert.ok(isRecord(later));
  assert.deepEqual(choicesOf(later.passings).kinds, ["outage", "of-tomorrow"]);
});

test("a record with a field missing is not drawn", () => {
  assert.ok(isRecord(record()));
  const { why, ...half } = passing();
  assert.ok(!isRecord({ ...record(), passings: [half] }));
});

test("every kind of reason has a name in both languages", () => {
  for (const language of ["vi", "en"]) {
    for (const kind of KINDS) assert.doesNotMatch(textIn(language).say(`record-kind-${kind}`), /^record-/, kind);
  }
});
