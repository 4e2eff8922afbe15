import assert from "node:assert/strict";
import { test } from "node:test";
import { QUIET_MS, happen, newVisit, screenOf } from "./flow.js";

const office = { paired: true, asksPriority: false, servicesMax: 3, casesMax: { C: 4 } };
const fresh = (options = {}) => newVisit({ language: "vi", ...office, at: 0, ...options });

/** Plays happenings one after the other; a word alone is its type, a capital is a touch on that service. */
function play(visit, ...happenings) {
  return happenings.reduce((now, one) => {
    if (typeof one !== "string") return happen(now, one);
    return happen(now, /^[A-Z]$/.test(one) ? { type: "choose-service", service: one } : { type: one, key: "k" });
  }, visit);
}
const services = ({ service, then }) => [service, ...then];

test("who needs one service touches no more than before", () => {
  const visit = play(fresh(), "take", "A", "take-number");
  assert.equal(screenOf(visit), "issuing");
  assert.deepEqual(visit.request, { key: "k", service: "A", then: [], cases: 1, priority: null, failures: 0 });
});

test("services are added in the order of the touches, and a second touch takes one away", () => {
  const visit = play(fresh(), "take", "A", "add-service", "H", "C");
  assert.deepEqual([screenOf(visit), visit.adding, services(visit)], ["service", true, ["A", "H", "C"]]);
  assert.deepEqual(services(play(visit, "D")), ["A", "H", "C"], "no more than the office allows");
  const two = play(visit, "A", "go-on");
  assert.deepEqual([screenOf(two), services(two)], ["documents", ["H", "C"]]);
  assert.deepEqual(play(two, "take-number").request.then, ["C"]);
});

test("without any service nothing goes on", () => {
  const visit = play(fresh(), "take", "A", "add-service", "A", "go-on");
  assert.deepEqual([screenOf(visit), visit.service], ["service", null]);
  const back = play(visit, "back");
  assert.deepEqual([screenOf(back), back.adding], ["service", false]);
});

test("back takes away what was added, and then the first choice", () => {
  const visit = play(fresh(), "take", "A", "add-service", "H", "go-on", "back");
  assert.deepEqual([screenOf(visit), visit.adding, services(visit)], ["service", true, ["A", "H"]]);
  const one = play(visit, "back");
  assert.deepEqual([screenOf(one), services(one)], ["documents", ["A"]]);
  assert.equal(play(one, "back").adding, false);
  assert.equal(screenOf(play(one, "back", "back")), "start");
  assert.deepEqual(services(play(visit, "back", "back", "A")), ["A"]);
});

test("where each service needs its own ticket none is added", () => {
  assert.equal(play(fresh({ servicesMax: 1 }), "take", "A", "add-service").step, "documents");
});

test("how many files is asked where the set-up says so, from one to as many as it allows", () => {
  const visit = play(fresh(), "take", "C", "take-number");
  assert.equal(screenOf(visit), "cases");
  const most = play(visit, "fewer-cases", "more-cases", "more-cases", "more-cases", "more-cases", "more-cases");
  assert.equal(most.cases, 4);
  assert.equal(play(most, "fewer-cases", "cases-said").request.cases, 3);
  assert.equal(play(most, "back").step, "documents");
  assert.equal(play(most, "back", "back", "A", "take-number").request.cases, 1, "another service, another count");
});

test("priority comes after the files, and back from it leads to them", () => {
  const visit = play(fresh({ asksPriority: true }), "take", "C", "take-number", "more-cases", "cases-said");
  assert.equal(screenOf(visit), "priority");
  const back = play(visit, "back");
  assert.deepEqual([screenOf(back), back.cases], ["cases", 2]);
});

test("another number of files or other services are another ticket, the same ones the same", () => {
  const asked = play(fresh(), "take", "C", "take-number", "more-cases", "cases-said");
  const again = (...steps) => play(asked, "ask-documents", "C", ...steps, { type: "cases-said", key: "x" }).request.key;
  assert.equal(again("take-number", "more-cases"), "k");
  assert.equal(again("take-number"), "x");
  assert.equal(again("add-service", "A", "go-on", "take-number", "more-cases"), "x");
});

test("a visitor who is quiet while adding or counting is asked, and forgotten with all that was chosen", () => {
  for (const steps of [["A", "add-service", "H"], ["C", "take-number", "more-cases"]]) {
    const visit = play(fresh(), "take", ...steps);
    assert.equal(screenOf(play(visit, { type: "tick", at: QUIET_MS })), "time-out");
    const next = play(visit, { type: "tick", at: 10 * QUIET_MS });
    assert.deepEqual([next.step, next.adding, services(next), next.cases], ["start", false, [null], 1]);
    assert.deepEqual([next.servicesMax, next.casesMax], [3, { C: 4 }]);
  }
});

test("a lost server is told while adding and counting", () => {
  const stale = { type: "link", link: "stale" };
  assert.equal(screenOf(play(fresh(), "take", "A", "add-service", stale)), "offline");
  assert.equal(screenOf(play(fresh(), "take", "C", "take-number", stale)), "offline");
});
