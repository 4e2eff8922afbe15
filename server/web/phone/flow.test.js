import assert from "node:assert/strict";
import { test } from "node:test";
import { bandText, happen, isStale, mayComeBack, newFollow, screenOf, stepsOf } from "./flow.js";

const NOW = "2026-11-24T09:42:10+07:00";
const ticket = (more = {}) => ({
  number: "A012",
  service: "A",
  status: "waiting",
  ahead: 4,
  ahead_at_first: 6,
  forecast: { from: 15, to: 25 },
  counter: null,
  called_at: null,
  call: null,
  ...more,
});
const called = (call, called_at = NOW) => ticket({ status: "called", ahead: null, counter: 3, call, called_at });

/** Plays happenings one after the other; a word alone is its type, a ticket alone is its view. */
function play(follow, ...happenings) {
  return happenings.reduce((now, one) => {
    if (typeof one === "string") return happen(now, { type: one });
    return happen(now, one.type ? one : { type: "view", view: one, stamp: NOW });
  }, follow);
}

/** One line a case: status, people before, screen. */
for (const [status, ahead, screen] of [
  ["waiting", 3, "wait"],
  ["waiting", 2, "soon"],
  ["waiting", 0, "soon"],
  ["called", null, "called"],
  ["serving", null, "serving"],
  ["finished", null, "done"],
  ["parked", null, "parked"],
  ["no-show", null, "missed"],
  ["cancelled", null, "cancelled"],
]) {
  test(`a ticket ${status} with ${ahead} before it shows ${screen}`, () => {
    assert.equal(screenOf(play(newFollow(), ticket({ status, ahead }))), screen);
  });
}

test("with no counter open, nobody is sent back to the hall however short the line", () => {
  assert.equal(screenOf(play(newFollow(), ticket({ ahead: 0, forecast: null }))), "wait");
});

test("a number that the server does not know gives the page that says how to ask", () => {
  assert.equal(screenOf(newFollow()), "loading");
  assert.equal(screenOf(play(newFollow(), { type: "link", link: "gone" })), "unknown");
});

test("a number whose day has ended says so", () => {
  const gone = play(newFollow(), ticket(), { type: "link", link: "gone" });
  const told = play(gone, { type: "expired", number: "A012", day: "24/11/2026" });
  assert.deepEqual([screenOf(told), told.expired], ["expired", { number: "A012", day: "24/11/2026" }]);
});

test("the phone rings once for each call, and again for a recall", () => {
  const first = play(newFollow(), ticket(), called(7));
  assert.equal(first.rung, 7);
  assert.equal(play(first, called(7)).rung, 7);
  assert.equal(play(first, called(9)).rung, 9);
});

test("a call that is back since the officer took a step back does not ring again", () => {
  const first = play(newFollow(), ticket(), called(7));
  for (const status of ["serving", "no-show", "parked", "waiting", "finished"]) {
    const back = play(first, ticket({ status }), called(7));
    assert.equal(back.rung, 7);
    assert.equal(screenOf(back), "called");
  }
});

test("a page opened during an old call does not ring, during a fresh one it does", () => {
  assert.equal(play(newFollow(), called(7, "2026-11-24T09:30:00+07:00")).rung, null);
  assert.equal(play(newFollow(), called(7)).rung, 7);
});

test("what may be out of date is stale; what is over is not", () => {
  const lost = { type: "link", link: "stale" };
  assert.equal(isStale(play(newFollow(), ticket(), lost)), true);
  assert.equal(isStale(play(newFollow(), called(7), lost)), true);
  assert.equal(isStale(play(newFollow(), ticket({ status: "finished" }), lost)), false);
  assert.equal(isStale(play(newFollow(), ticket(), lost, { type: "link", link: "live" })), false);
});

test("a live update leaves the question about giving the number back open", () => {
  const asked = play(newFollow(), ticket(), "ask-cancel");
  assert.equal(asked.asksCancel, true);
  assert.equal(play(asked, ticket({ ahead: 1 }), called(7)).asksCancel, true);
  assert.equal(play(asked, { type: "link", link: "stale" }).asksCancel, true);
});

