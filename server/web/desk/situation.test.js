import assert from "node:assert/strict";
import { test } from "node:test";
import { callingView, deskView, servingView } from "./desk-view.test-data.js";
import { basisOf, pausedCounters, situationOf, somebodyCame } from "./situation.js";

const me = "Nông Thị Hà";

test("an open counter is empty or has people waiting", () => {
  assert.equal(situationOf(deskView(), me), "waiting");
  assert.equal(situationOf(deskView({ queue: [], queue_total: 0 }), me), "empty");
});

test("a visit is called, then served", () => {
  assert.equal(situationOf(callingView(), me), "calling");
  assert.equal(situationOf(servingView(), me), "serving");
});

test("a closed counter is closed for everyone, an open one of somebody else is held", () => {
  assert.equal(situationOf(deskView({ state: "closed", officer: null }), me), "closed");
  assert.equal(situationOf(deskView({ officer: "Hoàng Thị Mai" }), me), "held");
  assert.equal(situationOf(callingView(), "Hoàng Thị Mai"), "held");
  assert.equal(situationOf(deskView({ state: "paused" }), me), "paused");
});

test("a name is the same however its letters are composed", () => {
  assert.equal(situationOf(deskView({ officer: me.normalize("NFD") }), me), "waiting");
});

test("the basis changes with each effect of a key, and not with the queue", () => {
  const called = basisOf(callingView());
  assert.notEqual(called, basisOf(deskView()));
  assert.notEqual(called, basisOf(servingView()));
  assert.notEqual(called, basisOf(callingView({ recalls: 1, call: 130 })));
  assert.equal(called, basisOf({ ...callingView(), queue: [], queue_total: 0, hall_total: 1 }));
});

test("the tick sounds only when somebody comes to an idle desk", () => {
  assert.equal(somebodyCame("empty", "waiting"), true);
  assert.equal(somebodyCame(null, "waiting"), false);
  assert.equal(somebodyCame("serving", "waiting"), false);
});

test("the counters on a pause are told with this one among them", () => {
  const other = { officer: "Tú", number: null, until: null, pause_reason: null };
  const others = [{ ...other, counter: 1, state: "paused" }, { ...other, counter: 5, state: "open" }];
  assert.deepEqual(pausedCounters(deskView({ state: "paused", others })), [3, 1]);
  assert.deepEqual(pausedCounters(deskView({ others })), [1]);
});
