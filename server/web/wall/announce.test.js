import assert from "node:assert/strict";
import { test } from "node:test";
import { HOLD_MS, MISSED_MAX_MS, SHOW_MIN_MS, advance, hear, lose, newAnnouncer, pause } from "./announce.js";
import { DAY, callOf, calling, counterOf, serving } from "./fixtures.js";

const START = Date.parse(`${DAY}T09:42:00+07:00`);
const stamp = (ms) => new Date(START + 7 * 3_600_000 + ms).toISOString().slice(0, 19) + "+07:00";
const time = (ms) => ({ steady: ms, server: START + ms });

/** @returns {any} */
function view(calls, counters = []) {
  return { calls, counters, waiting: { total: 0, services: [] } };
}
const call = (id, ms, on = true, counter = 1) =>
  ({ ...callOf(id, `A${String(id).padStart(3, "0")}`, counter, "09:42:00", { calling: on }), at: stamp(ms) });

/** A hall in which nothing happened before. */
const quiet = () => hear(newAnnouncer(), view([]), time(0));
const onShow = (announcer) => announcer.current?.call.id ?? null;

test("a call comes into the hero at once", () => {
  const announcer = hear(quiet(), view([call(1, 1_000)]), time(1_200));
  assert.equal(onShow(announcer), 1);
  assert.equal(announcer.current.still, false);
});

test("a page that loads shows no old call, only the newest that still waits, without entrance", () => {
  assert.equal(onShow(hear(newAnnouncer(), serving, time(0))), null);
  const loaded = hear(newAnnouncer(), calling, time(0));
  assert.equal(onShow(loaded), 123);
  assert.equal(loaded.current.still, true);
  assert.deepEqual(loaded.queue, []);
});

test("calls queue: one at a time, each for six seconds, the oldest first", () => {
  let announcer = hear(quiet(), view([call(3, 0), call(2, 0), call(1, 0)]), time(0));
  assert.equal(onShow(announcer), 1);
  announcer = advance(announcer, SHOW_MIN_MS - 1);
  assert.equal(onShow(announcer), 1);
  announcer = advance(announcer, SHOW_MIN_MS);
  assert.equal(onShow(announcer), 2);
  announcer = advance(announcer, 2 * SHOW_MIN_MS);
  assert.equal(onShow(announcer), 3);
});

test("the newest stays while its view says that it is called", () => {
  const announcer = hear(quiet(), view([call(1, 0)]), time(0));
  assert.equal(onShow(advance(announcer, 10 * 60_000)), 1);
});

test("a call ends when its visit starts, after six seconds at least", () => {
  let announcer = hear(quiet(), view([call(1, 0)]), time(0));
  const started = view([call(1, 0, false)], [counterOf(1, "serving", "A001")]);
  announcer = hear(announcer, started, time(2_000));
  assert.equal(onShow(announcer), 1);
  assert.equal(onShow(advance(announcer, SHOW_MIN_MS - 1)), 1);
  assert.equal(onShow(advance(announcer, SHOW_MIN_MS)), null);
});

test("a call that ends without a visit stays for twelve seconds", () => {
  let announcer = hear(quiet(), view([call(1, 0)]), time(0));
  announcer = hear(announcer, view([call(1, 0, false)], [counterOf(1, "open")]), time(1_000));
  assert.equal(onShow(advance(announcer, HOLD_MS - 1)), 1);
  assert.equal(onShow(advance(announcer, HOLD_MS)), null);
});

test("a recall is shown again", () => {
  let announcer = hear(quiet(), view([call(1, 0)]), time(0));
  const recall = { ...call(2, 30_000), number: "A001", recall: true };
  announcer = hear(announcer, view([recall, call(1, 0)]), time(30_000));
  assert.equal(onShow(announcer), 2);
  assert.equal(announcer.current.still, false);
});

