import assert from "node:assert/strict";
import { test } from "node:test";
import { contactPartOf, happenToContact, newContact } from "./contact.js";

const PHONE = "+84912345678";
const view = (status, contact = false) => ({ type: "view", view: { status, contact } });

/** Plays happenings one after the other; a word alone is its type. */
function play(contact, ...happenings) {
  return happenings.reduce(
    (now, one) => happenToContact(now, typeof one === "string" ? { type: one } : one), contact);
}

test("live updates leave an open form open, until nobody needs the number any more", () => {
  const open = play(newContact(), view("waiting"), "contact-open");
  for (const screen of ["wait", "soon", "called"]) assert.equal(contactPartOf(open, screen), "form");
  assert.equal(play(open, view("waiting"), view("called")).open, true);
  for (const status of ["serving", "finished", "no-show", "cancelled"]) {
    assert.equal(play(open, view(status)).open, false, status);
  }
});

test("a number is sent once, and shown as it was left", () => {
  const sent = play(newContact(), view("waiting"), "contact-open", "contact-leave");
  assert.equal(sent.sending, "leave");
  assert.equal(play(sent, "contact-leave"), sent);
  assert.equal(play(sent, "contact-close").open, true, "the answer is on its way");
  const left = play(sent, { type: "contact-left", phone: PHONE }, view("waiting", true));
  assert.deepEqual(left, { open: false, left: true, phone: PHONE, sending: null, failed: null });
});

test("a number that was left before, or on another device, is known and not shown", () => {
  const reloaded = play(newContact(), view("waiting", true));
  assert.deepEqual([reloaded.left, reloaded.phone], [true, null]);
});

test("a refusal keeps the form open with its words, and goes with the next try", () => {
  const refused = play(newContact(), "contact-open", "contact-leave", { type: "contact-failed", words: "No." });
  assert.deepEqual([refused.open, refused.sending, refused.failed], [true, null, "No."]);
  assert.equal(play(refused, "contact-leave").failed, null);
  assert.equal(play(refused, "contact-close").failed, null);
});

test("a number that was taken back is forgotten", () => {
  const left = play(newContact(), view("waiting"), { type: "contact-left", phone: PHONE });
  assert.equal(play(left, "contact-take-back").sending, "take-back");
  assert.deepEqual(play(left, "contact-take-back", "contact-gone"), newContact());
  assert.deepEqual(play(left, view("waiting")), newContact(), "taken back on another device");
});

/** One line a case: screen, whether a number is left, what is shown. */
for (const [screen, left, part] of [
  ["wait", false, "offer"],
  ["soon", false, "offer"],
  ["wait", true, "note"],
  ["soon", true, "note"],
  ["missed", true, "note"],
  ["missed", false, "nothing"],
  ["called", false, "nothing"],
  ["called", true, "nothing"],
  ["serving", true, "nothing"],
  ["done", true, "nothing"],
  ["unknown", false, "nothing"],
]) {
  test(`on ${screen} with ${left ? "a" : "no"} number left there is ${part}`, () => {
    assert.equal(contactPartOf({ ...newContact(), left }, screen), part);
  });
}
