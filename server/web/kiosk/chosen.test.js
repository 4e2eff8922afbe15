import assert from "node:assert/strict";
import { test } from "node:test";
import { counted, limitsOf, toggled } from "./chosen.js";

test("a touch adds a service behind the others, and the next touch takes it away", () => {
  assert.deepEqual(toggled(["A"], "C", 3), ["A", "C"]);
  assert.deepEqual(toggled(["A", "C", "H"], "A", 3), ["C", "H"]);
  assert.deepEqual(toggled([], "A", 1), ["A"]);
});

test("no more services join than one ticket may be for", () => {
  assert.deepEqual(toggled(["A", "C"], "H", 2), ["A", "C"]);
});

test("files are counted from one to as many as the service allows", () => {
  assert.deepEqual([0, 1, 20, 21].map((cases) => counted(cases, 20)), [1, 1, 20, 20]);
});

test("the set-up says what is asked", () => {
  const services = [{ code: "A", cases_max: 9, ask_cases: false }, { code: "C", cases_max: 20, ask_cases: true }];
  const office = { services, services_max: 3, kiosk_asks_services: true };
  assert.deepEqual(limitsOf(office), { servicesMax: 2, casesMax: { C: 20 } });
  assert.equal(limitsOf({ ...office, kiosk_asks_services: false }).servicesMax, 1);
});
