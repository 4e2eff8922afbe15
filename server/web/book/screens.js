/** The booking page: one question at a time, large targets, the choice so far above it. */
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { icon } from "../shared/icons.js";
import { name } from "../shared/office.js";
import { officeMark } from "../shared/office-mark.js";
import { formatDate } from "../shared/time.js";
import { offlineWords } from "./booking.js";

/**
 * @typedef {object} Page
 * @property {import("./booking.js").Booking} booking
 * @property {any} office
 * @property {import("../shared/text.js").Text} text
 * @property {import("../shared/text.js").Text[]} others  in the other languages
 */

/** @param {Page} page */
export function book(page) {
  const { booking, office, text } = page;
  const step = office.appointments.online ? booking.step : "offline";
  return html`<main class="phone book" data-state=${step}>
    ${head(page)}
    ${step === "offline" ? offline(page) : html`${chosen(page)} ${steps[booking.step](page)}`}
    <p class="failed" role="alert">${booking.failure === null ? nothing
      : booking.failure || text.say("appointment-failed")}</p>
    <div class="end">${foot(page, step)}</div>
  </main>`;
}

/** @param {{ office: any, text: import("../shared/text.js").Text, others: import("../shared/text.js").Text[] }} page */
export function head({ office, text, others }) {
  return html`<header class="top">
    ${officeMark(office)}
    <div><b>${name(office.name, text.language)}</b><small>${name(office.unit, text.language)}</small></div>
    <nav>${others.map((other) => html`<a href="?lang=${other.language}" lang=${other.language}
      data-language=${other.language}>${other.say("appointment-language-name")}</a>`)}</nav>
  </header>`;
}

/** @type {Record<import("./booking.js").Step, (page: Page) => unknown>} */
const steps = { service, day, time, check };

/** What was chosen so far. @param {Page} page */
function chosen({ booking, office, text }) {
  const { step, service, day, time } = booking;
  if (step === "service" || step === "check") return nothing;
  const found = office.services.find((/** @type {any} */ one) => one.code === service);
  return html`<p class="chosen">${icon(found?.pictogram)}<b>${name(found?.name, text.language)}</b>
    ${step === "time" && day ? html`<span>${formatDate(day, text.language)} ${time ?? nothing}</span>` : nothing}</p>`;
}

/** @param {Page} page */
function service({ office, text }) {
  const bookable = office.services.filter((/** @type {any} */ one) => one.appointments);
  return html`<h1>${text.say("appointment-service")}</h1>
    <div class="choices">${bookable.map((/** @type {any} */ one) => html`
      <button type="button" data-action="choose-service" data-service=${one.code}>
        ${icon(one.pictogram)}<span>${name(one.name, text.language)}
          <small>${name(one.about, text.language)}</small></span></button>`)}</div>`;
}

/** @param {Page} page */
function day({ booking, text }) {
  const { days } = booking;
  const choice = (/** @type {{ day: string, free: number }} */ { day, free }) => html`
    <button type="button" data-action="choose-day" data-day=${day} ?disabled=${free === 0}>
      <span>${formatDate(day, text.language)}<small>${places(free, text)}</small></span></button>`;
  return html`<h1>${text.say("appointment-day")}</h1>
    ${days === null ? loading(text)
      : days.length === 0 ? html`<p class="none">${text.say("appointment-no-days")}</p>`
      : html`<div class="choices">${days.map(choice)}</div>`}`;
}

/** @param {Page} page */
function time({ booking, text }) {
  const { times } = booking;
  const choice = (/** @type {{ time: string, free: number }} */ { time, free }) => html`
    <button type="button" data-action="choose-time" data-time=${time} ?disabled=${free === 0}>
      <span><b class="num">${time}</b>
        ${free === 0 ? html`<small>${text.say("appointment-full")}</small>` : nothing}</span></button>`;
  return html`<h1>${text.say("appointment-time")}</h1>
    ${times === null ? loading(text)
      : times.length === 0 ? html`<p class="none">${text.say("appointment-no-times")}</p>`
      : html`<div class="choices times">${times.map(choice)}</div>`}`;
}

/** @param {Page} page */
function check({ booking, office, text }) {
  const service = office.services.find((/** @type {any} */ one) => one.code === booking.service);
  return html`<section class="me">
    <h1 class="caption">${text.say("appointment-check")}</h1>
    <span class="num big" data-field="time">${booking.time}</span>
    <p class="on">${booking.day ? formatDate(booking.day, text.language) : nothing}</p>
    <div class="service">${icon(service?.pictogram)}${name(service?.name, text.language)}</div>
    <p class="caption">${text.say("appointment-no-name")}</p>
  </section>`;
}

/** @param {Page} page */
function offline({ office, text }) {
  return html`<section class="me"><h1>${text.say(offlineWords(office))}</h1>
    ${office.phone ? html`<a class="button" href="tel:${office.phone.replaceAll(" ", "")}">${icon("phone")}
      ${text.say("appointment-call-office", { phone: office.phone })}</a>` : nothing}</section>`;
}

/** @param {Page} page @param {string} step */
function foot({ booking, office, text }, step) {
  const bookable = office.services.filter((/** @type {any} */ one) => one.appointments);
  const isFirst = step === "service" || (step === "day" && bookable.length === 1);
  if (step === "offline" || isFirst) return retry(booking, text);
  const back = html`<button type="button" class="button quiet" data-action="back">
    ${icon("left")}${text.say("appointment-back")}</button>`;
  if (step !== "check") return html`${retry(booking, text)} ${back}`;
  return html`<button type="button" class="button" data-action="book" aria-busy=${booking.sending}>
    ${icon("check")}${text.say("appointment-book")}</button>${back}`;
}

/** When the days or times did not come. @param {Page["booking"]} booking @param {Page["text"]} text */
function retry({ step, days, times, failure }, text) {
  const missing = (step === "day" && days === null) || (step === "time" && times === null);
  if (failure === null || !missing) return nothing;
  return html`<button type="button" class="button" data-action="again">${text.say("appointment-again")}</button>`;
}

/** @param {import("../shared/text.js").Text} text */
function loading(text) {
  return html`<p class="none" role="status">${text.say("appointment-loading")}</p>`;
}

/** @param {number} free @param {import("../shared/text.js").Text} text */
function places(free, text) {
  return free === 0 ? text.say("appointment-full") : text.say("appointment-free", { count: free });
}
