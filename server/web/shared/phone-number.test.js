import assert from "node:assert/strict";
import { test } from "node:test";
import { inGroups } from "./phone-number.js";

for (const [phone, groups] of [
  ["+84912345678", "0912 345 678"],
  ["+842438251234", "024 3825 1234"],
  ["+842838251234", "028 3825 1234"],
  ["+842053812345", "0205 381 2345"],
  ["+8613800138000", "+861 380 013 800 0"],
  ["+123456789012345", "+123 456 789 012 345"],
]) {
  test(`${phone} is read as ${groups}`, () => {
    assert.equal(inGroups(phone), groups.replaceAll(" ", "\u00a0"));
  });
}
