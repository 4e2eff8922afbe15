import assert from "node:assert/strict";
import { test } from "node:test";
import { happen, newFollow, screenOf, ticketPage } from "./appointment.js";

/** @param {any} follow @param {...any} happenings */
const play = (follow, ...happenings) =>
  happenings.reduce((now, one) => happen(now, typeof one === "string" ? { type: one } : one), follow);
const shown = (state, number = null) => play(newFollow, { type: "view", view: { state, number } });

test("each state of an appointment has its screen", () => {
  for (const state of ["booked", "kept", "missed", "cancelled"]) assert.equal(screenOf(shown(state)), state);
  assert.equal(screenOf(shown("missed", "D003")), "kept", "who came too late has a number");
  assert.equal(screenOf(newFollow), "loading");
  assert.equal(screenOf(play(newFollow, "failed")), "failed");
  assert.equal(screenOf(play(newFollow, "gone")), "unknown");
});

test("giving back asks first, and sends once", () => {
  const asked = play(shown("booked"), "ask-cancel");
  assert.deepEqual([asked.asksCancel, asked.sending], [true, false]);
  assert.equal(play(shown("booked"), "cancel").sending, false, "not without the question");
  const sending = play(asked, "cancel");
  assert.equal(play(sending, "keep"), sending);
  assert.deepEqual(play(sending, { type: "send-failed", words: "" }).failure, "");
  assert.equal(play(shown("kept"), "ask-cancel").asksCancel, false);
});

test("what was shown stays when the server is away", () => {
  assert.equal(screenOf(play(shown("booked"), "failed")), "booked");
});

test("who has a ticket is led to its page", () => {
  const kept = play(newFollow, { type: "view", view: { state: "kept", number: "D003", ticket: "abcdefgh12345678" } });
  assert.equal(ticketPage(kept, "vi"), "/t/abcdefgh12345678?lang=vi");
  assert.equal(ticketPage(shown("booked"), "vi"), null);
});
