/** Below the queue: who was put aside here or missed the call, with the key that lets them wait again. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { awayNow, awayWords } from "../away.js";
import { said } from "./chooser-panel.js";

/** @param {import("../desk-drawing.js").DeskModel} model */
export function awayList({ text, view, now }) {
  const tickets = awayNow(view, now);
  if (tickets.length === 0) return nothing;
  return html`
    <section class="away" aria-labelledby="away-title">
      <h2 id="away-title">${text.say("desk-away")} <span class="num count">${tickets.length}</span>
        <span class="aside">${text.say("desk-away-key")} <kbd>8</kbd></span></h2>
      <ul>${tickets.map((ticket) => html`<li data-away=${ticket.number} data-status=${ticket.status}>
        <span class="num">${ticket.number}</span><small>${said(text, awayWords(ticket))}</small></li>`)}</ul>
    </section>`;
}
