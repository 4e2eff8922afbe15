/** The note on a ticket: read beside the visit, written in one line in the place of the visit's matter. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { keyed } from "../../vendor/lit-html/directives/keyed.js";
import { live } from "../../vendor/lit-html/directives/live.js";
import { icon } from "../../shared/icons.js";
import { charactersLeft, NOTE_MAX } from "../note.js";
import { withNumbers } from "./numbers.js";

/** @typedef {import("../desk-drawing.js").DeskModel} DeskModel */

/**
 * The place of the note is on the page always: a screen reader says what comes into a place that it knows.
 * @param {DeskModel} model
 * @param {boolean} isFree  whether nothing else stands in the place of the visit's matter
 */
export function notePlace(model, isFree) {
  return html`<div class="note-place" role="status">${isFree ? noteShown(model) : nothing}</div>`;
}

/** What stands on the ticket; nothing without a note. @param {DeskModel} model */
function noteShown({ text, note, stale, situation }) {
  const { of: number, state, text: words } = note;
  if (situation === "paused" || number === null) return nothing;
  if (state === "none" || state === "wanted" || state === "asked") return nothing;
  if (state === "shown") {
    return html`<p class="note" data-note=${number}>
      ${icon("note", { label: text.say("desk-note-of", { number }) })}<span>${words}</span></p>`;
  }
  // The bar above says why nothing comes.
  if (state === "failed" && stale) return nothing;
  return html`<p class="note unread">${icon("note")}<span>${
    withNumbers(text.say(state === "gone" ? "desk-note-gone" : "desk-note-failed", { number }))}</span></p>`;
}

/**
 * @param {DeskModel} model
 * @param {import("../note.js").Draft} draft
 * @param {{ type: (text: string) => void, save: () => unknown, leave: () => void }} on
 */
export function noteField({ text, stale }, { of: number, text: written, gone }, on) {
  const left = charactersLeft(written);
  const onKey = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Tab") return keepInside(event);
    const isSave = event.key === "Enter" && event.target instanceof HTMLInputElement;
    if (event.isComposing || !(isSave || event.key === "Escape")) return;
    // Not for the desk: `Enter` would call the next one.
    event.preventDefault();
    if (event.repeat) return;
    if (isSave) on.save();
    else on.leave();
  };
  return html`
    <section class="chooser note-field" role="dialog" aria-modal="true" aria-labelledby="note-title"
        ?data-gone=${gone > 0} @keydown=${onKey}>
      <h3><label id="note-title" for="note">${withNumbers(text.say("desk-note-write", { number }))}</label></h3>
      <input id="note" data-field="note" type="text" autocomplete="off" spellcheck="false" maxlength=${NOTE_MAX}
        aria-describedby="note-who note-left" .value=${live(written)}
        @input=${(/** @type {InputEvent} */ event) => on.type(/** @type {HTMLInputElement} */ (event.target).value)}>
      <p class="under"><span id="note-who">${text.say("desk-note-who")}</span>
        <span id="note-left" class="left-over">${text.say("desk-note-left", { count: left })}</span></p>
      ${warning({ text, stale }, number, gone)}
      <p class="ways">
        <button type="button" class="option" aria-disabled=${Boolean(stale) || gone > 0} @click=${on.save}
          ><kbd>Enter</kbd><span>${text.say("desk-note-save")}</span></button>
        <button type="button" class="option last" @click=${on.leave}
          ><kbd>Esc</kbd><span>${text.say("desk-note-leave")}</span></button>
      </p>
    </section>`;
}

/**
 * Why it can't be saved. Each `Enter` says once more that the ticket is gone: as a new element, which is read again.
 * @param {Pick<DeskModel, "text" | "stale">} model @param {string} number @param {number} gone
 */
function warning({ text, stale }, number, gone) {
  if (gone > 0) {
    return keyed(gone, html`<p class="warned" role="alert">${icon("warn")}<span>${
      withNumbers(text.say("desk-note-lost", { number }))}</span></p>`);
  }
  return stale ? html`<p class="warned" role="alert">${icon("unlink")}${text.say("desk-note-offline")}</p>` : nothing;
}

/** `Tab` goes round in the field: behind it nothing works. @param {KeyboardEvent} event */
function keepInside(event) {
  const field = /** @type {HTMLElement} */ (event.currentTarget);
  const inside = [...field.querySelectorAll("input, button")];
  const [from, to] = event.shiftKey ? [inside[0], inside.at(-1)] : [inside.at(-1), inside[0]];
  if (event.target !== from || !(to instanceof HTMLElement)) return;
  event.preventDefault();
  to.focus();
}
