import assert from "node:assert/strict";
import { test } from "node:test";
import { nextStep } from "./idle-step.js";

const still = { touched: false, warned: false };

test("a page warns a minute before its session ends, after it has asked whether another page goes on", () => {
  assert.equal(nextStep({ ...still, left: 1_740 }), "wait");
  assert.equal(nextStep({ ...still, left: 61 }), "wait");
  assert.equal(nextStep({ ...still, left: 60 }), "ask");
  assert.equal(nextStep({ ...still, left: -5 }), "ask", "it may have slept");
});

test("what somebody does is told, and no touch takes a warning away but its answer", () => {
  assert.equal(nextStep({ ...still, touched: true, left: 1_000 }), "tell");
  assert.equal(nextStep({ ...still, touched: true, left: 10 }), "tell");
  assert.equal(nextStep({ touched: true, warned: true, left: 30 }), "wait");
  assert.equal(nextStep({ touched: false, warned: true, left: 0 }), "leave");
});
