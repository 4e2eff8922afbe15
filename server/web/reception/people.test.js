import assert from "node:assert/strict";
import { test } from "node:test";
import { peopleRows } from "./people.js";

/** @param {string} number @param {number} id */
const ticket = (number, id) => ({
  id, number, service: "A", taken_at: "2026-11-24T09:00:00+07:00", effective: "2026-11-24T09:00:00+07:00", why: "",
});
const queue = {
  tickets: ["A012", "A112", "C012", "A951"].map(ticket),
  away: [{
    id: 9, number: "A007", service: "A", status: /** @type {const} */ ("no-show"), since: "", until: null, counter: 1,
  }],
  total: 4,
};
const now = Date.parse("2026-11-24T09:20:30+07:00");

/** @param {string} search */
const found = (search) => {
  const { waiting, away } = peopleRows(queue, search, now);
  return [...waiting, ...away].map(({ number }) => number).join(" ");
};

test("a number is found as people say it", () => {
  assert.equal(found(""), "A012 A112 C012 A951 A007");
  assert.equal(found("12"), "A012 A112 C012");
  assert.equal(found("a12"), "A012");
  assert.equal(found("A012"), "A012");
  assert.equal(found("007"), "A007");
  assert.equal(found("c"), "C012");
  assert.equal(found("zebra 9"), "");
});

test("each row says how long its citizen has waited", () => {
  assert.equal(peopleRows(queue, "a12", now).waiting[0].waited, 20);
});

test("of a long queue so many are drawn, and the rest is told", () => {
  const long = { ...queue, tickets: Array.from({ length: 90 }, (_, id) => ticket(`A${100 + id}`, id)), total: 250 };
  const rows = peopleRows(long, "", now);
  assert.deepEqual([rows.waiting.length, rows.more], [60, 190]);
});
