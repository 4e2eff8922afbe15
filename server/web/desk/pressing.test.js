import assert from "node:assert/strict";
import { test } from "node:test";
import { answered, isBusy, press, quiet, QUIET_MS, readAnswer, settled, viewed } from "./pressing.js";

let made = 0;
const makeKey = () => `key-${(made += 1)}`;

/** @param {string} [command] @param {string} [basis] @param {number} [now] */
const pressed = (command = "next", basis = "open", now = 0) => ({ command, basis, now, makeKey });

const done = /** @type {const} */ ({ kind: "done", effect: true });
const lost = /** @type {const} */ ({ kind: "lost" });

test("a key pressed twice quickly sends one command", () => {
  const [first, order] = press(quiet(), pressed());
  assert.equal(order?.command, "next");
  const [second, again] = press(first, pressed("next", "open", 120));
  assert.equal(again, null);
  assert.equal(second, first);
});

test("a second tap after a quick answer is still the same tap", () => {
  const [sent] = press(quiet(), pressed());
  const calm = viewed(answered(sent, done, "open"), "calling");
  assert.equal(press(calm, pressed("start", "calling", 200))[1], null);
  assert.equal(press(calm, pressed("start", "calling", QUIET_MS))[1]?.command, "start");
});

test("keys rest until the view shows what the answered command did", () => {
  const [sent] = press(quiet(), pressed());
  const waiting = answered(sent, done, "open");
  assert.equal(isBusy(waiting, 1_000), true);
  assert.equal(isBusy(viewed(waiting, "open"), 1_000), true);
  assert.equal(isBusy(viewed(waiting, "calling"), 1_000), false);
});

test("a view that came before the answer counts", () => {
  const [sent] = press(quiet(), pressed());
  assert.equal(isBusy(answered(viewed(sent, "calling"), done, "calling"), 1_000), false);
});

test("a command without effect does not hold the keys for ever", () => {
  const [sent] = press(quiet(), pressed());
  assert.equal(isBusy(answered(sent, { kind: "done", effect: false }, "open"), 1_000), false);
  const waiting = answered(sent, done, "open");
  assert.ok(waiting.settling);
  assert.equal(isBusy(settled(waiting, waiting.settling), 1_000), false);
});

test("after a lost answer the same key is sent again under the same idempotency key", () => {
  const [sent, first] = press(quiet(), pressed());
  const calm = answered(sent, lost, "open");
  const [, second] = press(calm, pressed("next", "open", 9_000));
  assert.equal(second?.idempotencyKey, first?.idempotencyKey);
});

test("once the view shows that the lost command arrived, the key is a new command", () => {
  const [sent, first] = press(quiet(), pressed("next", "open"));
  const calm = viewed(answered(sent, lost, "open"), "calling");
  assert.equal(calm.unanswered, null);
  const [, second] = press(calm, pressed("start", "calling", 9_000));
  assert.notEqual(second?.idempotencyKey, first?.idempotencyKey);
  assert.equal(answered(sent, lost, "calling").unanswered, null);
});

test("another command after a lost one has its own idempotency key", () => {
  const [sent, first] = press(quiet(), pressed("recall", "calling"));
  const [, second] = press(answered(sent, lost, "calling"), pressed("start", "calling", 9_000));
  assert.notEqual(second?.idempotencyKey, first?.idempotencyKey);
});

test("a refusal stays until the next key", () => {
  const [sent] = press(quiet(), pressed("pause", "calling"));
  const refused = answered(sent, readAnswer({
    ok: false, problem: { code: "ticket-called", title: "Called", detail: "A012 is called.", status: 409 },
  }), "calling");
  assert.deepEqual(refused.refusal, { code: "ticket-called", text: "A012 is called." });
  assert.equal(refused.unanswered, null);
  assert.equal(viewed(refused, "calling").refusal?.code, "ticket-called");
  assert.equal(press(refused, pressed("start", "calling", 1_000))[0].refusal, null);
});

test("what the server could not do is repeated under the same key", () => {
  const [sent, first] = press(quiet(), pressed());
  const failed = answered(sent, readAnswer({
    ok: false, problem: { code: "storage-failed", title: "Storage failed", status: 503 },
  }), "open");
  assert.equal(failed.refusal?.text, "Storage failed");
  assert.equal(press(failed, pressed("next", "open", 1_000))[1]?.idempotencyKey, first?.idempotencyKey);
});
