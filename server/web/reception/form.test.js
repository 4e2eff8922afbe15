import assert from "node:assert/strict";
import { test } from "node:test";
import { choose, chosenOf, newForm, nextPaper, paperNumber, whyNotAdded, wishOf } from "./form.js";

/** @type {import("./form.js").PaperNumbers[]} */
const numbers = [{ prefix: "A", first: "A950", last: "A999", used: "A952", services: ["A", "F"] },
  { prefix: "C", first: "C950", last: "C951", used: null, services: ["C"] }];
const services = [{ code: "A", cases_max: 1 }, { code: "C", cases_max: 3 }, { code: "D", cases_max: 1 }];
const priorities = [{ id: "elderly" }, { id: "merit" }];
const possible = { services, services_max: 2, languages: ["vi", "en"], priorities, numbers };

/** @param {...any} choices */
const form = (...choices) => choices.reduce((before, choice) => choose(before, choice, possible), newForm("vi"));

test("a service is enough for a ticket, and priority and language are added by one key each", () => {
  assert.equal(wishOf(form(), numbers), null);
  assert.deepEqual(wishOf(form({ type: "service", code: "A" }), numbers), { service: "A", language: "vi" });
  const chosen = form({ type: "next-priority" }, { type: "service", code: "A" }, { type: "next-language" });
  assert.deepEqual(wishOf(chosen, numbers), { service: "A", priority: "elderly", language: "en" });
  const round = form({ type: "next-priority" }, { type: "next-priority" }, { type: "next-priority" });
  assert.equal(round.priority, null);
});

test("with paper the next number of the stack is proposed, and what is typed counts", () => {
  const paper = form({ type: "paper" }, { type: "service", code: "A" });
  assert.deepEqual(wishOf(paper, numbers), { service: "A", language: "vi", paper_number: "A953" });
  assert.equal(wishOf(choose(paper, { type: "number", text: "960" }, possible), numbers)?.paper_number, "A960");
  assert.equal(wishOf(choose(paper, { type: "number", text: " " }, possible), numbers), null);
  assert.equal(form({ type: "service", code: "A" }, { type: "paper" }).number, "A953");
  assert.equal(form({ type: "service", code: "A" }, { type: "paper" }, { type: "paper" }).number, "");
});

test("who hands out papers goes on with them, and all else is the next citizen's own", () => {
  const given = form({ type: "paper" }, { type: "next-priority" }, { type: "next-language" }, { type: "given" });
  assert.deepEqual(given, { ...newForm("vi"), paper: true });
  assert.equal(form({ type: "paper" }, { type: "clear" }).paper, false);
});

test("one number is for as many files as the service allows", () => {
  const more = { type: "cases", by: 1 };
  const chosen = form({ type: "service", code: "C" }, more, more, more, more);
  assert.deepEqual(wishOf(chosen, numbers), { service: "C", language: "vi", cases: 3 });
  assert.equal(choose(chosen, { type: "cases", by: -9 }, possible).cases, 1);
  const other = choose(choose(chosen, { type: "take-away" }, possible), { type: "service", code: "A" }, possible);
  assert.equal(other.cases, 1);
});

/** @param {...string} codes */
const inTurn = (...codes) => codes.map((code) => ({ type: "service", code }));

test("further services follow the first in the order of their keys, nothing twice and no more than allowed", () => {
  const two = form(...inTurn("C", "A"));
  assert.deepEqual(wishOf(two, numbers), { service: "C", language: "vi", then: ["A"] });
  assert.deepEqual(chosenOf(form(...inTurn("C", "A", "C", "D"))), ["C", "A"]);
  const wide = { ...possible, services_max: 3 };
  assert.deepEqual(["C", "D"].map((code) => whyNotAdded(two, code, possible)), ["twice", "most"]);
  assert.deepEqual(["C", "D"].map((code) => whyNotAdded(two, code, wide)), ["twice", null]);
  const alone = choose(choose(newForm("vi"), inTurn("C")[0], possible), inTurn("A")[0],
    { ...possible, services_max: 1 });
  assert.deepEqual(chosenOf(alone), ["A"], "where a ticket is for one service, the other is chosen instead");
});

test("the last one is taken away first, and the first one's files stay", () => {
  const away = { type: "take-away" };
  const two = form(...inTurn("C", "A"), { type: "cases", by: 1 });
  const one = choose(two, away, possible);
  assert.deepEqual([chosenOf(one), one.cases], [["C"], 2]);
  const none = choose(choose(one, away, possible), away, possible);
  assert.deepEqual(none, newForm("vi"));
});

test("on paper a service says whose number it is: another one is chosen instead, and those chosen before stay", () => {
  assert.deepEqual(chosenOf(form({ type: "paper" }, ...inTurn("C", "A"))), ["A"]);
  const paper = form(...inTurn("C", "A"), { type: "paper" });
  assert.deepEqual(wishOf(paper, numbers), { service: "C", then: ["A"], language: "vi", paper_number: "C950" });
});

test("an office without such numbers has no paper mode", () => {
  assert.equal(choose(newForm("vi"), { type: "paper" }, { ...possible, numbers: [] }).paper, false);
});

test("the stack begins with its first number and ends with its last", () => {
  assert.equal(nextPaper(numbers, "C"), "C950");
  assert.equal(nextPaper(numbers, "F"), "A953", "a service that shares the letter");
  assert.equal(nextPaper([{ ...numbers[1], used: "C951" }], "C"), "");
  assert.equal(nextPaper(numbers, "H"), "");
});

test("a number needs no letter on a pad", () => {
  for (const [typed, number] of [["951", "A951"], ["a 951", "A951"], ["51", "A051"], ["", ""]]) {
    assert.equal(paperNumber(typed, "A"), number);
  }
});
