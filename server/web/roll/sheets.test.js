import assert from "node:assert/strict";
import { test } from "node:test";
import { begins, sheets } from "./sheets.js";

const numbers = [{ prefix: "A", first: "A950", last: "A999", used: "A951", printed: null },
  { prefix: "C", first: "C950", last: "C959", used: null, printed: null }];
const services = [{ code: "A", prefix: "A" }, { code: "F", prefix: "A" }, { code: "C", prefix: "C" }];

test("a sheet holds eight numbers of one letter, in their order", () => {
  const all = sheets(numbers, services, { prefix: null, count: 10 });
  assert.deepEqual(all.map((sheet) => sheet.length), [8, 2, 8, 2]);
  assert.deepEqual(all[1].map(({ number }) => number), ["A958", "A959"]);
  assert.deepEqual(all[0][0], { number: "A950", service: "A", services: ["A", "F"] });
});

test("of one letter at most as many as are reserved", () => {
  const all = sheets(numbers, services, { prefix: "C", count: 400 }).flat();
  assert.deepEqual([all.length, all[9].number], [10, "C959"]);
});

test("what was used today is printed all the same: the sheets are good on any day", () => {
  assert.equal(sheets(numbers, services, { prefix: "A", count: 1 })[0][0].number, "A950");
});

test("a print goes on behind what was printed by either way, so that no number lies in the pile twice", () => {
  const [one] = numbers;
  assert.deepEqual(begins(one, {}), { from: "A950", before: null });
  assert.deepEqual(begins({ ...one, printed: "A969" }, {}), { from: "A970", before: "A969" });
  const after = (/** @type {string} */ last, /** @type {string | null} */ printed) => ({ A: { last, printed } });
  assert.deepEqual(begins({ ...one, printed: "A969" }, after("A973", "A969")), { from: "A974", before: "A973" });
  assert.equal(begins({ ...one, printed: "A989" }, after("A973", "A969")).from, "A990", "the slip printer since then");
  assert.equal(begins({ ...one, printed: "A999" }, after("A957", "A999")).from, "A958", "and anew by this page");
  assert.deepEqual(begins({ ...one, printed: "A999" }, {}), { from: "A950", before: null }, "at their end anew");
  const first = (/** @type {any} */ wish) => sheets(numbers, services, wish, after("A973", null))[0]?.[0].number;
  assert.equal(first({ prefix: null, count: 8 }), "A974");
  assert.equal(first({ prefix: "A", count: 8, from: 980 }), "A980");
  assert.equal(first({ prefix: "A", count: 8, from: 1000 }), undefined);
});
