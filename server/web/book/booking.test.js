import assert from "node:assert/strict";
import { test } from "node:test";
import { happen, needsSlots, newBooking, offlineWords } from "./booking.js";

/** @param {any} booking @param {...any} happenings */
const play = (booking, ...happenings) =>
  happenings.reduce((now, one) => happen(now, typeof one === "string" ? { type: one } : one), booking);

const days = [{ day: "2026-11-27", free: 3 }];
const slots = [{ time: "09:00", free: 1 }];
const atTimes = () =>
  play(newBooking(["A", "D"]), { type: "choose-service", service: "D" },
    { type: "slots", service: "D", day: null, days, slots: [] }, { type: "choose-day", day: "2026-11-27" },
    { type: "slots", service: "D", day: "2026-11-27", days, slots });
const atCheck = () => play(atTimes(), { type: "choose-time", time: "09:00", key: "k" });

test("service, day and time are asked one after the other, and the service only where there is a choice", () => {
  assert.equal(newBooking(["A", "D"]).step, "service");
  assert.deepEqual([newBooking(["D"]).step, newBooking(["D"]).service], ["day", "D"]);
  assert.deepEqual([atTimes().step, atTimes().times], ["time", slots]);
  assert.deepEqual([atCheck().step, atCheck().key], ["check", "k"]);
});

test("what comes late for another choice is thrown away", () => {
  const visit = play(atTimes(), { type: "slots", service: "D", day: "2026-11-28", days, slots: [] });
  assert.deepEqual(visit.times, slots);
});

test("a second touch sends nothing twice, and nobody goes back meanwhile", () => {
  const sending = play(atCheck(), "book");
  assert.equal(play(sending, "book"), sending);
  assert.equal(play(sending, "back"), sending);
});

test("a place that went to somebody else leads back to the times, with the reason", () => {
  const refused = play(atCheck(), "book", { type: "book-refused", words: "full" });
  assert.deepEqual([refused.step, refused.failure, needsSlots(refused)], ["time", "full", true]);
});

test("a lost connection keeps the choice and its key", () => {
  const failed = play(atCheck(), "book", { type: "book-failed", words: "" });
  assert.deepEqual([failed.step, failed.key, failed.sending, failed.failure], ["check", "k", false, ""]);
});

test("back leads one step back", () => {
  assert.equal(play(atCheck(), "back").step, "time");
  assert.equal(play(atTimes(), "back").step, "day");
  assert.equal(play(atTimes(), "back", "back").step, "service");
});

test("without booking online the page sends to the reception, and to nobody where there are no appointments", () => {
  assert.equal(offlineWords({ appointments: { given: true } }), "appointment-offline");
  assert.equal(offlineWords({ appointments: { given: false } }), "appointment-offline-none");
});
