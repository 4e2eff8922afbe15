import assert from "node:assert/strict";
import { test } from "node:test";
import { SLIDE_MS, firstSlide, nextSlide } from "./slides.js";

test("slides follow each other, each for its time, and begin again", () => {
  let show = firstSlide(0);
  assert.equal(nextSlide(show, 2, false, SLIDE_MS - 1), show);
  show = nextSlide(show, 2, false, SLIDE_MS);
  assert.equal(show.index, 1);
  assert.equal(nextSlide(show, 2, false, 2 * SLIDE_MS).index, 0);
});

test("slides stand still while somebody is called, and where there is only one", () => {
  const show = firstSlide(0);
  assert.equal(nextSlide(show, 2, true, 10 * SLIDE_MS), show);
  assert.equal(nextSlide(show, 1, false, 10 * SLIDE_MS), show);
});
