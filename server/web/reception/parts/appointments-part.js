/** The dialog of who has an appointment, as it looks: the code, what it means now, today's appointments below. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { repeat } from "../../vendor/lit-html/directives/repeat.js";
import { icon } from "../../shared/icons.js";
import { name } from "../../shared/office.js";
import { wallClock } from "../../shared/time.js";
import { isPickable } from "../appointments.js";

/**
 * @typedef {import("../appointments.js").Row} Row
 *
 * @typedef {object} Model
 * @property {import("../../shared/text.js").Text} text
 * @property {import("../../shared/office.js").Office} office
 * @property {Row[]} rows
 * @property {{ word: string, row: Row | null }} outlook
 * @property {boolean} isOpen
 * @property {string} typed
 * @property {string | null} code  in what was typed
 * @property {boolean} sending
 * @property {string | null} failed  why there is no number
 * @property {{ id: string, name: string } | null} priority
 * @property {boolean} hasOutage
 *
 * @typedef {object} Doings
 * @property {(typed: string) => void} type
 * @property {(event: KeyboardEvent) => void} key
 * @property {() => void} enter
 * @property {(code: string) => void} pick
 * @property {(service: string) => void} ordinary
 * @property {() => void} book
 * @property {() => void} outage
 * @property {() => void} close
 * @property {() => void} closed
 */

/** @param {Model} model @param {Doings} doings */
export function appointmentsPart(model, doings) {
  return html`
    <dialog class="appointments" aria-labelledby="appointments-title" @close=${doings.closed}>
      ${model.isOpen ? html`${codeForm(model, doings)}${dayList(model, doings)}${deeds(model, doings)}` : nothing}
    </dialog>`;
}

/** @param {Model} model @param {Doings} doings */
function codeForm({ text, typed, code, sending, failed, priority, outlook, office }, doings) {
  const { row } = outlook;
  const service = office.services.find((one) => one.code === row?.service);
  return html`
    <form @submit=${(/** @type {Event} */ event) => { event.preventDefault(); doings.enter(); }}>
      <header><h2 id="appointments-title">${text.say("reception-appointments")}</h2>
        <button type="button" class="quiet" data-action="close-appointments" aria-label=${text.say("common-done")}
          @click=${doings.close}>${icon("x")}</button></header>
      <label for="appointment-code">${text.say("reception-appointment-code")}</label>
      <div class="entry">
        <input id="appointment-code" class="num" inputmode="numeric" autocomplete="off" spellcheck="false"
          maxlength="200" placeholder="······" .value=${typed} aria-describedby="appointment-outlook"
          @input=${(/** @type {any} */ { target }) => doings.type(target.value)} @keydown=${doings.key}>
        <button class="key main ${code ? "" : "rest"}" data-action="check-in" ?disabled=${sending}>
          <kbd>Enter</kbd>${text.say("reception-appointment-enter")}</button>
      </div>
      ${failed ? html`
        <p class="notice bad" role="alert" data-failed>${icon("warn")}<span>${failed}</span></p>` : html`
        <p id="appointment-outlook" class="outlook" role="status">${row ? html`
          <b class="num">${wallClock(row.starts_at)}</b> <b>${name(service?.name, text.language)}</b> ` : nothing}
          ${text.say(outlook.word, {
            from: row ? wallClock(row.check_in_from) : "", until: row ? wallClock(row.check_in_until) : "",
            number: row?.number ?? "",
          })}
          ${priority ? html`<span class="with">${text.say("reception-appointment-with", { priority: priority.name })}
            </span>` : nothing}</p>`}
      ${failed && row && service ? html`
        <button type="button" class="chip" data-action="ordinary" @click=${() => doings.ordinary(row.service)}>
          ${icon(service.pictogram)}${text.say("reception-appointment-ordinary", {
            service: name(service.name, text.language),
          })}</button>` : nothing}
    </form>`;
}

/** @param {Model} model @param {Doings} doings */
function dayList(model, doings) {
  const { text, rows } = model;
  return html`
    <section class="day" aria-labelledby="appointments-day">
      <h3 id="appointments-day"><kbd>−</kbd>${text.say("reception-appointments-day")}
        <span class="num" data-total=${rows.length}>${rows.length}</span></h3>
      ${rows.length === 0 ? html`<p class="nobody">${text.say("reception-appointments-none")}</p>` : html`
        <ol>${repeat(rows, ({ code }) => code, (row) => dayRow(model, row, doings))}</ol>`}
    </section>`;
}

/** @param {Model} model @param {Row} row @param {Doings} doings */
function dayRow({ text, office, code }, row, doings) {
  const service = office.services.find((one) => one.code === row.service);
  const word = text.say(`reception-appointment-is-${row.stand}`, {
    from: wallClock(row.check_in_from), number: row.number ?? "",
  });
  return html`
    <li><button type="button" data-appointment=${row.code} data-stand=${row.stand} tabindex="-1"
        aria-pressed=${row.code === code} ?disabled=${!isPickable(row)} @click=${() => doings.pick(row.code)}>
      <span class="num time">${wallClock(row.starts_at)}</span>
      ${icon(service?.pictogram ?? "slip")}
      <b>${name(service?.name, text.language)}</b>
      <span class="stand">${word}</span>
      <span class="num code">${row.code}</span></button></li>`;
}

/** @param {Model} model @param {Doings} doings */
function deeds({ text, hasOutage }, doings) {
  return html`
    <footer class="others">
      <button type="button" class="key" data-action="book" @click=${doings.book}>
        <kbd>+</kbd>${text.say("reception-appointment-book")}</button>
      ${hasOutage ? html`
        <button type="button" class="key" data-action="to-outage" @click=${doings.outage}>
          <kbd>*</kbd>${text.say("reception-outage-open")}</button>` : nothing}
    </footer>`;
}
