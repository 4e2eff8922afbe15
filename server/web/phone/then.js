/** What a ticket is for after the service that it waits for, and where that is done. */
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { name } from "../shared/office.js";

/** @param {import("./screens.js").Page} page */
export function thenPart({ follow, office, text }) {
  const { status, counter, then } = follow.view;
  const here = status === "called" || status === "serving" ? counter : null;
  if (then.length === 0) return nothing;
  return html`<p class="then" data-field="then"><span>${text.say("phone-then")}</span>
    ${then.map(
      (/** @type {string} */ code) => html`<span class="one"><b>${serviceName(office, code, text.language)}</b>${
        whereDone(office, code, here, text)}</span>`,
    )}</p>`;
}

/**
 * @param {any} office @param {string} code
 * @param {number | null} here  the counter that the ticket is at
 * @param {import("../shared/text.js").Text} text
 */
function whereDone(office, code, here, text) {
  const counters = office.services.find((/** @type {any} */ one) => one.code === code)?.counters ?? [];
  if (counters.includes(here)) return `, ${text.say("phone-then-here")}`;
  return counters.length > 0 ? `, ${text.say("phone-counter", { counter: counters.join(", ") })}` : nothing;
}

/**
 * A service that the set-up no longer has is called by its code.
 * @param {any} office @param {string} code @param {string} language
 */
export function serviceName(office, code, language) {
  return name(office.services.find((/** @type {any} */ one) => one.code === code)?.name, language) || code;
}
