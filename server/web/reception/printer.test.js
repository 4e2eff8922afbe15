import assert from "node:assert/strict";
import { test } from "node:test";
import { printerWeight } from "../shared/printer.js";
import { printerWord, printShown, reprintWord, slipWord } from "./printer.js";

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

test("printing once more says one thing: that it is printed, or that the printer is out", () => {
  assert.deepEqual(reprintWord("ready"), { tone: "fine", id: "reception-reprinting" });
  assert.deepEqual(reprintWord("offline"), { tone: "bad", id: "reception-reprint-out" });
  assert.equal(printShown({ print: "failed", reprinted: "failed" }, "ready"), "queued");
  assert.equal(printShown({ print: "failed", reprinted: "failed" }, "offline"), "failed");
  assert.equal(printShown({ print: "confirmed", reprinted: "failed" }, "ready"), "confirmed");
  assert.equal(printShown({ print: "failed", reprinted: null }, "ready"), "failed");
});
