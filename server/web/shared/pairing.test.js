import assert from "node:assert/strict";
import { test } from "node:test";
import { Pairing } from "./pairing.js";

/** A device whose server says what the test says, step by step. */
function device(/** @type {any[]} */ answers, store = new Map()) {
  /** @type {any[]} */
  const asked = [];
  /** @type {any[]} */
  const states = [];
  /** @type {(() => void)[]} */
  const waiting = [];
  const pairing = new Pairing({
    role: "kiosk",
    onState: (state) => states.push(state),
    ask: async (method, path, options) => {
      asked.push([path, options?.body]);
      return answers.shift() ?? { ok: false, offline: true };
    },
    storage: {
      getItem: (place) => store.get(place) ?? null,
      setItem: (place, text) => store.set(place, text),
      removeItem: (place) => store.delete(place),
    },
    wait: (run) => waiting.push(run),
  });
  const settle = () => new Promise((resume) => setImmediate(resume));
  return { pairing, asked, states, store, settle, tick: () => (waiting.shift()?.(), settle()) };
}

const shown = { code: "K7MP-4TXW", secret: "s3", qr: "data:,", address: "http://a/admin/devices", expires_at: "" };
const begun = { ok: true, status: 201, body: shown };
const waits = { ok: true, status: 202, body: null };
const paired = { ok: true, status: 201, body: { name: "Sảnh", role: "kiosk", counter: null } };

test("a device shows its code and asks until it is let in", async () => {
  const { pairing, states, asked, store, settle, tick } = device([begun, waits, waits, paired]);
  pairing.start();
  await settle();
  assert.deepEqual(states.map(({ kind }) => kind), ["asking", "shown"]);
  assert.equal(states[1].code, "K7MP-4TXW");
  assert.equal(JSON.stringify(states).includes("s3"), false, "the secret is nobody else's");
  await tick();
  await tick();
  assert.deepEqual(states.at(-1), { kind: "paired", device: paired.body });
  assert.deepEqual(asked.map(([path]) => path), ["/pairings", ...Array(3).fill("/pairings/claim")]);
  assert.equal(store.size, 0);
});

test("a page that is loaded anew shows the same code", async () => {
  const first = device([begun, waits]);
  first.pairing.start();
  await first.settle();
  const again = device([waits], first.store);
  again.pairing.start();
  await again.settle();
  assert.equal(again.states.at(-1).code, "K7MP-4TXW");
  assert.deepEqual(again.asked, [["/pairings/claim", { secret: "s3" }]]);
});

test("a code that is over is followed by another one", async () => {
  const over = { ok: false, status: 410, problem: { code: "pairing-over" } };
  const next = { ok: true, status: 201, body: { ...shown, code: "ZZZZ-2222" } };
  const { pairing, states, settle } = device([begun, over, next, waits]);
  pairing.start();
  await settle();
  assert.deepEqual(states.filter(({ kind }) => kind === "shown").map(({ code }) => code), ["K7MP-4TXW", "ZZZZ-2222"]);
});

test("a server that is away costs no code", async () => {
  const { pairing, states, settle, tick } = device([]);
  pairing.start();
  await settle();
  assert.equal(states.at(-1).kind, "offline");
  await tick();
  assert.equal(states.length, 3);
  pairing.stop();
  await tick();
  assert.equal(states.length, 3, "nothing after it was stopped");
});
