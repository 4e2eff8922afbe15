import assert from "node:assert/strict";
import test from "node:test";
import { whyNone } from "./no-forecast.js";

const office = { pause_reasons: [{ id: "meeting", name: { vi: "Họp", en: "Meeting" } }] };
/** Says which words are meant, and with what. */
const text = /** @type {any} */ ({
  language: "en",
  say: (/** @type {string} */ id, /** @type {any} */ values) => ({ id, ...values }),
});
const view = (/** @type {any} */ more) => ({ forecast: null, after_break: null, paused: null, ...more });

test("without a forecast the page says why there is none", () => {
  const until = "2026-11-24T10:30:00+07:00";
  assert.deepEqual(whyNone(view({ after_break: "13:00" }), office, text), { id: "phone-wait-break", opens: "13:00" });
  assert.deepEqual(whyNone(view({}), office, text), { id: "phone-wait-unknown" });
  assert.deepEqual(whyNone(view({ paused: { counter: 2, reason: "meeting", until } }), office, text),
    { id: "phone-wait-paused", counter: 2, why: "said", reason: "Meeting", end: "said", until: "10:30" });
  assert.deepEqual(whyNone(view({ paused: { counter: 2, reason: null, until: null } }), office, text),
    { id: "phone-wait-paused", counter: 2, why: "none", reason: "", end: "none", until: "" });
});

test("a break that comes before the call says more than a pause", () => {
  const paused = { counter: 2, reason: null, until: null };
  const said = /** @type {any} */ (whyNone(view({ after_break: "13:00", paused }), office, text));
  assert.equal(said.id, "phone-wait-break");
});

test("a reason that the set-up has no more is left out", () => {
  const paused = { counter: 2, reason: "strike", until: null };
  assert.equal(/** @type {any} */ (whyNone(view({ paused }), office, text)).why, "none");
});
