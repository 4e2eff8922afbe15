import assert from "node:assert/strict";
import { test } from "node:test";
import { newKey } from "./key.js";

test("keys are long and never the same", () => {
  const keys = new Set(Array.from({ length: 1_000 }, newKey));
  assert.equal(keys.size, 1_000);
  for (const key of keys) assert.match(key, /^[0-9a-f]{32}$/);
});

test("a key needs no secure context", (t) => {
  t.mock.method(globalThis.crypto, "randomUUID", () => assert.fail("missing on plain HTTP"));
  assert.equal(newKey().length, 32);
});
