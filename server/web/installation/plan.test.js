import assert from "node:assert/strict";
import { test } from "node:test";
import { editsOf, missing, newPlan } from "./plan.js";

const service = (/** @type {string} */ code) => ({ code, name: { vi: code, en: code }, pictogram: code });
const document = { services: ["A", "C", "D"].map(service), officers: [] };
const title = { vi: "Công chức", en: "Officer" };

test("a new office begins with everything that the shipped one offers", () => {
  const plan = newPlan(document);
  assert.deepEqual(plan.services, ["A", "C", "D"]);
  assert.deepEqual([plan.counters, plan.name], [3, ""]);
});

test("what is missing is told before the next step, and nothing else", () => {
  const plan = newPlan(document);
  assert.deepEqual(missing("office", plan), ["name"]);
  assert.deepEqual(missing("office", { ...plan, name: "UBND xã" }), []);
  assert.deepEqual(missing("services", { ...plan, services: [] }), ["services"]);
  assert.deepEqual(missing("people", { ...plan, officers: [" ", ""] }), ["officers"]);
  assert.deepEqual(missing("people", { ...plan, officers: ["Hà", " hà"] }), ["twice"]);
  const both = { ...plan, officers: ["Hà"], administrator: "HÀ", password: "mười hai chữ" };
  assert.deepEqual(missing("administrator", both), ["both"]);
  assert.deepEqual(missing("administrator", plan), ["administrator", "password"]);
});

test("the changes leave no service without a counter and nobody of the shipped office", () => {
  const plan = {
    ...newPlan(document), name: " UBND xã Bản Mới ", services: ["A", "C"], counters: 2, officers: ["Hà", ""],
    administrator: "Bảo",
  };
  const edits = Object.fromEntries(editsOf(plan, document, title).map(({ at, value }) => [at.join("."), value]));
  assert.deepEqual(edits["office.name"], { vi: "UBND xã Bản Mới", en: "UBND xã Bản Mới" });
  assert.equal(edits["services.D"], null);
  assert.deepEqual(edits.counters, [
    { number: 1, services: ["A", "C"], direction: "left" }, { number: 2, services: ["A", "C"], direction: "right" },
  ]);
  assert.deepEqual(edits.officers, [{ name: "Hà", title }]);
  assert.deepEqual([edits.supervisors, edits.inspectors, edits.administrators], [null, null, [{ name: "Bảo" }]]);
});
