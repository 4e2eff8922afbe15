/** Above the keys of a desk: the phone number of whoever is called or did not come, behind a key of its own. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { icon } from "../../shared/icons.js";
import { inGroups } from "../../shared/phone-number.js";
import { CONTACT_KEY } from "../contact.js";
import { withNumbers } from "./numbers.js";

/** @typedef {import("../desk-drawing.js").DeskModel} DeskModel */

/** Situations in which the counter is this officer's. */
const OWN = ["empty", "waiting", "calling", "serving", "paused"];

/**
 * @param {DeskModel} model
 * @param {() => void} press
 */
export function contactLine(model, press) {
  const { text, situation, contact, stale } = model;
  const { of: number, state, phone } = contact;
  if (!OWN.includes(situation) || number === null) return nothing;
  const label = phone === null ? "desk-contact-show" : "desk-contact-hide";
  return html`<div class="contact" data-contact=${state}>
    <p role="status">${icon("phone")}${phone === null
      ? html`<span>${withNumbers(text.say(wordsOf(state), { number }))}</span>`
      : html`<span>${withNumbers(text.say("desk-contact-of", { number }))}</span>
        <span class="num" data-phone>${inGroups(phone)}</span>`}</p>
    <button type="button" class="key" data-contact-key aria-disabled=${Boolean(stale)} @mousedown=${keepFocus}
      @click=${press}><kbd>${CONTACT_KEY}</kbd><span>${text.say(label)}</span></button>
  </div>`;
}

/** @param {import("../contact.js").DeskContact["state"]} state */
function wordsOf(state) {
  if (state === "gone") return "desk-contact-gone";
  return state === "failed" ? "desk-contact-failed" : "desk-contact-left";
}

/** A click leaves the focus where it is: `Enter` stays the desk's key afterwards. @param {MouseEvent} event */
function keepFocus(event) {
  event.preventDefault();
}
