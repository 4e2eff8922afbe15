import assert from "node:assert/strict";
import { test } from "node:test";
import { codeIn, dayRows, isForKeys, neighbour, outlookOf } from "./appointments.js";

/** @param {string} code @param {string} time @param {string} [state] */
const at = (code, time, state = "booked") => ({
  code, service: "D", state, number: state === "kept" ? "D001" : null, starts_at: `2026-11-27T${time}:00+07:00`,
  check_in_from: `2026-11-27T${minus(time, 30)}:00+07:00`, check_in_until: `2026-11-27T${minus(time, -15)}:00+07:00`,
});

/** @param {string} time @param {number} minutes */
function minus(time, minutes) {
  const [hour, minute] = time.split(":").map(Number);
  const all = hour * 60 + minute - minutes;
  return `${String(Math.floor(all / 60)).padStart(2, "0")}:${String(all % 60).padStart(2, "0")}`;
}

const day = [at("111111", "08:00", "kept"), at("222222", "08:30", "missed"), at("333333", "08:45", "cancelled"),
  at("444444", "09:00"), at("555555", "09:30"), at("666666", "10:00")];
const rows = dayRows(day, Date.parse("2026-11-27T09:20:00+07:00"));

test("who may still come stands first, each with how it stands now", () => {
  assert.deepEqual(rows.map(({ code, stand }) => [code, stand]), [["444444", "late"], ["555555", "now"],
    ["666666", "early"], ["222222", "missed"], ["111111", "kept"], ["333333", "cancelled"]]);
});

test("from row to row by one key, past those that were given back, and round the end", () => {
  assert.equal(neighbour(rows, "", 1), "444444");
  assert.equal(neighbour(rows, "444444", 1), "555555");
  assert.equal(neighbour(rows, "111111", 1), "444444");
  assert.equal(neighbour(rows, "444444", -1), "111111");
  assert.equal(neighbour(rows, "", -1), "111111");
  assert.equal(neighbour([], "", 1), "");
});

test("six digits are a code, with spaces too, and so is what a scanner types", () => {
  for (const [typed, code] of [["048213", "048213"], ["048 213", "048213"], ["04821", null], ["", null],
    ["http://10.0.0.5:8080/a/abcdefgh-_123456", "abcdefgh-_123456"], ["http://10.0.0.5/t/abcdefgh12345678", null]]) {
    assert.equal(codeIn(String(typed)), code);
  }
});

test("what was typed is told in words before it is sent", () => {
  assert.equal(outlookOf(rows, "").word, "reception-appointment-how");
  assert.equal(outlookOf(rows, "44").word, "reception-appointment-more-digits");
  assert.equal(outlookOf(rows, "555555").word, "reception-appointment-now");
  assert.equal(outlookOf(rows, "111111").row?.number, "D001");
  assert.equal(outlookOf(rows, "999999").word, "reception-appointment-not-today");
});

test("a key of the pad is none in the middle of an address that a scanner types", () => {
  assert.deepEqual(["", "123456", "12", "http://10.0.0.5/a/ab"].map(isForKeys), [true, true, false, false]);
});
