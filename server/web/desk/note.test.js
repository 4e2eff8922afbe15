import assert from "node:assert/strict";
import { test } from "node:test";
import { callingView, deskView } from "./desk-view.test-data.js";
import {
  charactersLeft, draftGone, draftOf, draftViewed, newDeskNote, noteAnswered, noteAsked, noteOrder, noteViewed,
  noteWritten,
} from "./note.js";

const TEXT = "chờ bản sao";
const noted = callingView({ noted: true });
const asked = noteAsked(noteViewed(newDeskNote(), noted));
const shown = noteAnswered(asked, { ok: true, body: { number: "A012", text: TEXT } });

test("a ticket with a note is asked for it as soon as it is called", () => {
  assert.equal(noteViewed(newDeskNote(), callingView()).state, "none");
  assert.equal(noteViewed(newDeskNote(), noted).state, "wanted");
  assert.deepEqual(shown, { of: "A012", state: "shown", text: TEXT });
  assert.equal(noteViewed(shown, noted), shown, "and only once");
  assert.equal(noteViewed(asked, noted), asked);
});

test("a note leaves the page with its ticket, and when it is erased", () => {
  assert.deepEqual(noteViewed(shown, callingView({ number: "A013" })), { of: "A013", state: "none", text: "" });
  assert.equal(noteViewed(shown, callingView({ number: "A013", noted: true })).text, "");
  assert.equal(noteViewed(shown, callingView()).text, "");
  assert.deepEqual(noteViewed(shown, deskView()), newDeskNote());
});

test("after the visit the note of the one that ended last stays", () => {
  const last = { number: "A012", outcome: null, noted: true };
  assert.equal(noteViewed(shown, deskView({ last })), shown);
});

test("an answer about another ticket is thrown away, one that did not come is asked for again", () => {
  const other = noteAnswered(asked, { ok: true, body: { number: "A011", text: "x" } });
  assert.deepEqual([other.state, other.text], ["wanted", ""]);
  const failed = noteAnswered(asked, { ok: false });
  assert.equal(failed.state, "failed");
  assert.equal(noteViewed(failed, noted).state, "wanted");
  assert.equal(noteAnswered(asked, { ok: true, body: null }).state, "gone");
  assert.equal(noteAnswered(shown, { ok: true, body: null }), shown);
});

test("nobody writes over a note that they have not read", () => {
  for (const unread of [noteViewed(newDeskNote(), noted), asked, noteAnswered(asked, { ok: false })]) {
    assert.equal(draftOf(unread), null);
  }
  assert.equal(draftOf(newDeskNote()), null, "without a ticket there is none");
  assert.deepEqual(draftOf(shown), { of: "A012", was: TEXT, text: TEXT, gone: 0 });
  assert.deepEqual(draftOf(noteViewed(newDeskNote(), callingView())), { of: "A012", was: "", text: "", gone: 0 });
});

test("enter sends what was changed, blanks erase, and what stayed the same is not sent", () => {
  const draft = draftOf(shown);
  assert.ok(draft);
  assert.equal(noteOrder({ ...draft, text: `  ${TEXT} ` }, 3), null);
  assert.deepEqual(noteOrder({ ...draft, text: " xong " }, 3), {
    command: "note xong", path: "/counters/3/note", body: { ticket: "A012", text: "xong" },
  });
  assert.deepEqual(noteOrder({ ...draft, text: "  " }, 3)?.body, { ticket: "A012", text: "" });
  assert.deepEqual(noteWritten({ ...draft, text: " xong " }), { of: "A012", state: "shown", text: "xong" });
  assert.equal(noteWritten({ ...draft, text: " " }).state, "none");
});

test("what is left counts letters, with marks or without", () => {
  assert.equal(charactersLeft("chữ"), 277);
  assert.equal(charactersLeft("chữ".normalize("NFD")), 277);
  assert.equal(charactersLeft("ữ".repeat(281)), -1);
});

test("what is being written stays when its ticket goes, and says so once more with each try", () => {
  const draft = { of: "A012", was: "", text: "chờ", gone: 0 };
  const gone = draftViewed(draft, shown, noteViewed(shown, deskView()));
  assert.deepEqual(gone, { ...draft, gone: 1 });
  assert.equal(draftGone(gone).gone, 2);
  const other = noteViewed(shown, callingView({ number: "A013" }));
  assert.equal(draftViewed(draft, shown, other).gone, 1, "another ticket never gets the words");
  assert.equal(draftViewed(gone, other, shown).gone, 0, "the ticket is back");
});

test("the same ticket in the next view changes nothing of what is written", () => {
  const draft = { of: "A012", was: "", text: "chờ", gone: 0 };
  assert.equal(draftViewed(draft, shown, shown), draft);
  const refused = draftGone(draft);
  assert.equal(draftViewed(refused, shown, shown), refused, "the server knows of another ticket before the view does");
});
