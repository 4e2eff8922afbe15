import assert from "node:assert/strict";
import { test } from "node:test";
import { inSentence, numbersApart } from "./wording.js";

test("documents in one sentence", () => {
  assert.equal(inSentence(["Căn cước", "Giấy chứng sinh", "Đơn"]), "Căn cước, giấy chứng sinh, đơn");
  assert.equal(inSentence(["Tờ khai CT01", "CCCD"]), "Tờ khai CT01, CCCD");
  assert.equal(inSentence([]), "");
});

test("ticket numbers are set apart from words", () => {
  assert.deepEqual(numbersApart("Số A012 đang được gọi, tiếp theo là AB1000."), [
    { text: "Số ", number: false }, { text: "A012", number: true },
    { text: " đang được gọi, tiếp theo là ", number: false },
    { text: "AB1000", number: true }, { text: ".", number: false },
  ]);
  assert.deepEqual(numbersApart("Tờ khai CT01, ĐA012"), [{ text: "Tờ khai CT01, ĐA012", number: false }]);
});
