import assert from "node:assert/strict";
import { test } from "node:test";
import { chooserKey } from "./chooser.js";
import { deskView } from "./desk-view.test-data.js";
import { leavingChooser } from "./leaving.js";

const others = [
  { counter: 1, state: "serving", officer: "Hoàng Thị Mai", number: "A011", until: null, pause_reason: null },
  { counter: 2, state: "closed", officer: null, number: null, until: null, pause_reason: null },
  { counter: 4, state: "paused", officer: "Lương Văn Tú", number: null, until: null, pause_reason: null },
];
const problem = { waiting: 3, services: [{ service: "A", waiting: 1 }, { service: "H", waiting: 2 }] };
const words = {
  nameOf: (/** @type {string} */ code) => ({ A: "Hộ tịch", H: "Bảo hiểm" })[code] ?? code,
  say: (/** @type {string} */ _id, /** @type {any} */ { service, waiting }) => `${service} ${waiting}`,
};
const close = { command: "close", path: "/counters/3/close" };

test("it is asked who waits, and a digit says whether they wait on or who calls them", () => {
  const list = leavingChooser(deskView({ others }), close, problem, words);
  assert.deepEqual(list.title, { id: "desk-leaving", values: { count: 3, services: "Hộ tịch 1, Bảo hiểm 2" } });
  assert.deepEqual(chooserKey(list, "1").order, {
    command: "close leave", path: "/counters/3/close", body: { leave_waiting: true },
  });
  assert.deepEqual(chooserKey(list, "2").order, {
    command: "close to 1", path: "/counters/3/close", body: { hand_over: { counter: 1 } },
  });
  assert.equal(list.options.length, 2, "only open counters call them");
  assert.deepEqual(chooserKey(list, "0"), { chooser: null }, "and the counter stays open");
});

test("what was said of a pause, and what follows, stays", () => {
  const pause = { command: "pause", path: "/counters/3/pause", body: { minutes: 90 } };
  const list = leavingChooser(deskView({ others }), pause, problem, words);
  assert.deepEqual(chooserKey(list, "1").order?.body, { minutes: 90, leave_waiting: true });
  assert.deepEqual(list.options[0].aside, { id: "desk-leaving-wait-pause", values: { counter: 3 } });
  const signOut = leavingChooser(deskView({ others }), { ...close, then: "sign-out" }, problem, words);
  assert.equal(chooserKey(signOut, "1").order?.then, "sign-out");
});
