import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { clockWarning } from "./clock.js";
import { deskView } from "./desk-view.test-data.js";

test("a clock that is right warns nobody", () => {
  assert.equal(clockWarning(deskView()), null);
  assert.equal(clockWarning(deskView({ clock: { state: "of a later release" } })), null);
});

for (const state of ["unset", "behind", "jumped", "ahead"]) {
  test(`a clock that is ${state} is told in every language`, () => {
    const warning = clockWarning(deskView({ clock: { state } }));
    for (const language of ["vi", "en"]) {
      const texts = readFileSync(new URL(`../../../config/text/${language}/desk.ftl`, import.meta.url), "utf8");
      assert.match(texts, new RegExp(`^${warning?.what} = `, "m"));
      assert.match(texts, new RegExp(`^${warning?.advice} = `, "m"));
    }
  });
}