test("the question closes when the number can't be given back any more", () => {
  const asked = play(newFollow(), ticket(), "ask-cancel");
  assert.equal(play(asked, ticket({ status: "serving" })).asksCancel, false);
  assert.equal(play(asked, "cancel", "cancel-refused").asksCancel, false);
  assert.equal(play(newFollow(), ticket({ status: "finished" }), "ask-cancel").asksCancel, false);
});

test("giving back needs two steps, is sent once, and may be tried again", () => {
  const follow = play(newFollow(), ticket());
  assert.equal(play(follow, "cancel").cancelling, false);
  const sent = play(follow, "ask-cancel", "cancel");
  assert.equal(sent.cancelling, true);
  assert.equal(play(sent, "keep").asksCancel, true);
  const failed = play(sent, "cancel-failed");
  assert.deepEqual([failed.cancelling, failed.cancelFailed, failed.asksCancel], [false, true, true]);
  assert.equal(play(failed, "cancel").cancelFailed, false);
  assert.equal(play(failed, "keep").asksCancel, false);
});

test("the time of the last word from the server is kept", () => {
  const later = "2026-11-24T09:45:00+07:00";
  assert.equal(play(newFollow(), ticket()).heardAt, NOW);
  assert.equal(play(newFollow(), ticket(), { type: "heard", stamp: later }).heardAt, later);
});

test("the line shows who has gone and who is left", () => {
  assert.deepEqual(stepsOf({ ahead: 4, ahead_at_first: 6 }), { gone: 2, left: 4 });
  assert.deepEqual(stepsOf({ ahead: 0, ahead_at_first: 6 }), { gone: 6, left: 0 });
  assert.deepEqual(stepsOf({ ahead: 0, ahead_at_first: 0 }), { gone: 0, left: 0 });
  assert.deepEqual(stepsOf({ ahead: 8, ahead_at_first: 6 }), { gone: 0, left: 8 });
});

test("a long line is drawn to scale, and the last ones before the holder never vanish", () => {
  assert.deepEqual(stepsOf({ ahead: 110, ahead_at_first: 110 }), { gone: 0, left: 11 });
  assert.deepEqual(stepsOf({ ahead: 1, ahead_at_first: 110 }), { gone: 10, left: 1 });
});

test("a band of one value is one number", () => {
  assert.equal(bandText({ from: 15, to: 25 }), "15–25");
  assert.equal(bandText({ from: 5, to: 5 }), "5");
});

const away = (status, returns) => ticket({ status, ahead: null, counter: 3, called_at: NOW, returns });

test("who was put aside may say to be back, who missed the call only for a time, and only where phones may", () => {
  const may = (status, returns) => mayComeBack(play(newFollow(), away(status, returns)));
  assert.equal(may("parked", { until: null, by_phone: true }), true);
  assert.equal(may("no-show", { until: "2026-11-24T09:42:10+07:00", by_phone: true }), true);
  assert.equal(may("no-show", { until: "2026-11-24T09:42:09+07:00", by_phone: true }), false);
  assert.equal(may("parked", { until: null, by_phone: false }), false);
  assert.equal(mayComeBack(play(newFollow(), ticket({ returns: null }))), false);
});

test("coming back is sent once, can be tried again when it failed, and is over when the number waits", () => {
  const parked = away("parked", { until: null, by_phone: true });
  const sent = play(newFollow(), parked, "come-back");
  assert.equal(sent.comingBack, "sending");
  assert.equal(mayComeBack(sent), false);
  assert.equal(play(sent, "come-back-failed", "come-back").comingBack, "sending");
  assert.equal(play(sent, "come-back-refused").comingBack, "refused");
  assert.equal(play(sent, ticket({ returns: null })).comingBack, "none");
  assert.equal(play(newFollow(), ticket({ returns: null }), "come-back").comingBack, "none");
});
