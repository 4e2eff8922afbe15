import assert from "node:assert/strict";
import { test } from "node:test";
import { capsOf, receptionKey } from "./keys.js";

const services = [{ code: "A" }, { code: "C" }, { code: "KD" }];
const none = { ctrlKey: false, altKey: false, metaKey: false, repeat: false, code: "" };

/** @param {string} key @param {object} [more] @param {"field" | "control" | "page"} [target] */
const press = (key, more = {}, target = "page") => receptionKey({ ...none, key, ...more }, target, services);

test("a service has its letter and its digit, in small letters and behind an input method, too", () => {
  assert.deepEqual(press("c"), { type: "service", code: "C" });
  assert.deepEqual(press("C"), { type: "service", code: "C" });
  assert.deepEqual(press("Process", { code: "KeyC" }), { type: "service", code: "C" });
  assert.deepEqual(press("3"), { type: "service", code: "KD" });
  assert.equal(press("9"), null);
  assert.equal(press("k"), null);
});

test("every other deed has a key of the number pad", () => {
  const deeds = ["+", "-", ".", "/", "0", "*", "Backspace", "Enter"].map((key) => press(key)?.type);
  assert.deepEqual(deeds,
    ["next-priority", "next-language", "paper", "search", "reprint", "appointments", "back", "give"]);
});

test("who types into a field, holds a key down or means the browser does nothing by it", () => {
  assert.equal(press("c", {}, "field"), null);
  assert.equal(press("Enter", { repeat: true }), null);
  assert.equal(press("c", { ctrlKey: true }), null);
  assert.equal(press("Enter", {}, "control"), null);
  assert.deepEqual(press("c", {}, "control"), { type: "service", code: "C" });
});

test("the field of a number on paper takes figures and letters alone, and is left by a key", () => {
  const deeds = [".", "+", "-", "*", "/", "Escape"].map((key) => press(key, {}, "paper")?.type);
  assert.deepEqual(deeds, ["paper", "next-priority", "next-language", "appointments", "search", "clear"]);
  for (const key of ["9", "0", "a", "Enter", "Backspace", "ArrowUp"]) assert.equal(press(key, {}, "paper"), null);
});

test("the caps say which keys there are", () => {
  assert.deepEqual(capsOf(services[0], 0), ["A", "1"]);
  assert.deepEqual(capsOf(services[2], 2), ["3"]);
  assert.deepEqual(capsOf({ code: "X" }, 9), ["X"]);
});
