/** The note on a ticket: read beside the visit, written in one line in the place of the visit's matter. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { live } from "../../vendor/lit-html/directives/live.js";
import { icon } from "../../shared/icons.js";
import { charactersLeft, NOTE_MAX } from "../note.js";
import { withNumbers } from "./numbers.js";

/** @typedef {import("../desk-page.js").DeskModel} DeskModel */

/** What stands on the ticket; nothing without a note. @param {DeskModel} model */
export function noteShown({ text, note, stale }) {
  const { of: number, state, text: words } = note;
  if (number === null || state === "none" || state === "wanted" || state === "asked") return nothing;
  if (state === "shown") {
    return html`<p class="note" role="status" data-note=${number}>
      ${icon("note", { label: text.say("desk-note-of", { number }) })}<span>${words}</span></p>`;
  }
  // The bar above says why nothing comes.
  if (state === "failed" && stale) return nothing;
  return html`<p class="note unread" role="status">${icon("note")}<span>${
    withNumbers(text.say(state === "gone" ? "desk-note-gone" : "desk-note-failed", { number }))}</span></p>`;
}

/**
 * @param {DeskModel} model
 * @param {import("../note.js").Draft} draft
 * @param {{ type: (text: string) => void, save: () => unknown, leave: () => void }} on
 */
export function noteField({ text, stale }, { of: number, text: written }, on) {
  const left = charactersLeft(written);
  const onKey = (/** @type {KeyboardEvent} */ event) => {
    if (event.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
    // Not for the desk: `Enter` would call the next one.
    event.preventDefault();
    if (event.repeat) return;
    if (event.key === "Enter") on.save();
    else on.leave();
  };
  return html`
    <section class="chooser note-field" role="dialog" aria-labelledby="note-title">
      <h3><label id="note-title" for="note">${withNumbers(text.say("desk-note-write", { number }))}</label></h3>
      <input id="note" data-field="note" type="text" autocomplete="off" spellcheck="false" maxlength=${NOTE_MAX}
        aria-describedby="note-who note-left" .value=${live(written)} @keydown=${onKey}
        @input=${(/** @type {InputEvent} */ event) => on.type(/** @type {HTMLInputElement} */ (event.target).value)}>
      <p class="under"><span id="note-who">${text.say("desk-note-who")}</span>
        <span id="note-left" class="left-over">${text.say("desk-note-left", { count: left })}</span></p>
      ${stale ? html`<p class="warned" role="alert">${icon("unlink")}${text.say("desk-note-offline")}</p>` : nothing}
      <p class="ways">
        <button type="button" class="option" aria-disabled=${Boolean(stale)} @click=${on.save}
          ><kbd>Enter</kbd><span>${text.say("desk-note-save")}</span></button>
        <button type="button" class="option last" @click=${on.leave}
          ><kbd>Esc</kbd><span>${text.say("desk-note-leave")}</span></button>
      </p>
    </section>`;
}
