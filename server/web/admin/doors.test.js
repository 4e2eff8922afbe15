import assert from "node:assert/strict";
import { test } from "node:test";
import { certificateTroubles, doors } from "./doors.js";
import { stateWith, textIn } from "./office-state.test-data.js";

const LIMITS = [
  "names", "origins", "heads", "connections-of-address", "connections", "slow", "sockets", "sign-ins", "bookings",
  "misses", "requests", "calls", "kiosk-tickets",
];

const certificate = (change = {}) => ({
  self_made: true, fingerprint: "AB:CD", names: ["moi.local"], until: "2027-12-29T09:00:00+07:00", days_left: 397,
  trouble: null, ...change,
});

test("whom a limit has turned away is told in words, in both languages, and nothing where there is none", () => {
  for (const text of [textIn("vi"), textIn("en")]) {
    assert.equal(doors(stateWith(() => {}), text).asides.length, 1, "that pages are plain");
    for (const limit of LIMITS) {
      const state = stateWith((state) => (state.doors.turned_away[limit] = 1_234));
      const told = doors(state, text).asides.at(-1);
      assert.match(told, /1[.,]234/, limit);
      assert.doesNotMatch(told, /admin-doors/, limit);
    }
  }
});

test("the certificate is told with its end and its fingerprint", () => {
  const state = stateWith((state) => (state.doors.certificate = certificate()));
  const part = doors(state, textIn("en"));
  assert.equal(part.sign, "ok");
  assert.match(part.asides.join(" "), /29 Dec 2027.*AB:CD/);
});

test("a certificate that ends, has ended or could not be changed is told ahead, with what the machine says", () => {
  const told = (change) => certificateTroubles(stateWith((state) => (state.doors.certificate = certificate(change))));
  assert.deepEqual(told({}), []);
  assert.deepEqual(told({ days_left: 21 }), []);
  assert.deepEqual(told({ days_left: 20 }), [{ code: "certificate-short", sign: "warn" }]);
  assert.deepEqual(told({ days_left: -1 }), [{ code: "certificate-over", sign: "bad", reason: null }]);
  assert.deepEqual(told({ trouble: "no" }), [{ code: "certificate-failed", sign: "warn", reason: "no" }]);
});
