import assert from "node:assert/strict";
import { test } from "node:test";
import { changesOf, grouped, isSame, minutesTyped, toggled } from "./changes.js";
import { form, textIn } from "./preview.test-data.js";

test("only what differs from the rules in force is sent", () => {
  const { rules } = form();
  assert.deepEqual(changesOf(rules, new Map()), {});
  const entered = new Map([
    ["priorities.elderly.head_start_minutes", 20], ["transfer.place", "end"], ["counters.2.services", ["M", "C"]],
    ["counters.2.helps_with", ["H"]], ["no.such.rule", 1],
  ]);
  assert.deepEqual(changesOf(rules, entered), { "transfer.place": "end", "counters.2.helps_with": ["H"] });
});

test("codes are the same in any order", () => {
  assert.ok(isSame(["A", "C"], ["C", "A"]));
  assert.ok(!isSame(["A"], ["A", "C"]));
  assert.ok(!isSame(20, "20"));
});

test("a field that holds no whole number counts as not filled", () => {
  assert.equal(minutesTyped(" 30 "), 30);
  for (const typed of ["", "ten", "-1", "1.5", "99999"]) assert.equal(minutesTyped(typed), null, typed);
});

test("a code is taken or left out, and the order stays that of the services", () => {
  assert.deepEqual(toggled(["A", "M"], "C", ["A", "C", "M"]), ["A", "C", "M"]);
  assert.deepEqual(toggled(["A", "M"], "A", ["A", "C", "M"]), ["M"]);
});

test("each rule stands in one group and each counter by itself", () => {
  const { rules } = form();
  const { priorities, transfer, away, counters } = grouped(rules);
  assert.deepEqual(counters.map(({ number }) => number), ["2", "22"]);
  const all = [...priorities, ...transfer, ...away, ...counters.flatMap((counter) => counter.rules)];
  assert.deepEqual(all.map(({ key }) => key).sort(), rules.map(({ key }) => key).sort());
});

test("every rule and every word has a name in both languages", () => {
  for (const language of ["vi", "en"]) {
    const text = textIn(language);
    for (const { key, allowed } of form().rules) {
      const parts = key.split(".");
      const id = `${parts[0]}-${parts[parts.length - 1]}`.replaceAll("_", "-");
      if (parts[0] !== "priorities") assert.doesNotMatch(text.say(`preview-${id}`), /^preview-/, id);
      for (const word of allowed.words ?? []) assert.doesNotMatch(text.say(`preview-${id}-${word}`), /^preview-/, word);
    }
  }
});
