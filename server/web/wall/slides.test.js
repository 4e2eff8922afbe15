import assert from "node:assert/strict";
import { test } from "node:test";
import { SLIDE_MS, firstSlide, nextSlide } from "./slides.js";

test("slides follow each other, each for its time, and begin again", () => {
  const first = nextSlide(firstSlide(0), [true, true], false, 0);
  assert.equal(first.index, 0);
  assert.equal(nextSlide(first, [true, true], false, SLIDE_MS - 1), first);
  const second = nextSlide(first, [true, true], false, SLIDE_MS);
  assert.equal(second.index, 1);
  assert.equal(nextSlide(second, [true, true], false, 2 * SLIDE_MS).index, 0);
});

test("slides stand still while somebody is called, and where there is only one", () => {
  const show = nextSlide(firstSlide(0), [true, true], false, 0);
  assert.equal(nextSlide(show, [true, true], true, 10 * SLIDE_MS), show);
  assert.equal(nextSlide(show, [true], false, 10 * SLIDE_MS), show);
});

test("a slide whose picture has not come is passed over until it has", () => {
  const show = nextSlide(firstSlide(0), [false, true, false], false, 0);
  assert.equal(show.index, 1);
  assert.equal(nextSlide(show, [false, true, false], false, SLIDE_MS), show);
  assert.equal(nextSlide(show, [false, true, true], false, SLIDE_MS).index, 2);
});

test("where no slide can be shown there is none, and the first that can be comes at once but not into a call", () => {
  const none = nextSlide(firstSlide(0), [false, false], false, 0);
  assert.equal(none.index, null);
  assert.equal(nextSlide(none, [], false, SLIDE_MS).index, null);
  assert.equal(nextSlide(none, [false, true], true, 1), none);
  assert.deepEqual(nextSlide(none, [false, true], false, 1), { index: 1, since: 1 });
});
