import assert from "node:assert/strict";
import { test } from "node:test";
import { idleKey, stillIdle, WORDS_MS } from "./idle-key.js";

const desk = { situation: /** @type {const} */ ("serving"), stale: false, now: 1_000 };

test("a key that does nothing now says why", () => {
  assert.equal(idleKey("0", desk).id, "desk-idle-serving");
  assert.equal(idleKey("0", { ...desk, situation: "empty" }).id, "desk-idle-nobody");
  assert.equal(idleKey("2", { ...desk, situation: "waiting" }).id, "desk-idle-nobody");
  assert.equal(idleKey("-", { ...desk, situation: "waiting" }).id, "desk-idle-note");
  assert.equal(idleKey("Enter", { ...desk, stale: true }).id, "desk-idle-offline");
});

test("a digit that the desk does not use says so, with and without a connection", () => {
  assert.equal(idleKey("7", desk).id, "desk-idle-unused");
  assert.equal(idleKey("7", { ...desk, stale: true }).id, "desk-idle-unused");
});

test("the words go when the desk does something else, and after some seconds", () => {
  const idle = idleKey("0", desk);
  assert.equal(stillIdle(idle, "serving", 1_000 + WORDS_MS - 1), idle);
  assert.equal(stillIdle(idle, "serving", 1_000 + WORDS_MS), null);
  assert.equal(stillIdle(idle, "waiting", 1_001), null);
  assert.equal(stillIdle(null, "waiting", 0), null);
});