test("the same view again shows nothing again", () => {
  let announcer = hear(quiet(), view([call(1, 0, false)]), time(0));
  announcer = advance(announcer, HOLD_MS);
  announcer = hear(announcer, view([call(1, 0, false)]), time(HOLD_MS + 1));
  assert.equal(onShow(announcer), null);
});

test("a call missed while away is shown if it is young, and not if it is old", () => {
  const back = hear(pause(quiet()), view([call(2, 50_000), call(1, 90_000 - MISSED_MAX_MS)]), time(90_000));
  assert.equal(onShow(back), 2);
  assert.deepEqual(back.queue, []);
});

test("a call missed while away is not shown when its counter calls the next number", () => {
  for (const away of [pause(quiet()), lose(quiet())]) {
    const back = hear(away, view([call(2, 3_000), call(1, 1_000, false)]), time(4_000));
    assert.equal(onShow(back), 2);
    assert.deepEqual(back.queue, []);
  }
});

test("a call missed while away is not shown when its visit has begun or it has ended without one", () => {
  for (const counter of [counterOf(1, "serving", "A001"), counterOf(1, "open")]) {
    const missed = view([call(1, 1_000, false)], [counter]);
    const back = hear(lose(quiet()), missed, time(2_000));
    assert.equal(onShow(back), null);
    assert.equal(onShow(hear(back, missed, time(3_000))), null);
  }
});

test("calls missed at several counters come one after the other while they are on", () => {
  const missed =
    view([call(4, 3_000, true, 2), call(3, 2_000, true, 1), call(2, 1_500, false, 2), call(1, 1_000, false, 1)]);
  const back = hear(lose(quiet()), missed, time(4_000));
  assert.equal(onShow(back), 3);
  assert.deepEqual(back.queue.map((one) => one.id), [4]);
});

test("of a call and its recall that were both missed only the recall comes", () => {
  const recall = { ...call(2, 3_000), number: "A001", recall: true };
  const back = hear(lose(quiet()), view([recall, call(1, 1_000, false)]), time(4_000));
  assert.equal(onShow(back), 2);
  assert.deepEqual(back.queue, []);
});

test("a call that ended so fast that one view tells both is shown while the connection lasts", () => {
  const announcer = hear(quiet(), view([call(2, 1_100), call(1, 1_000, false)]), time(1_200));
  assert.equal(onShow(announcer), 1);
  assert.deepEqual(announcer.queue.map((one) => one.id), [2]);
});

test("a call that waited for the hero when the connection went does not come when it is over", () => {
  const away = lose(hear(quiet(), view([call(2, 0), call(1, 0)]), time(0)));
  const back = hear(away, view([call(3, 2_000), call(2, 0, false), call(1, 0)]), time(3_000));
  assert.equal(onShow(back), 1);
  assert.deepEqual(back.queue.map((one) => one.id), [3]);
});

test("after a lost connection the call on show stands on without a second entrance", () => {
  const calls = view([call(1, 0)]);
  const announcer = hear(pause(hear(quiet(), calls, time(0))), calls, time(20_000));
  assert.equal(onShow(announcer), 1);
  assert.equal(announcer.current.still, true);
});

test("a call that waited for the hero when the connection went comes if it is still young", () => {
  const calls = view([call(2, 0), call(1, 0)]);
  const away = pause(hear(quiet(), calls, time(0)));
  assert.equal(onShow(hear(away, calls, time(30_000))), 2);
  assert.equal(onShow(hear(away, calls, time(MISSED_MAX_MS))), 1);
});

test("an office whose journal starts anew is heard, though its numbers are small again", () => {
  const before = hear(quiet(), view([call(900, 0, false)]), time(0));
  const after = hear(advance(before, HOLD_MS), view([call(3, 20_000)]), time(20_000));
  assert.equal(onShow(after), 3);
});

test("nothing changed, nothing new", () => {
  const announcer = hear(quiet(), view([call(1, 0)]), time(0));
  assert.equal(advance(announcer, 100), announcer);
});

