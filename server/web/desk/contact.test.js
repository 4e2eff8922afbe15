import assert from "node:assert/strict";
import { test } from "node:test";
import {
  contactAnswered, contactPressed, contactViewed, isContactKey, newDeskContact, SHOWN_MS, stillShown,
} from "./contact.js";

const NOW = 50_000;
const PHONE = "+84912345678";
const a012 = contactViewed(newDeskContact(), { contact: "A012" });
const asked = contactPressed(a012, NOW);
const shown = contactAnswered(asked, { ok: true, body: { number: "A012", phone: PHONE } }, NOW);

test("a number is asked for only by its key, and shown with the ticket that it belongs to", () => {
  assert.deepEqual([a012.state, a012.phone], ["hidden", null]);
  assert.equal(asked.state, "asked");
  assert.deepEqual([shown.of, shown.state, shown.phone], ["A012", "shown", PHONE]);
});

test("the key does nothing where there is no number, and asks once", () => {
  assert.equal(contactPressed(newDeskContact(), NOW).state, "hidden");
  assert.equal(contactPressed(asked, NOW), asked);
});

test("the same key hides it again", () => {
  const hidden = contactPressed(shown, NOW);
  assert.deepEqual([hidden.state, hidden.phone], ["hidden", null]);
  assert.equal(contactPressed(hidden, NOW).state, "asked");
});

test("it is hidden when the ticket changes, and stays for the same ticket", () => {
  assert.equal(contactViewed(shown, { contact: "A012" }), shown);
  for (const other of ["A013", null]) {
    const changed = contactViewed(shown, { contact: other });
    assert.deepEqual([changed.of, changed.state, changed.phone], [other, "hidden", null]);
  }
});

test("an answer that comes after the ticket changed is thrown away", () => {
  const changed = contactViewed(asked, { contact: "A013" });
  assert.equal(contactAnswered(changed, { ok: true, body: { number: "A012", phone: PHONE } }, NOW).phone, null);
  const again = contactPressed(changed, NOW);
  assert.equal(contactAnswered(again, { ok: true, body: { number: "A012", phone: PHONE } }, NOW).phone, null);
});

test("it is hidden by itself after a while", () => {
  assert.equal(stillShown(shown, NOW + SHOWN_MS - 1), shown);
  const over = stillShown(shown, NOW + SHOWN_MS);
  assert.deepEqual([over.of, over.state, over.phone], ["A012", "hidden", null]);
  assert.equal(contactPressed(shown, NOW + SHOWN_MS).state, "asked");
});

test("a number that can't be read any more is said, also when the view has dropped it", () => {
  const gone = contactAnswered(asked, { ok: true, body: null }, NOW);
  assert.equal(gone.state, "gone");
  assert.equal(contactViewed(gone, { contact: null }).state, "gone");
  assert.equal(stillShown(gone, NOW + SHOWN_MS).state, "hidden");
  assert.equal(contactViewed(gone, { contact: "A013" }).state, "hidden");
});

test("without an answer the key may be pressed again", () => {
  const failed = contactAnswered(asked, { ok: false }, NOW);
  assert.equal(failed.state, "failed");
  assert.equal(contactPressed(failed, NOW).state, "asked");
});

const event = (more) => ({
  key: "", code: "", repeat: false, isComposing: false, ctrlKey: false, altKey: false, metaKey: false, ...more,
});

test("the key is + on the number pad and on any layout, not in a field, and not the browser's zoom", () => {
  assert.equal(isContactKey(event({ code: "NumpadAdd", key: "+" }), "page"), true);
  assert.equal(isContactKey(event({ code: "Equal", key: "+", shiftKey: true }), "control"), true);
  assert.equal(isContactKey(event({ code: "NumpadAdd", key: "+" }), "field"), false);
  assert.equal(isContactKey(event({ code: "NumpadAdd", key: "+", repeat: true }), "page"), false);
  assert.equal(isContactKey(event({ code: "NumpadAdd", key: "+", ctrlKey: true }), "page"), false);
  assert.equal(isContactKey(event({ code: "Digit1", key: "1" }), "page"), false);
});
