import assert from "node:assert/strict";
import { test } from "node:test";
import { milliseconds } from "../shared/time.js";
import { awayNow, returnChooser } from "./away.js";
import { chooserKey, chooserOf, completed, hasMore, moreCount, shownOptions } from "./chooser.js";

/** @param {number} count */
function listOf(count) {
  const options = Array.from({ length: count }, (_, place) => ({
    label: { plain: `A${place}` }, order: { command: `return ${place}`, path: `/tickets/${place}/return` },
  }));
  return chooserOf({ kind: "return", title: { plain: "" }, nothing: { plain: "" }, options });
}

test("a digit chooses, and the list is closed then", () => {
  assert.deepEqual(chooserKey(listOf(3), "2"), {
    chooser: null, order: { command: "return 1", path: "/tickets/1/return" },
  });
});

test("a digit without an option, or another key, does nothing", () => {
  const list = listOf(3);
  for (const key of ["4", "9", "Enter", "*"]) assert.deepEqual(chooserKey(list, key), { chooser: list });
});

test("zero turns the page, and closes the list on the last one", () => {
  const list = listOf(11);
  assert.ok(hasMore(list));
  const second = chooserKey(list, "0").chooser;
  assert.ok(second && !hasMore(second));
  assert.deepEqual(shownOptions(second).map(({ digit, option }) => [digit, option.label]),
    [["1", { plain: "A9" }], ["2", { plain: "A10" }]]);
  assert.equal(chooserKey(second, "1").order?.command, "return 9");
  assert.deepEqual(chooserKey(second, "0"), { chooser: null });
  assert.deepEqual(chooserKey(list, "Backspace"), { chooser: null });
});

test("one list may lead to another", () => {
  const second = listOf(1);
  const first = chooserOf({
    kind: "transfer", title: { plain: "" }, nothing: { plain: "" },
    options: [{ label: { plain: "" }, then: () => second }],
  });
  assert.deepEqual(chooserKey(first, "1"), { chooser: second });
});

/** @type {import("./away.js").Away[]} */
const away = [
  { id: 7, number: "A007", service: "A", status: "parked", since: "2026-11-24T09:10:00+07:00", until: null },
  { id: 9, number: "C009", service: "C", status: "no-show", since: "2026-11-24T09:20:00+07:00",
    until: "2026-11-24T09:35:00+07:00" },
];

test("a missed ticket is on the list as long as it may come back, one put aside all day", () => {
  const numbers = (/** @type {string} */ time) => awayNow({ away }, milliseconds(time)).map(({ number }) => number);
  assert.deepEqual(numbers("2026-11-24T09:35:00+07:00"), ["A007", "C009"]);
  assert.deepEqual(numbers("2026-11-24T09:35:01+07:00"), ["A007"]);
});

test("the list of who is away says how it stands with each, and lets that one wait again", () => {
  const list = returnChooser({ away }, milliseconds("2026-11-24T09:30:00+07:00"));
  assert.deepEqual(list.options[1], {
    label: { plain: "C009" },
    aside: { id: "desk-away-missed", values: { time: "09:20", until: "09:35" } },
    order: { command: "return 9", path: "/tickets/9/return" },
  });
});

test("a number that no page shows yet is typed by its figures alone, with the number pad", () => {
  const list = { ...listOf(14), findable: true };
  const keys = (/** @type {string} */ typed) => typed.split(" ").reduce(
    (/** @type {ReturnType<typeof chooserKey>} */ { chooser }, key) => chooser ? chooserKey(chooser, key) : { chooser },
    { chooser: list });
  assert.equal(keys("* 1 3 Enter").order?.command, "return 13");
  assert.equal(keys("/ 0 1 2 Enter").order?.command, "return 12");
  assert.equal(keys("* 7 7 Enter").chooser?.typed, "77", "nobody: what was typed stays");
  assert.equal(keys("* 7 Backspace Backspace").chooser?.typed, null, "back to the list");
  assert.equal(keys("* 7 Backspace 1 1 Enter").order?.command, "return 11");
});

test("figures that several letters have leave those to choose from", () => {
  const options = ["A012", "C012", "A112", ...Array(9).fill("B001")].map((number) => ({ label: { plain: number } }));
  const list = chooserOf({ kind: "call", title: { plain: "" }, nothing: { plain: "" }, options, findable: true });
  const left = ["*", "1", "2", "Enter"].reduce((chooser, key) => chooserKey(chooser, key).chooser ?? chooser, list);
  assert.deepEqual(shownOptions(left).map(({ option }) => option.label), [{ plain: "A012" }, { plain: "C012" }]);
});

test("who comes into the list later stands at its end, and its page is waited for", () => {
  const first = { ...listOf(3), loading: true };
  assert.deepEqual(chooserKey(first, "0"), { chooser: first });
  const whole = completed(first, listOf(12));
  assert.deepEqual(whole.options.map(({ order }) => order?.command).slice(2, 5), ["return 2", "return 3", "return 4"]);
  assert.equal(moreCount(whole), 3);
});