/** Small, seeded and good enough for a shuffle of events. @param {number} seed */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** Plays a day of calls over a bad line and notes what came into the hero. @param {number} seed */
function day(seed) {
  const random = randomFrom(seed);
  const calls = [];
  const shown = [];
  /** Calls that were over when the connection came back. */
  const over = new Set();
  let announcer = quiet();
  let awayUntil = 0;
  let nextCall = 1_000;
  for (let now = 0; now < 3_600_000; now += 250) {
    if (now >= nextCall && calls.length < 250) {
      calls.unshift(call(calls.length + 1, now, random() < 0.5, 1 + Math.floor(random() * 8)));
      nextCall = now + 7_000 + random() * 12_000;
    }
    const before = announcer.current;
    if (now >= awayUntil) {
      if (announcer.away) for (const one of overOf(announcer, calls)) over.add(one.id);
      announcer = hear(announcer, view(calls.slice(0, 8)), time(now));
      if (random() < 0.02) {
        awayUntil = now + random() * 30_000;
        announcer = lose(announcer);
      }
    }
    announcer = advance(announcer, now);
    if (announcer.current && announcer.current !== before) shown.push({ id: announcer.current.call.id, at: now });
  }
  return { due: calls.filter((one) => !over.has(one.id)), shown, over };
}

/** Calls that are over and were not shown yet. @param {any} announcer @param {any[]} calls */
function overOf({ known, queue }, calls) {
  const waits = (one) => queue.some((other) => other.id === one.id);
  const isNew = (one) => !known.includes(`${one.id}@${one.at}`);
  return calls.slice(0, 8).filter((one) => !one.calling && (waits(one) || isNew(one)));
}

test("over a line that drops all the time each call is shown once or was over, in order, six seconds each", () => {
  for (const seed of [1, 2, 3, 4]) {
    const { due, shown, over } = day(seed);
    assert.ok(over.size > 5, `seed ${seed}: only ${over.size} calls were over`);
    assert.deepEqual(shown.map((one) => one.id), due.map((one) => one.id).reverse(), `seed ${seed}`);
    for (const [index, one] of shown.slice(1).entries()) {
      assert.ok(one.at - shown[index].at >= SHOW_MIN_MS, `seed ${seed}, call ${one.id}`);
    }
  }
});

test("a call that was taken back leaves the hero at once, and what it had pushed out is not shown again", () => {
  const earlier = [7, 6, 5, 4, 3, 2, 1].map((id) => call(id, id * 1_000, false));
  const eighth = call(0, 500, false);
  // The page was opened after the wrong call, so that it never saw the eighth.
  let announcer = hear(newAnnouncer(), view([call(8, 9_000), ...earlier]), time(10_000));
  assert.equal(onShow(announcer), 8);
  announcer = hear(announcer, view([...earlier, eighth]), time(12_000));
  assert.equal(onShow(announcer), null);
  assert.deepEqual(announcer.queue, []);
  // The same key again, or another one: a new call.
  announcer = hear(announcer, view([call(10, 15_000), ...earlier]), time(15_000));
  assert.equal(onShow(announcer), 10);
  assert.equal(announcer.current.still, false);
});

test("a call that waits to be shown and is taken back is never shown", () => {
  let announcer = hear(quiet(), view([call(2, 0), call(1, 0)]), time(0));
  assert.equal(onShow(announcer), 1);
  announcer = hear(announcer, view([call(1, 0)]), time(1_000));
  announcer = advance(announcer, 10 * 60_000);
  assert.equal(onShow(announcer), 1, "it is still on");
});

test("a no-show that is taken back lets its call stand as before, without a second entrance", () => {
  let announcer = hear(quiet(), view([call(1, 0)]), time(0));
  announcer = hear(announcer, view([call(1, 0, false)], [counterOf(1, "open")]), time(1_000));
  const before = announcer.current;
  announcer = hear(announcer, view([call(1, 0)]), time(3_000));
  assert.equal(announcer.current, before);
  assert.equal(onShow(advance(announcer, 10 * 60_000)), 1, "it is on again");
});
