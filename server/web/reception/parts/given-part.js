/** The number that was given last: large, with what its citizen wants to know, the slip and the code for the phone. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { icon } from "../../shared/icons.js";
import { name } from "../../shared/office.js";
import { wallClock } from "../../shared/time.js";
import { printShown, slipWord } from "../printer.js";
import { waitWords } from "../wait.js";

/** @typedef {import("../reception-page.js").ReceptionModel} ReceptionModel */

/**
 * @param {ReceptionModel} model
 * @param {import("../given.js").GivenState} given
 * @param {(press: import("../keys.js").Press) => void} press
 */
export function givenPart(model, { ticket, asked }, press) {
  const { text, office, numbers, form } = model;
  const givesAppointments = office.appointments.given;
  return html`
    <section class="given" aria-label=${text.say("reception-given")}>
      <p class="sr" role="status" aria-live="assertive">${ticket
        ? text.say("reception-said", { number: ticket.number, ahead: ticket.ahead }) : nothing}</p>
      ${ticket ? givenTicket(model, ticket) : nobody(model)}
      <footer class="deeds ${givesAppointments ? "more" : ""}">
        ${givesAppointments ? html`
          <button type="button" class="key" data-action="appointments" @click=${() => press({ type: "appointments" })}>
            <kbd>*</kbd>${text.say("reception-appointments")}</button>` : nothing}
        <button type="button" class="key" data-action="reprint" aria-disabled=${!ticket}
          @click=${() => press({ type: "reprint" })}>
          <kbd>0</kbd>${text.say("reception-reprint")}</button>
        <button type="button" class="key ${asked ? "sure" : ""}" data-action="give-back" aria-disabled=${!ticket}
          @click=${() => press({ type: "give-back" })}>
          ${form.service ? nothing : html`<kbd>⌫</kbd>`}${asked && ticket
            ? text.say("reception-give-back-sure", { number: ticket.number })
            : text.say("reception-give-back")}</button>
        ${numbers.length > 0 ? html`
          <button type="button" class="key" data-action="outage" @click=${() => press({ type: "outage" })}>
            <kbd>${givesAppointments ? "* *" : "*"}</kbd>${text.say("reception-outage-open")}</button>` : nothing}
      </footer>
    </section>`;
}

/** @param {ReceptionModel} model */
function nobody({ text }) {
  return html`
    <div class="message">${icon("branch")}
      <h3>${text.say("reception-welcome")}</h3>
      <p>${text.say("reception-welcome-how")}</p></div>`;
}

/** @param {ReceptionModel} model @param {import("../given.js").GivenTicket} ticket */
function givenTicket({ text, office, view }, ticket) {
  const service = office.services.find(({ code }) => code === ticket.service);
  const print = printShown(ticket, view.printer.state);
  const word = slipWord({ ...ticket, print });
  const services = ticket.then.map((code) =>
    name(office.services.find((one) => one.code === code)?.name, text.language)).join(", ");
  const then = services && text.say("reception-then", { services });
  return html`
    <div class="ticket" data-given=${ticket.number} data-print=${ticket.print}>
      <p class="what">${icon(service?.pictogram ?? "slip")}<b>${name(service?.name, text.language)}</b>
        ${ticket.cases > 1 ? html`<b class="cases" data-cases=${ticket.cases}>${
          text.say("reception-given-cases", { count: ticket.cases })}</b>` : nothing}
        ${then ? html`<span class="then" data-then=${ticket.then.join(" ")}>${then}</span>` : nothing}
        ${ticket.priority
          ? html`<span class="lozenge" role="img" aria-label=${text.say("reception-priority")}></span>` : nothing}</p>
      <span class="num big number">${ticket.number}</span>
      <div class="facts">
        <dl>
          ${ticket.appointment ? html`
            <div><dt>${text.say("reception-appointment-at")}</dt>
              <dd><span class="num" data-appointed>${wallClock(ticket.appointment)}</span></dd></div>` : nothing}
          <div><dt>${text.say("reception-ahead")}</dt><dd><span class="num">${ticket.ahead}</span>
            ${text.say("reception-people", { count: ticket.ahead })}</dd></div>
          <div><dt>${text.say("reception-wait")}</dt><dd>${ticket.forecast
            ? html`<span class="num">${ticket.forecast.from}–${ticket.forecast.to}</span>
              ${text.say("reception-minutes")}`
            : waitWords(ticket, text)}</dd></div>
          <div><dt>${text.say("reception-where")}</dt>
            <dd><span class="num">${(service?.counters ?? []).join(", ")}</span></dd></div>
        </dl>
        ${ticket.paper ? nothing : html`
          <figure>
            <img src="/api/v1/tickets/${ticket.token}/qr" alt=${text.say("reception-qr")} width="160" height="160">
            <figcaption>${text.say("reception-qr")}</figcaption></figure>`}
      </div>
      <p class="slip ${print === "failed" ? "bad" : ""}" role="status" data-slip=${print}>
        ${icon(print === "failed" ? "warn" : "slip")}${text.say(word)}</p>
    </div>`;
}
