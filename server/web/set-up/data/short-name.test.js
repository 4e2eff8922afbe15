import assert from "node:assert/strict";
import { test } from "node:test";
import { LISTS } from "./lists.js";
import { shortNameOf } from "./short-name.js";

test("a short name has small letters without marks, and no more than may be", () => {
  for (const [words, short] of [
    ["Đã mang đủ giấy tờ trở lại", "da-mang-du-giay-to-tro-lai"], ["Too frail, or ill!", "too-frail-or-ill"],
    ["  ", ""],
    ["Người có công với cách mạng và thân nhân", "nguoi-co-cong-voi-cach-mang-va-t"],
  ]) {
    assert.equal(shortNameOf(words), short);
    const { pattern, max } = LISTS.outcomes.fields.id;
    assert.ok(short === "" || (pattern.test(short) && short.length <= max), short);
  }
});
