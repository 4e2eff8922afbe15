/** Who was called first although they came later, and why: what a citizen sees in the hall and wonders about. */
import { wallClock } from "../shared/time.js";
import { html, nothing } from "../vendor/lit-html/lit-html.js";

/**
 * Never which priority: the server doesn't tell it.
 * @param {{ before: { number: string, reason: string, appointment: string | null }[] }} view
 * @param {import("../shared/text.js").Text} text
 */
export function before({ before: others }, text) {
  if (others.length === 0) return nothing;
  return html`<section class="before"><h2 class="label">${text.say("phone-before")}</h2><ul>
    ${others.map(({ number, reason, appointment }) => html`<li data-before=${number}>
      <b class="num">${number}</b>
      <span>${text.say(`phone-before-${reason}`, { time: appointment ? wallClock(appointment) : "" })}</span></li>`)}
  </ul></section>`;
}
