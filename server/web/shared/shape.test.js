import assert from "node:assert/strict";
import { test } from "node:test";

import { checked, isFlag, isNumber, isText, listOf, oneOf, orNull, shaped } from "./shape.js";

const call = shaped({
  id: isNumber, number: isText, recall: isFlag, state: oneOf("open", "closed"), until: orNull(isText),
});
const good = { id: 1, number: "A001", recall: false, state: "open", until: null };

test("a whole view passes, with fields that the page doesn't know", () => {
  const view = { ...good, weather: "rain" };
  assert.equal(checked(view, call), view);
  assert.ok(checked([good], listOf(call)));
});

test("a view that lacks a field, or has one of another kind, is not drawn", () => {
  for (const wrong of [
    null, "A001", [], {},
    { ...good, number: undefined }, { ...good, number: {} }, { ...good, id: NaN }, { ...good, recall: "no" },
    { ...good, state: "ajar" }, { ...good, until: 7 },
  ]) {
    assert.throws(() => checked(wrong, call), TypeError, JSON.stringify(wrong));
  }
  assert.throws(() => checked([good, {}], listOf(call)), TypeError);
});
