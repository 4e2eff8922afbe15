/** The note on a ticket, from one officer to the next: read when there is one, written in a field. No page in here. */

/** The key of the number pad that opens the field: the same sign on every layout, also without NumLock. */
export const NOTE_KEY = "-";

/** The server's refusal of words that are meant for another ticket than the one at hand. */
export const OTHER_TICKET = "note-other-ticket";

/** Characters of a note, as the server counts them. */
export const NOTE_MAX = 280;

/**
 * @typedef {object} DeskNote
 * @property {string | null} of  number of the ticket that notes go on: that of the visit, or of the last one
 * @property {"none" | "wanted" | "asked" | "shown" | "gone" | "failed"} state  `wanted`: there is one that nobody has
 *   asked for yet; `gone`: it can't be read any more
 * @property {string} text
 *
 * @typedef {object} Draft  what is being written
 * @property {string} of
 * @property {string} was  what stood there before
 * @property {string} text
 * @property {number} gone  how often it was said that the ticket is not here any more; 0: it is
 *
 * @typedef {Pick<import("./situation.js").DeskView, "visit" | "last">} Tickets
 */

/** @returns {DeskNote} */
export function newDeskNote() {
  return { of: null, state: "none", text: "" };
}

/**
 * A view came: a note of another ticket is forgotten, one that is there is wanted.
 * @param {DeskNote} note
 * @param {Tickets} view
 * @returns {DeskNote}
 */
export function noteViewed(note, { visit, last }) {
  const { number = null, noted = false } = visit ?? last ?? {};
  if (!noted) return { ...newDeskNote(), of: number };
  const isKnown = number === note.of && note.state !== "none" && note.state !== "failed";
  return isKnown ? note : { ...newDeskNote(), of: number, state: "wanted" };
}

/** @param {DeskNote} note @returns {DeskNote} */
export function noteAsked(note) {
  return { ...note, state: "asked" };
}

/**
 * The server's answer; one about another ticket is thrown away.
 * @param {DeskNote} note
 * @param {{ ok: boolean, body?: { number: string, text: string } | null }} answer
 * @returns {DeskNote}
 */
export function noteAnswered(note, { ok, body }) {
  if (note.state !== "asked") return note;
  if (!ok) return { ...note, state: "failed" };
  if (!body) return { ...note, state: "gone" };
  return body.number === note.of ? { ...note, state: "shown", text: body.text } : { ...note, state: "wanted" };
}

/**
 * The field with what stands there; null without a ticket, or before its note has been read: nobody writes over
 * what they have not seen.
 * @param {DeskNote} note
 * @returns {Draft | null}
 */
export function draftOf({ of, state, text }) {
  const unread = state === "wanted" || state === "asked" || state === "failed";
  return of === null || unread ? null : { of, was: text, text, gone: 0 };
}

/**
 * A view came while somebody writes. What is written stays when its ticket goes: the next keys are meant for the field,
 * and no one else's ticket may get the words.
 * @param {Draft} draft
 * @param {DeskNote} before
 * @param {DeskNote} now
 * @returns {Draft}
 */
export function draftViewed(draft, before, now) {
  // The server may know of another ticket before the view does.
  if (now.of === before.of) return draft;
  return now.of === draft.of ? { ...draft, gone: 0 } : draftGone(draft);
}

/** Says, perhaps again, that the ticket is not here any more. @param {Draft} draft @returns {Draft} */
export function draftGone(draft) {
  return { ...draft, gone: draft.gone + 1 };
}

/** How many characters are left. @param {string} text */
export function charactersLeft(text) {
  return NOTE_MAX - [...keptOf(text)].length;
}

/** As the server keeps it. @param {string} text */
function keptOf(text) {
  return text.trim().replace(/\s+/g, " ").normalize("NFC");
}

/**
 * What `Enter` sends; null when nothing was changed.
 * @param {Draft} draft
 * @param {number} counter
 * @returns {import("./chooser.js").ChosenOrder | null}
 */
export function noteOrder({ of, was, text }, counter) {
  const kept = keptOf(text);
  if (kept === was) return null;
  return { command: `note ${kept}`, path: `/counters/${counter}/note`, body: { ticket: of, text: kept } };
}

/** The note as it is once the order was carried out. @param {Draft} draft @returns {DeskNote} */
export function noteWritten({ of, text }) {
  const kept = keptOf(text);
  return kept === "" ? { ...newDeskNote(), of } : { of, state: "shown", text: kept };
}
