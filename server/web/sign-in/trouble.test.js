import assert from "node:assert/strict";
import { test } from "node:test";
import { destination, lockedFor, partOfDay, troubleFrom } from "./trouble.js";

/** @param {Record<string, unknown>} problem */
const refused = (problem) => /** @type {import("../shared/api.js").Refused} */ ({
  ok: false, problem: { title: "Refused", status: 400, code: "", ...problem },
});

test("a wrong PIN says how many tries are left, if the server does", () => {
  assert.deepEqual(troubleFrom(refused({ code: "wrong-pin", attempts_left: 3 }), 0), { kind: "wrong-pin", left: 3 });
  assert.deepEqual(troubleFrom(refused({ code: "wrong-pin" }), 0), { kind: "wrong-pin", left: null });
});

test("too many tries lock the account for the time that the server says", () => {
  const locked = troubleFrom(refused({ code: "too-many-attempts", retry_after_seconds: 252 }), 1_000);
  assert.equal(lockedFor(locked, 1_000), "04:12");
  assert.equal(lockedFor(locked, 252_500), "00:01");
  assert.equal(lockedFor(locked, 253_000), null);
  assert.equal(lockedFor(null, 0), null);
  const last = troubleFrom(refused({ code: "wrong-pin", attempts_left: 0, retry_after_seconds: 300 }), 1_000);
  assert.equal(lockedFor(last, 1_000), "05:00");
});

test("no server and other refusals", () => {
  assert.deepEqual(troubleFrom({ ok: false, offline: true }, 0), { kind: "offline" });
  assert.deepEqual(troubleFrom(refused({ code: "counter-taken", detail: "Quầy 3 đang có người." }), 0),
    { kind: "refused", code: "counter-taken", text: "Quầy 3 đang có người." });
  assert.equal(/** @type {any} */ (troubleFrom(refused({ code: "busy" }), 0)).text, "Refused");
});

test("an officer comes to the counter that was opened, others to the page that they wanted", () => {
  assert.equal(destination({ role: "officer", counter: 3, next: null }), "/desk/3");
  assert.equal(destination({ role: "officer", counter: 3, next: "/desk/5" }), "/desk/3");
  assert.equal(destination({ role: "officer", counter: 3, next: "/api" }), "/api");
  assert.equal(destination({ role: "officer", counter: null, next: null }), "/desk");
  assert.equal(destination({ role: "officer", counter: null, next: "/desk/5" }), "/desk/5");
  assert.equal(destination({ role: "administrator", counter: null, next: "/desk" }), "/");
});

test("the greeting follows the day", () => {
  assert.deepEqual(["06:30", "11:00", "13:00", "18:00"].map(partOfDay), ["morning", "noon", "afternoon", "evening"]);
});
