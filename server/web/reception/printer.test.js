import assert from "node:assert/strict";
import { test } from "node:test";
import { printerWeight, printerWord, slipWord } from "./printer.js";

test("a printer that can't print is told as bad, and one that nobody knows as a doubt", () => {
  assert.equal(printerWeight("ready"), "fine");
  assert.equal(printerWeight("out-of-paper"), "bad");
  assert.equal(printerWeight("new-state"), "warn");
  assert.equal(printerWord("new-state"), "reception-printer-unknown");
});

test("a number that stands on paper waits for no slip", () => {
  assert.equal(slipWord({ print: "none", paper: true }), "reception-slip-paper");
  assert.equal(slipWord({ print: "failed", paper: false }), "reception-slip-failed");
  assert.equal(slipWord({ print: "what", paper: false }), "reception-slip-unconfirmed");
});
