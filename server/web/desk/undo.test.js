import assert from "node:assert/strict";
import { test } from "node:test";
import { milliseconds } from "../shared/time.js";
import { callingView, deskView } from "./desk-view.test-data.js";
import { deskKey, keyCaps } from "./keys.js";
import { situationOf } from "./situation.js";
import { undoNow } from "./undo.js";

const undo = { step: /** @type {const} */ ("no-show"), number: "A012", until: "2026-11-24T09:47:10+07:00" };
const at = (/** @type {string} */ time) => milliseconds(`2026-11-24T${time}+07:00`);

test("what can be taken back is named, with its seconds until the view's instant, and then no more", () => {
  const seconds = (/** @type {string} */ time) => undoNow({ undo }, at(time))?.seconds;
  assert.equal(seconds("09:47:00"), 10);
  assert.equal(seconds("09:47:00.400"), 10);
  assert.equal(seconds("09:47:09.900"), 1);
  assert.equal(seconds("09:47:10"), undefined);
  assert.equal(undoNow({ undo: null }, at("09:47:00")), null);
  assert.deepEqual(undoNow({ undo }, at("09:47:00"))?.values, { number: "A012" });
});

test("the key works while something can be taken back, at the officer's own counter alone", () => {
  const key = (/** @type {import("./situation.js").DeskView} */ view, time = "09:47:00") => {
    const caps = keyCaps(situationOf(view, "Nông Thị Hà"), view, at(time));
    return caps.find((cap) => cap.key === "Backspace");
  };
  assert.equal(key(deskView({ undo }))?.command, "undo");
  assert.equal(key(deskView({ undo }))?.label, "desk-undo-no-show");
  assert.equal(key({ ...callingView(), undo })?.command, "undo");
  assert.equal(key(deskView({ state: "paused", undo: { ...undo, step: "pause", number: null } }))?.command, "undo");
  assert.deepEqual(key(deskView({ undo }), "09:47:11"), { key: "Backspace", label: "desk-key-undo", command: null });
  assert.equal(key(deskView())?.command, null);
  assert.equal(key(deskView({ officer: "Hoàng Thị Mai", undo }))?.command, null);
});

test("backspace is the desk's key, except where somebody types", () => {
  const event = {
    key: "Backspace", code: "Backspace", repeat: false, isComposing: false,
    ctrlKey: false, altKey: false, metaKey: false, shiftKey: false,
  };
  assert.equal(deskKey(event, "page"), "Backspace");
  assert.equal(deskKey(event, "control"), "Backspace");
  assert.equal(deskKey(event, "field"), null);
  assert.equal(deskKey({ ...event, isComposing: true }, "page"), null, "in the middle of a Vietnamese letter");
  assert.equal(deskKey({ ...event, repeat: true }, "page"), null);
});
