import assert from "node:assert/strict";
import { test } from "node:test";
import { reasonWords } from "./reasons.js";

test("who went on after a visit is told apart from who was handed on", () => {
  const values = { counter: 1 };
  assert.deepEqual(reasonWords({ kind: "transferred", counter: 1 }), { id: "desk-reason-transferred", values });
  assert.deepEqual(reasonWords({ kind: "goes-on", counter: 1 }), { id: "desk-reason-goes-on", values });
  assert.equal(reasonWords({ kind: "no-such", counter: 1 }), null);
});
