import assert from "node:assert/strict";
import { test } from "node:test";
import { Asking } from "./asking.js";

/** A clock whose time passes when told to, in steps of 100 ms, with room for promises in between. */
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
  async pass(ms) {
    for (const end = this.#time + ms; this.#time < end; ) {
      this.#time += 100;
      for (const timer of [...this.#timers]) {
        if (timer.due <= this.#time && this.#timers.delete(timer)) timer.run();
      }
      for (let turn = 0; turn < 5; turn += 1) await null;
    }
  }
}

function page({ onAnswer = () => {} } = {}) {
  const clock = new TestClock();
  const states = [];
  const seen = { asked: 0, answers: [] };
  /** @type {any} */
  let server = async () => ({ well: true });
  const asking = new Asking({
    ask: () => {
      seen.asked += 1;
      return server();
    },
    onAnswer: (answer) => {
      onAnswer(answer);
      seen.answers.push(answer);
    },
    onState: (state) => states.push(state),
    clock,
  });
  return { asking, clock, states, seen, become: (as) => (server = as) };
}

const away = async () => undefined;
const silent = () => new Promise(() => {});

test("a page asks again every few seconds and is live", async () => {
  const { asking, clock, states, seen } = page();
  asking.start();
  await clock.pass(30_000);
  assert.deepEqual(states, ["live"]);
  assert.ok(seen.asked >= 9 && seen.asked <= 11, `${seen.asked}`);
});

test("a server that is away shows within ten seconds, a restart doesn't", async () => {
  const { asking, clock, states, become } = page();
  asking.start();
  await clock.pass(4_000);
  become(away);
  await clock.pass(3_000);
  become(async () => ({ again: true }));
  await clock.pass(6_000);
  assert.deepEqual(states, ["live"], "a restart");
  become(away);
  await clock.pass(10_000);
  assert.deepEqual(states, ["live", "stale"]);
  become(async () => ({ again: true }));
  await clock.pass(3_500);
  assert.deepEqual(states, ["live", "stale", "live"], "it comes back by itself");
});

test("a server that is silent shows within ten seconds of its last answer", async () => {
  const { asking, clock, states, become } = page();
  asking.start();
  await clock.pass(200);
  become(silent);
  await clock.pass(9_600);
  assert.deepEqual(states, ["live", "stale"]);
});

test("a page that never had an answer says so", async () => {
  const { asking, clock, states, become } = page();
  become(away);
  asking.start();
  await clock.pass(10_000);
  assert.deepEqual(states, ["stale"]);
});

test("an answer that cannot be drawn counts as none", async () => {
  const { asking, clock, states, seen } = page({
    onAnswer: () => {
      throw new TypeError("not what this page draws");
    },
  });
  const said = console.error;
  console.error = () => {};
  asking.start();
  await clock.pass(10_000);
  console.error = said;
  assert.deepEqual([states, seen.answers], [["stale"], []]);
});

test("a page that is looked at again asks at once, and never twice at a time", async () => {
  const { asking, clock, seen, become } = page();
  asking.start();
  await clock.pass(500);
  asking.askSoon();
  assert.equal(seen.asked, 2);
  await clock.pass(3_200);
  assert.equal(seen.asked, 3, "the next question counts from there");
  become(silent);
  await clock.pass(3_200);
  asking.askSoon();
  asking.askSoon();
  assert.equal(seen.asked, 4);
});
