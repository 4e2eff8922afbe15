import assert from "node:assert/strict";
import { test } from "node:test";
import { Live } from "./live.js";

/** A clock whose time passes when told to, in steps of 10 ms. */
class TestClock {
  #time = 0;
  #timers = new Set();
  now = () => this.#time;
  setTimeout = (run, ms) => {
    const timer = { run, due: this.#time + ms };
    this.#timers.add(timer);
    return timer;
  };
  clearTimeout = (timer) => this.#timers.delete(timer);
  pass(ms) {
    for (const end = this.#time + ms; this.#time < end; ) {
      this.#time += 10;
      for (const timer of [...this.#timers]) {
        if (timer.due > this.#time || !this.#timers.delete(timer)) continue;
        timer.run();
      }
    }
  }
}

class TestSocket {
  readyState = 1;
  sent = [];
  closed = false;
  send(text) {
    this.sent.push(JSON.parse(text));
  }
  close() {
    this.closed = true;
  }
  say(frame) {
    this.onmessage({ data: typeof frame === "string" ? frame : JSON.stringify(frame) });
  }
  drop(code = 1006) {
    this.readyState = 3;
    this.onclose({ code });
  }
}

function connection(options = {}) {
  const clock = new TestClock();
  const sockets = [];
  const views = [];
  const states = [];
  const live = new Live({
    path: "/live/wall",
    onView: (view) => views.push(view),
    onState: (...state) => states.push(state.filter((one) => one !== undefined).join(" ")),
    connect: () => sockets[sockets.push(new TestSocket()) - 1],
    clock,
    random: () => 0.5,
    ...options,
  });
  live.start();
  return { clock, live, sockets, states, views, last: () => sockets[sockets.length - 1] };
}

test("the first view of each connection is told as such: something may have been missed before it", () => {
  const told = [];
  const { clock, last } = connection({ onView: (_view, rev, anew) => told.push([rev, anew]) });
  last().say({ beat: 1, now: "2026-11-24T09:42:10+07:00" });
  last().say({ rev: 7, view: {} });
  last().say({ rev: 8, view: {} });
  last().drop();
  clock.pass(1_000);
  last().say({ rev: 1, view: {} });
  assert.deepEqual(told, [[7, true], [8, false], [1, true]]);
});

test("a view is acknowledged after it was drawn", () => {
  const order = [];
  const { last } = connection({ onView: () => order.push(last().sent.length) });
  last().say({ rev: 7, view: {} });
  assert.deepEqual(order, [0]);
  assert.deepEqual(last().sent, [{ seen: 7 }]);
});

test("a view that cannot be drawn is not acknowledged, and the next connection brings the next one", (t) => {
  t.mock.method(console, "error", () => {});
  const drawn = [];
  const { clock, last, sockets, states } = connection({
    onView: (view) => {
      if (view.broken) throw new Error("cannot draw");
      drawn.push(view);
    },
  });
  last().say({ rev: 1, view: { broken: true } });
  assert.deepEqual(sockets[0].sent, []);
  assert.equal(sockets[0].closed, true);
  clock.pass(600);
  last().say({ rev: 2, view: { number: "A012" } });
  assert.deepEqual(drawn, [{ number: "A012" }]);
  assert.deepEqual(states, ["live"]);
});

test("silence is answered by a beat after four seconds and shown within ten", () => {
  const { clock, last, sockets, states } = connection();
  last().say({ rev: 1, view: {} });
  clock.pass(4_600);
  assert.deepEqual(sockets[0].sent.slice(1), [{ beat: 1 }]);
  assert.deepEqual(states, ["live"]);
  clock.pass(5_000);
  assert.deepEqual(states, ["live", "stale"]);
  assert.equal(sockets[0].closed, true);
});

test("an answered beat keeps the view live, however long nothing happens, and tells the time", () => {
  const stamps = [];
  const { clock, sockets, states } = connection({ onClock: (stamp) => stamps.push(stamp) });
  sockets[0].say({ rev: 1, view: {} });
  for (let second = 0; second < 60; second += 1) {
    clock.pass(1_000);
    const beat = sockets[0].sent.at(-1).beat;
    if (beat && beat > stamps.length) sockets[0].say({ beat, now: "2026-11-24T09:42:10+07:00" });
  }
  assert.ok(stamps.length >= 10);
  assert.deepEqual(states, ["live"]);
  assert.equal(sockets.length, 1);
});

test("a short break does not show, a longer one does, and the page comes back by itself", () => {
  const { clock, last, sockets, states } = connection();
  last().say({ rev: 1, view: {} });
  last().drop(1001);
  clock.pass(1_000);
  assert.equal(sockets.length, 2);
  last().say({ rev: 1, view: {} });
  clock.pass(3_000);
  assert.deepEqual(states, ["live"]);
  for (let second = 0; second < 60; second += 1) {
    if (last().readyState === 1) last().drop();
    clock.pass(1_000);
  }
  assert.deepEqual(states, ["live", "stale"]);
  while (last().readyState !== 1 || last().closed) clock.pass(100);
  last().say({ rev: 1, view: {} });
  assert.deepEqual(states, ["live", "stale", "live"]);
});

test("retries grow from half a second to ten, half as much more or less", () => {
  for (const [random, factor] of [[0, 0.5], [1, 1.5]]) {
    const { clock, last, sockets } = connection({ random: () => random });
    const waits = [];
    for (let attempt = 0; attempt < 7; attempt += 1) {
      const before = sockets.length;
      const from = clock.now();
      last().drop();
      while (sockets.length === before) clock.pass(10);
      waits.push(clock.now() - from);
    }
    assert.deepEqual(waits, [500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000].map((wait) => wait * factor));
  }
});

test("a connection that nobody picks up is let go and tried again", () => {
  const { clock, sockets } = connection();
  sockets[0].readyState = 0;
  clock.pass(9_100);
  assert.equal(sockets[0].closed, true);
  clock.pass(2_000);
  assert.equal(sockets.length, 2);
  sockets[1].say({ rev: 1, view: {} });
  assert.deepEqual(sockets[1].sent, [{ seen: 1 }]);
});

test("a connection after a long time away is given its time", () => {
  const { clock, last, sockets } = connection();
  for (let attempt = 0; attempt < 6; attempt += 1) {
    last().drop();
    clock.pass(10_100);
  }
  const tried = sockets.length;
  clock.pass(3_000);
  assert.equal(sockets.length, tried);
  assert.equal(last().closed, false);
});

test("a refusal ends it, and says which", () => {
  for (const code of [4401, 4403, 4404]) {
    const { clock, sockets, states } = connection();
    sockets[0].drop(code);
    clock.pass(60_000);
    assert.deepEqual(states, [`refused ${code}`]);
    assert.equal(sockets.length, 1);
  }
});

test("a refused page may start again", () => {
  const { last, live, sockets, states } = connection();
  last().drop(4404);
  live.start();
  assert.equal(sockets.length, 2);
  last().say({ rev: 1, view: {} });
  assert.deepEqual(states, ["refused 4404", "live"]);
});

test("frames that are no view change nothing", () => {
  const { last, states, views } = connection();
  for (const frame of ["", "{", "null", "7", '"text"', "[]"]) last().say(frame);
  assert.deepEqual(views, []);
  assert.deepEqual(last().sent, []);
  assert.deepEqual(states.filter((state) => state !== "live"), []);
});

test("what a socket reports after it was let go is not listened to", () => {
  const { clock, sockets, views } = connection();
  sockets[0].drop();
  clock.pass(1_000);
  sockets[0].say({ rev: 9, view: { old: true } });
  sockets[0].drop();
  assert.deepEqual(views, []);
  assert.equal(sockets.length, 2);
});

test("stop closes the socket and opens no other", () => {
  const { clock, live, sockets } = connection();
  live.stop();
  clock.pass(60_000);
  assert.equal(sockets.length, 1);
  assert.equal(sockets[0].closed, true);
});
