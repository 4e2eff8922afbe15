import assert from "node:assert/strict";
import { test } from "node:test";
import { entered } from "./entrance.js";

test("a call that was on has had its entrance, however often it comes back", () => {
  const before = entered([3], [4, 3]);
  assert.deepEqual(before, [3, 4]);
  assert.equal(entered(before, [4]), before);
  assert.equal(entered(before, []), before);
});

test("old ones are forgotten", () => {
  const many = Array.from({ length: 200 }, (_, id) => id).reduce((before, id) => entered(before, [id]), []);
  assert.deepEqual([many.length, many[0]], [64, 136]);
});
