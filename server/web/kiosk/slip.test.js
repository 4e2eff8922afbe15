import assert from "node:assert/strict";
import { test } from "node:test";
import { slipStory } from "./slip.js";

/** One line a case: print, printer, milliseconds on the screen, story. */
const cases = [
  ["queued", "ready", 0, "coming"],
  ["queued", "near-end", 0, "coming"],
  ["queued", "unknown", 0, "coming"],
  ["queued", "ready", 8_000, "unsure"],
  ["queued", "out-of-paper", 0, "paper"],
  ["queued", "cover-open", 0, "printer"],
  ["sent", "unknown", 60_000, "coming"],
  ["confirmed", "out-of-paper", 0, "coming"],
  ["unconfirmed", "ready", 0, "unsure"],
  ["unconfirmed", "out-of-paper", 0, "paper"],
  ["failed", "out-of-paper", 0, "paper"],
  ["failed", "offline", 0, "printer"],
  ["failed", "ready", 0, "printer"],
  ["none", "offline", 0, "none"],
  ["something new", "ready", 0, "unsure"],
];

for (const [print, printer, at, story] of cases) {
  test(`a slip ${print} with the printer ${printer} after ${at} ms is ${story}`, () => {
    assert.equal(slipStory({ print, view: { printer: { state: printer } }, at, shownAt: 0 }), story);
  });
}

test("without a view of the printer the slip speaks for itself", () => {
  assert.equal(slipStory({ print: "queued", view: null, at: 0, shownAt: 0 }), "coming");
  assert.equal(slipStory({ print: "failed", view: null, at: 0, shownAt: 0 }), "printer");
});

test("a number that was given before is never said to come out, however its first slip went", () => {
  for (const print of ["queued", "sent", "confirmed", "failed", "none"]) {
    assert.equal(slipStory({ print, view: null, at: 0, shownAt: 0, ticket: { checked_in_before: true } }), "before");
  }
});
