import assert from "node:assert/strict";
import { test } from "node:test";
import { absenceOf, dialogKey, entryOutlook, isMany } from "./outage.js";

const fresh = { prefix: "A", first: "A950", last: "A999", used: null, entered: null, singly: [], absence: null,
  services: ["A"] };
const used = { ...fresh, used: "A955", entered: "A955" };
/** @param {any} numbers @param {string} typed */
const brief = (numbers, typed) => {
  const outlook = entryOutlook(numbers, typed);
  return outlook.kind === "new" ? `${outlook.first} ${outlook.last} ${outlook.count}` : outlook.kind;
};

test("the last number says how many enter, from the first or from the one after the last that was entered", () => {
  assert.deepEqual(entryOutlook(fresh, "962"),
    { kind: "new", first: "A950", last: "A962", count: 13, number: "A962", begins: null });
  assert.equal(brief(used, "a 957"), "A956 A957 2");
});

test("what was typed one by one is not counted, and hides none below it", () => {
  const singly = { ...fresh, used: "A955", singly: ["A955"] };
  assert.equal(brief(singly, "954"), "A950 A954 5");
  assert.equal(brief(singly, "955"), "A950 A954 5".replace("A954", "A955"));
  assert.equal(brief(singly, "957"), "A950 A957 7");
  assert.equal(brief({ ...fresh, singly: ["A950"] }, "950"), "known");
});

test("a pile that does not begin at the first number is told by its first and last", () => {
  assert.deepEqual(entryOutlook(fresh, "960-965"),
    { kind: "new", first: "A960", last: "A965", count: 6, number: "A965", begins: "A960" });
  assert.equal(brief(used, "A953-A957"), "A956 A957 2");
  for (const typed of ["965-960", "940-960", "C950-960"]) assert.equal(brief(fresh, typed), "foreign", typed);
  assert.equal(brief(fresh, "960-"), "missing");
});

test("what can't be the last number is told before it is sent", () => {
  for (const [typed, kind] of [["", "missing"], ["A955", "known"], ["A951", "behind"], ["949", "foreign"],
    ["C960", "foreign"], ["1000", "foreign"]]) {
    assert.equal(entryOutlook(used, typed).kind, kind, typed);
  }
  assert.equal(entryOutlook(undefined, "962").kind, "missing");
});

test("more than ten people are asked about once more: 999 is soon typed for 959", () => {
  assert.deepEqual(["959", "960", "999", ""].map((typed) => isMany(entryOutlook(fresh, typed))),
    [false, true, true, false]);
});

test("without a service a digit or a letter of the pad is one, and afterwards it is a number's", () => {
  const services = [{ code: "A" }, { code: "C" }];
  const none = { ctrlKey: false, altKey: false, metaKey: false, repeat: false, code: "" };
  const press = (/** @type {string} */ key, /** @type {string} */ service) =>
    dialogKey({ ...none, key }, service, services);
  assert.deepEqual(press("2", ""), { type: "service", code: "C" });
  assert.deepEqual(press("a", ""), { type: "service", code: "A" });
  assert.equal(press("9", ""), null);
  assert.equal(press("2", "C"), null);
  assert.deepEqual(press("*", "C"), { type: "service", code: "" });
  assert.deepEqual(press("+", "C"), { type: "next-absence" });
  assert.equal(press("Enter", ""), null);
});

test("the absence is the chosen one, or the one that is proposed for the letter", () => {
  const [cut, restart] = [{ gone: "09:00", back: "09:40" }, { gone: "11:00", back: "11:02" }];
  const all = [cut, restart];
  assert.equal(absenceOf({ ...fresh, absence: cut }, all, null), cut);
  assert.equal(absenceOf({ ...fresh, absence: cut }, all, "11:00"), restart);
  assert.equal(absenceOf(fresh, [], null), null);
});
