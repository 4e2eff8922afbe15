import assert from "node:assert/strict";
import { test } from "node:test";
import { chooserKey } from "./chooser.js";
import { servingView } from "./desk-view.test-data.js";
import { neededBeside, servicesChooser } from "./needed.js";

const services = [
  { code: "A", name: "Hộ tịch", counters: [1, 2] },
  { code: "C", name: "Chứng thực", counters: [1, 3] },
  { code: "H", name: "Cư trú", counters: [5] },
  { code: "X", name: "Xây dựng", counters: [] },
];
const rule = { own: ["A", "C"], most: 3 };
const visit = servingView({ here: ["A", "C"], then: ["H", "C"] });

test("what is done here and what comes after stand apart, each in its order", () => {
  assert.deepEqual(neededBeside({ here: ["A", "C"], then: ["H", "C"] }), { here: ["C"], after: ["H"] });
  assert.deepEqual(neededBeside({ here: ["A"], then: [] }), { here: [], after: [] });
});

test("a digit sends all services that are needed then, with one more or one less", () => {
  const chooser = servicesChooser(visit, services, rule);
  assert.deepEqual(chooser.options.map(({ label, marked }) => [label, marked]), [
    [{ plain: "Chứng thực" }, true], [{ plain: "Cư trú" }, true], [{ plain: "Xây dựng" }, false],
  ]);
  assert.deepEqual(chooserKey(chooser, "1").order, {
    command: "services H", path: "/counters/3/services", body: { then: ["H"] },
  });
  assert.deepEqual(chooserKey(chooser, "3").order?.body, { then: ["H", "C", "X"] });
});

test("the list says which of them are done at this counter, and where the others are", () => {
  const wheres = servicesChooser(visit, services, rule).options.map(({ aside }) => aside);
  assert.deepEqual(wheres, [
    { id: "desk-services-chosen", values: { where: "here", counters: "1, 3" } },
    { id: "desk-services-chosen", values: { where: "there", counters: "5" } },
    { id: "desk-services-where", values: { where: "nowhere", counters: "" } },
  ]);
});

test("where each service needs its own ticket there is nothing to add", () => {
  assert.deepEqual(servicesChooser(visit, services, { ...rule, most: 1 }).options, []);
});
