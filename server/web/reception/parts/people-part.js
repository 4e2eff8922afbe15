/** Who waits and who is away: found by number, each with what the reception may do. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { repeat } from "../../vendor/lit-html/directives/repeat.js";
import { icon } from "../../shared/icons.js";
import { name } from "../../shared/office.js";
import { wallClock } from "../../shared/time.js";

/**
 * @typedef {import("../reception-page.js").ReceptionModel} ReceptionModel
 * @typedef {{ id: number, number: string }} Ticket
 * @typedef {object} Doings
 * @property {(typed: string) => void} search
 * @property {(id: number) => void} open
 * @property {(ticket: Ticket) => void} giveBack
 * @property {(ticket: Ticket) => void} letBack
 * @property {(ticket: Ticket) => void} reprint
 * @property {(ticket: Ticket, priority: string) => void} grant
 */

/** @param {ReceptionModel} model @param {Doings} doings */
export function peoplePart(model, doings) {
  const { text, rows, total, search } = model;
  return html`
    <section class="people" aria-label=${text.say("reception-people-title")}>
      <header>
        <h2>${text.say("reception-people-title")} <span class="num count" data-total=${total}>${total}</span></h2>
        <label class="search"><kbd>/</kbd><span class="sr">${text.say("reception-search")}</span>
          <input id="search" class="num" type="search" inputmode="numeric" autocomplete="off" spellcheck="false"
            placeholder=${text.say("reception-search")} .value=${search}
            @input=${(/** @type {any} */ { target }) => doings.search(target.value)}
            @keydown=${(/** @type {KeyboardEvent} */ event) => leave(event, doings)}></label>
      </header>
      <div class="lists">
        ${rows.away.length > 0 ? html`
          <h3>${text.say("reception-away")}</h3>
          <ul>${repeat(rows.away, ({ id }) => id, (ticket) => awayRow(model, ticket, doings))}</ul>` : nothing}
        ${rows.waiting.length > 0
          ? html`<ol>${repeat(rows.waiting, ({ id }) => id, (ticket) => waitingRow(model, ticket, doings))}</ol>`
          : html`<p class="nobody">${text.say(search.trim() ? "reception-nobody-found" : "reception-nobody")}</p>`}
        ${rows.more > 0 ? html`<p class="nobody">${text.say("reception-more", { count: rows.more })}</p>` : nothing}
      </div>
    </section>`;
}

/** Escape empties the field and gives the keys back to the page. @param {KeyboardEvent} event @param {Doings} doings */
function leave(event, doings) {
  if (event.key !== "Escape" || !(event.target instanceof HTMLElement)) return;
  event.preventDefault();
  doings.search("");
  event.target.blur();
}

/** @param {ReceptionModel} model @param {ReceptionModel["rows"]["waiting"][number]} ticket @param {Doings} doings */
function waitingRow(model, ticket, doings) {
  const { text, office, open } = model;
  const service = office.services.find(({ code }) => code === ticket.service);
  const waited = ticket.waited > 0
    ? text.say("reception-waited", { minutes: ticket.waited })
    : text.say("reception-just-came");
  return html`
    <li data-ticket=${ticket.number}>
      <button type="button" class="person" aria-expanded=${open === ticket.id} @click=${() => doings.open(ticket.id)}>
        <span class="num number">${ticket.number}</span>
        ${icon(service?.pictogram ?? "slip")}
        <span class="about"><b>${name(service?.name, text.language)}</b><small>${ticket.why}</small></span>
        <span class="at"><span class="num">${wallClock(ticket.effective)}</span><small>${waited}</small></span>
      </button>
      ${open === ticket.id ? html`
        <div class="choices" role="group" aria-label=${text.say("common-ticket", { number: ticket.number })}>
          ${office.priorities.map(({ id, name: names, pictogram }) => html`
            <button type="button" class="chip" data-grant=${id} @click=${() => doings.grant(ticket, id)}>
              ${icon(pictogram)}${name(names, text.language)}</button>`)}
          <button type="button" class="chip" data-do="reprint" @click=${() => doings.reprint(ticket)}>
            ${icon("printer")}${text.say("reception-reprint")}</button>
          <button type="button" class="chip" data-do="give-back" @click=${() => doings.giveBack(ticket)}>
            ${icon("undo")}${text.say("reception-give-back-this", { number: ticket.number })}</button>
        </div>` : nothing}
    </li>`;
}

/** @param {ReceptionModel} model @param {import("../people.js").Away} ticket @param {Doings} doings */
function awayRow({ text, office }, ticket, doings) {
  const service = office.services.find(({ code }) => code === ticket.service);
  const since = wallClock(ticket.since);
  const words = ticket.status === "parked"
    ? text.say("reception-parked", { time: since, counter: ticket.counter })
    : text.say("reception-missed", { time: since, counter: ticket.counter });
  return html`
    <li class="away" data-away=${ticket.number}>
      <span class="num number">${ticket.number}</span>
      ${icon(service?.pictogram ?? "slip")}
      <small>${words}</small>
      <button type="button" class="chip" data-do="return" @click=${() => doings.letBack(ticket)}>
        ${icon("check")}${text.say("reception-return")}</button>
    </li>`;
}
