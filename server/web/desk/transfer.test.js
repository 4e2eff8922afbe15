import assert from "node:assert/strict";
import { test } from "node:test";
import { chooserKey } from "./chooser.js";
import { servingView } from "./desk-view.test-data.js";
import { transferChooser } from "./transfer.js";

const services = [{ code: "A", name: "Hộ tịch" }, { code: "C", name: "Chứng thực" }];
const others = [
  { counter: 1, state: "closed", officer: null, number: null, until: null },
  { counter: 4, state: "paused", officer: "Vi Thị Lan", number: null, until: null },
];

test("a ticket can be handed on to staffed counters and to other services", () => {
  const { options } = transferChooser({ ...servingView(), others }, services);
  assert.deepEqual(options.map(({ label }) => label), [
    { id: "desk-counter", values: { counter: 4 } }, { plain: "Chứng thực" },
  ]);
});

test("two digits hand it on: where to, and where in the order", () => {
  const first = transferChooser({ ...servingView(), others }, services);
  const second = chooserKey(first, "2").chooser;
  assert.ok(second);
  assert.deepEqual(chooserKey(second, "1").order, {
    command: 'transfer {"service":"C"} ', path: "/counters/3/transfer", body: { service: "C" },
  });
  assert.deepEqual(chooserKey(second, "2").order?.body, { service: "C", place: "front" });
  const toCounter = chooserKey(first, "1").chooser;
  assert.ok(toCounter);
  assert.deepEqual(chooserKey(toCounter, "3").order?.body, { counter: 4, place: "end" });
});
