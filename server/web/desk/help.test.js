import assert from "node:assert/strict";
import { test } from "node:test";
import { deskView } from "./desk-view.test-data.js";
import { HelpChord, helpMethod } from "./help.js";

const plain = { code: "", repeat: false, ctrlKey: false, altKey: false, metaKey: false };
const dot = { ...plain, key: ".", code: "NumpadDecimal" };
const plus = { ...plain, key: "+", code: "NumpadAdd" };

test("only both keys together ask for help", () => {
  const chord = new HelpChord();
  assert.equal(chord.down(plus), false, "the key of the phone number alone");
  assert.equal(chord.down(dot), false);
  assert.equal(chord.down(plus), true);
  chord.up(dot);
  assert.equal(chord.down(plus), false);
});

test("a key that is held down asks once, and a page that lost the keyboard forgets", () => {
  const chord = new HelpChord();
  chord.down(dot);
  assert.equal(chord.down({ ...plus, repeat: true }), false);
  chord.forget();
  assert.equal(chord.down(plus), false);
});

test("a number pad without NumLock, and a keyboard without a number pad, have the chord, too", () => {
  const without = new HelpChord();
  without.down({ ...dot, key: "Delete" });
  assert.equal(without.down(plus), true);
  const other = new HelpChord();
  other.down({ ...plain, key: ",", code: "Comma" });
  assert.equal(other.down({ ...plain, key: "+", code: "Equal" }), true);
});

test("the same chord ends what it began", () => {
  assert.equal(helpMethod(deskView({})), "POST");
  assert.equal(helpMethod(deskView({ help_since: "2026-11-24T09:42:00+07:00" })), "DELETE");
});
