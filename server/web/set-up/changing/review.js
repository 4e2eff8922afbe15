/** What changes, before it does: key by key in words, with who would be stranded, in a dialog of its own. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { icon } from "../../shared/icons.js";
import { changesTable } from "./changes.js";

/**
 * @typedef {object} ReviewView
 * @property {import("./saving.js").Review} review
 * @property {boolean} saving
 * @property {any} problem  an answer that saved nothing, already drawn
 * @property {boolean} read  who would be stranded was read
 * @property {(part: string, entry: string) => string} nameOf
 * @property {any} warnings  drawn
 * @property {(read: boolean) => void} onRead
 * @property {() => void} onSave
 * @property {() => void} onBack
 *
 * @param {ReviewView} view @param {import("../../shared/text.js").Text} text
 */
export function reviewDialog({ review, saving, problem, read, nameOf, warnings, onRead, onSave, onBack }, text) {
  const { changes, refusal } = review;
  const strands = refusal?.code === "would-strand";
  const blocked = changes.length === 0 || (refusal && !strands) || (strands && !read);
  return html`
    <dialog class="review" aria-labelledby="review-title" @cancel=${(/** @type {Event} */ event) => {
      event.preventDefault();
      if (!saving) onBack();
    }}>
      <h2 id="review-title" tabindex="-1">${text.say("set-up-what-changes")}</h2>
      ${refusal ? html`<section class="refusal" role="alert" data-refusal=${refusal.code}>
        <h3>${icon("warn")}<span>${refusal.title}</span></h3><p>${refusal.detail}</p>
        ${strands ? html`<label class="read"><input type="checkbox" data-field="read" .checked=${read}
          @change=${(/** @type {any} */ event) => onRead(event.target.checked)}>
          <span>${text.say("set-up-have-read")}</span></label>` : nothing}</section>` : nothing}
      ${changes.length === 0 ? html`<p>${text.say("set-up-saved-same")}</p>` : changesTable(changes, text, nameOf)}
      ${warnings ? html`<section class="warnings"><h3>${icon("warn")}<span>${
        text.say("set-up-then-warnings")}</span></h3>${warnings}</section>` : nothing}
      ${problem ?? nothing}
      <div class="doing">
        <button type="button" class="button quiet" data-action="back" ?disabled=${saving} @click=${onBack}>${
          text.say("set-up-back")}</button>
        <button type="button" class="button" data-action="save" ?disabled=${blocked || saving} @click=${onSave}>${
          text.say(saving ? "set-up-saving" : strands ? "set-up-save-all-the-same" : "set-up-save")}</button>
      </div>
    </dialog>`;
}
