import assert from "node:assert/strict";
import { test } from "node:test";
import { certain, matching, officerRows, plainLetters, taken } from "./officers.js";

const names = ["Nông Thị Hà", "Hoàng Văn Páo", "Lý Mùi Sao", "Đặng Quốc Bảo"];
const rows = officerRows(names.map((name) => ({ name, title: { vi: "Cán bộ" } })), (texts) => texts.vi);
const many = officerRows(Array.from({ length: 12 }, (_, place) => ({ name: `Cán bộ ${place + 1}` })), () => "");

const found = (/** @type {string} */ typed) => matching(rows, typed).map(({ ordinal }) => ordinal);

test("letters find a name with or without their marks", () => {
  assert.equal(plainLetters("Đặng Quốc Bảo"), "dang quoc bao");
  assert.deepEqual(found("ha"), [1]);
  assert.deepEqual(found("Hà"), [1]);
  assert.deepEqual(found("dang"), [4]);
  assert.deepEqual(found(""), [1, 2, 3, 4]);
  assert.deepEqual(found("xyz"), []);
});

test("a number chooses at once when it can mean only one officer", () => {
  assert.equal(certain(rows, "2")?.name, "Hoàng Văn Páo");
  assert.equal(certain(rows, "7"), null);
  assert.equal(certain(many, "1"), null);
  assert.equal(certain(many, "12")?.ordinal, 12);
  assert.equal(certain(rows, "ha"), null);
});

test("enter takes the lit row, the number, the only match, or the name as it was typed", () => {
  assert.equal(taken(rows, "", 2), "Lý Mùi Sao");
  assert.equal(taken(many, "1", null), "Cán bộ 1");
  assert.equal(taken(rows, "sao", null), "Lý Mùi Sao");
  assert.equal(taken(rows, " Triệu Văn Sơn ", null), "Triệu Văn Sơn");
  assert.equal(taken(rows, "9", null), null);
  assert.equal(taken(rows, "", null), null);
});
