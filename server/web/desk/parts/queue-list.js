/** Who waits for this counter, in the order in which they will be called, with the time that decides and its reason. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { repeat } from "../../vendor/lit-html/directives/repeat.js";
import { icon } from "../../shared/icons.js";
import { wallClock } from "../../shared/time.js";
import { queueRows } from "../queue.js";

/** @typedef {import("../desk-drawing.js").DeskModel} DeskModel */

/** @param {DeskModel} model */
export function queueList(model) {
  const { text, view, now } = model;
  const { rows, more: behind } = queueRows(view, now);
  const beyond = Math.max(0, rows.length - model.fitting);
  const more = behind + beyond;
  const sorted = rows.length > 0;
  return html`
    <section class="queue" data-total=${view.queue_total}>
      <header>
        <h2>${text.say("desk-queue")} <span class="num count">${view.queue_total}</span></h2>
        <span>${sorted ? text.say("desk-queue-order") : nothing}</span>
      </header>
      ${sorted
        ? html`<ol>${repeat(rows, ({ id }) => id, (ticket, place) => row(model, ticket, place))}</ol>`
        : html`<p class="nobody">${text.say("desk-queue-empty")}</p>`}
      ${expected(model)}
      <footer>
        <span>${more > 0
          ? text.say("desk-queue-more", { count: more, hall: view.hall_total })
          : text.say("desk-queue-hall", { hall: view.hall_total })}</span>
      </footer>
    </section>`;
}

/** Who has an appointment and has not come yet. @param {DeskModel} model */
function expected({ text, view, serviceOf }) {
  const next = view.expected ?? [];
  if (next.length === 0) return nothing;
  return html`<p class="expected"><b>${text.say("desk-queue-expected")}</b>
    ${next.map(({ at, service }) => html`<span><b class="num">${wallClock(at)}</b> ${serviceOf(service).name}</span>`)}
  </p>`;
}

/**
 * @param {DeskModel} model
 * @param {import("../queue.js").QueueRow} ticket
 * @param {number} place  from 0
 */
function row({ text, serviceOf, arrived, fitting }, ticket, place) {
  const service = serviceOf(ticket.service);
  const waited = ticket.waited > 0
    ? text.say("desk-queue-waited", { minutes: ticket.waited })
    : text.say("desk-queue-waited-no-time");
  const classes = [
    place === 0 ? "next" : "", place >= fitting ? "beyond" : "", arrived.has(ticket.id) ? "arrived" : "",
  ].join(" ");
  return html`
    <li class=${classes} data-ticket=${ticket.number}>
      <span class="num number">${ticket.number}</span>
      ${icon(service.pictogram)}
      <div>
        <b>${service.name}${ticket.noted ? icon("note", { label: text.say("desk-queue-noted") }) : nothing}</b>
        <small>${ticket.reason ? text.say(ticket.reason.id, ticket.reason.values) : nothing}</small>
        ${papers(ticket, text)}
      </div>
      <div class="at"><span class="num">${ticket.at}</span><small>${waited}</small></div>
    </li>`;
}

/**
 * What is more than one file of one service.
 * @param {import("../queue.js").QueueRow} ticket @param {import("../../shared/text.js").Text} text
 */
function papers({ cases, then }, text) {
  if (cases === 1 && then === 0) return nothing;
  return html`<small class="papers">
    ${cases > 1 ? html`<span>${text.say("desk-cases", { count: cases })}</span>` : nothing}
    ${then > 0 ? html`<span>${text.say("desk-queue-then", { count: then })}</span>` : nothing}</small>`;
}
