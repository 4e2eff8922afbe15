import assert from "node:assert/strict";
import { test } from "node:test";
import { calling, closed, open, paused, serving, twelve } from "./fixtures.js";
import { counterOf, show } from "./show.js";

const STAMP = "2026-11-24T09:42:10+07:00";

/** @returns {any} */
const modelOf = (view, changes = {}) => show({ view, counter: "3", stamp: STAMP, ...changes });

test("the number stands there while it is called and served", () => {
  assert.equal(modelOf(calling).number, "A012");
  assert.equal(modelOf(serving).number, "A012");
  assert.equal(modelOf(open).number, null);
});

test("a new call and a recall have an entrance, a call from before the page has none", () => {
  assert.equal(modelOf(calling).still, false);
  assert.equal(modelOf(calling, { before: [123] }).still, true);
  assert.equal(modelOf(calling, { stamp: "2026-11-24T09:44:00+07:00" }).still, true);
  const recall = { ...calling, call: { id: 130, at: STAMP, recall: true } };
  assert.notEqual(modelOf(recall).key, modelOf(calling).key);
});

test("a resting counter says until when, and where to go instead", () => {
  assert.equal(modelOf(paused).until, "10:00");
  assert.deepEqual(modelOf(paused).instead, [1]);
  assert.deepEqual(modelOf({ ...closed, instead: [1, 2, 5] }).instead, [1, 2]);
});

test("a pause tells its reason, by the id of the set-up", () => {
  assert.equal(modelOf(paused).reason, "meeting");
  assert.equal(modelOf(closed).reason, null);
});

test("a lost connection keeps the number, with the time of its call, and calls nobody", () => {
  const model = modelOf(calling, { stale: true, heardAt: "2026-11-24T09:42:40+07:00" });
  assert.equal(model.stale, true);
  assert.equal(model.number, "A012");
  assert.equal(model.calledAt, "09:42");
  assert.equal(model.heardAt, "09:42");
  assert.notEqual(model.key, modelOf(calling).key);
});

test("a counter that the office does not have, and one before its first view", () => {
  assert.equal(modelOf(null, { counter: "77", unknown: true }).kind, "unknown");
  assert.equal(modelOf(null, { counter: "77", unknown: true }).counter, "77");
  assert.equal(modelOf(null).kind, "starting");
});

test("the counter comes from the view, else from the address", () => {
  assert.equal(modelOf(twelve).counter, "12");
  assert.equal(counterOf("/counter/12"), "12");
  assert.equal(counterOf("/counter/"), "");
  assert.equal(counterOf("/counter/%C4%91"), "đ");
});
