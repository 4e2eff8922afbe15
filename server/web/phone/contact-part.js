/** The part of the phone page where a phone number is left: an offer, a form, and the note that one is kept. */
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { icon } from "../shared/icons.js";
import { inGroups } from "../shared/phone-number.js";
import { contactPartOf } from "./contact.js";

/**
 * Its field keeps what was typed, and the focus, whatever else is drawn anew: the form is one element as long as it is
 * open.
 * @param {import("./screens.js").Page} page
 * @param {import("./flow.js").Screen} screen
 */
export function contactPart(page, screen) {
  switch (contactPartOf(page.contact, screen)) {
    case "form":
      return form(page);
    case "note":
      return note(page);
    case "offer":
      return offer(page);
    case "nothing":
      return nothing;
  }
}

/** @param {import("./screens.js").Page} page */
function offer({ text }) {
  return html`<button type="button" class="offer" data-action="contact-open"
    >${icon("phone")}${text.say("phone-contact-offer")}</button>`;
}

/** @param {import("./screens.js").Page} page */
function form({ contact, office, text }) {
  const { failed, sending } = contact;
  return html`<form class="card contact" novalidate data-form="contact">
    <label for="contact-phone">${text.say("phone-contact-label")}</label>
    <p id="contact-why">${text.say("phone-contact-why", { days: office.keep_contacts_days })}</p>
    <input id="contact-phone" name="phone" type="tel" autocomplete="tel" maxlength="40"
      aria-describedby="contact-why contact-failed" aria-invalid=${failed ? "true" : "false"}>
    <p id="contact-failed" class="failed" role="alert">${failedWords(contact, text)}</p>
    <div class="two">
      <button type="button" class="button quiet" data-action="contact-close">${text.say("phone-contact-close")}</button>
      <button type="submit" class="button" aria-busy=${sending === "leave"}>${text.say("phone-contact-send")}</button>
    </div>
  </form>`;
}

/** @param {import("./screens.js").Page} page */
function note({ contact, text }) {
  const { phone, sending } = contact;
  const words = phone
    ? text.say("phone-contact-left", { phone: inGroups(phone) })
    : text.say("phone-contact-left-before");
  return html`<div class="contact note">
    <p role="status">${icon("phone")}<span>${words}</span></p>
    <button type="button" class="offer" data-action="contact-take-back" aria-busy=${sending === "take-back"}
      >${text.say("phone-contact-take-back")}</button>
    <p class="failed" role="alert">${failedWords(contact, text)}</p>
  </div>`;
}

/** @param {import("./contact.js").Contact} contact @param {import("../shared/text.js").Text} text */
function failedWords({ failed }, text) {
  if (failed === null) return nothing;
  return failed || text.say("phone-contact-failed");
}
