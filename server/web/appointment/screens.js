/** The page of an appointment: when, the code, what to bring, and what can be done with it. */
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { head } from "../book/screens.js";
import { icon } from "../shared/icons.js";
import { name } from "../shared/office.js";
import { formatDate, wallClock } from "../shared/time.js";
import { screenOf, ticketPage } from "./appointment.js";

/**
 * @typedef {object} Page
 * @property {string} token
 * @property {import("./appointment.js").Follow} follow
 * @property {any} office
 * @property {import("../shared/text.js").Text} text
 * @property {import("../shared/text.js").Text[]} others  in the other languages
 */

/** @param {Page} page */
export function appointment(page) {
  const screen = screenOf(page.follow);
  return html`<main class="phone appointment" data-state=${screen}>
    ${head(page)} ${contents[screen](page)}
    <div class="end">${actions(page, screen)}</div>
  </main>`;
}

/** @type {Record<ReturnType<typeof screenOf>, (page: Page) => unknown>} */
const contents = {
  loading: ({ text }) => html`<p class="none" role="status">${text.say("appointment-loading")}</p>`,
  failed: ({ text }) => words(text, "appointment-failed"),
  unknown: ({ text }) => words(text, "appointment-unknown", "appointment-unknown-how"),
  cancelled: ({ text }) => words(text, "appointment-cancelled", "appointment-cancelled-how"),
  missed: ({ text }) => words(text, "appointment-missed", "appointment-missed-how"),
  kept: ({ follow, text }) => html`<section class="me">
    <h1>${text.say("appointment-kept", { number: follow.view.number ?? "" })}</h1>
    <p>${text.say("appointment-kept-how")}</p></section>`,
  booked,
};

/** @param {import("../shared/text.js").Text} text @param {string} title @param {string} [how] */
function words(text, title, how) {
  const advice = how ? html`<p>${text.say(how)}</p>` : nothing;
  return html`<section class="me"><h1>${text.say(title)}</h1>${advice}</section>`;
}

/** @param {Page} page */
function booked({ token, follow, office, text }) {
  const { view } = follow;
  const service = office.services.find((/** @type {any} */ one) => one.code === view.service);
  const from = wallClock(view.check_in_from);
  const until = wallClock(view.check_in_until);
  return html`<section class="me">
      <h1 class="caption">${text.say("appointment-yours")}</h1>
      <span class="num big" data-field="time">${wallClock(view.starts_at)}</span>
      <p class="on">${formatDate(view.starts_at, text.language)}</p>
      <div class="service">${icon(service?.pictogram)}${name(service?.name, text.language)}</div>
    </section>
    <section class="card code-card">
      <div><h2 class="label">${text.say("appointment-code")}</h2>
        <b class="num" data-field="code">${view.code.slice(0, 3)} ${view.code.slice(3)}</b>
        <p>${text.say("appointment-when", { from, until })}</p></div>
      <img src="/api/v1/appointments/${token}/qr" alt=${text.say("appointment-qr")}>
      <p class="wide">${text.say("appointment-how")} <b>${text.say("appointment-keep")}</b></p>
    </section>
    ${documents(service, text)}`;
}

/** @param {any} service @param {import("../shared/text.js").Text} text */
function documents(service, text) {
  if (!service || service.documents.length === 0) return nothing;
  return html`<section class="card"><h2>${text.say("appointment-bring")}</h2><ul>
    ${service.documents.map((/** @type {any} */ one) => html`<li>${icon("doc")}<span>${name(one.name, text.language)}
      ${one.note ? html`<br><small>${name(one.note, text.language)}</small>` : nothing}</span></li>`)}
  </ul></section>`;
}

/** @param {Page} page @param {ReturnType<typeof screenOf>} screen */
function actions(page, screen) {
  const { token, follow, office, text } = page;
  if (screen === "failed") {
    return html`<button type="button" class="button" data-action="again">${text.say("appointment-again")}</button>`;
  }
  if (screen === "cancelled" || screen === "missed" || screen === "unknown") {
    return office.appointments.online
      ? html`<a class="button" href="/book?lang=${text.language}">${icon("calendar")}
          ${text.say("appointment-new")}</a>`
      : nothing;
  }
  const followed = ticketPage(follow, text.language);
  if (screen === "kept" && followed) {
    return html`<a class="button" href=${followed} data-field="ticket">${icon("phone")}
      ${text.say("appointment-follow")}</a>`;
  }
  if (screen !== "booked") return nothing;
  if (follow.asksCancel) return sure(page);
  return html`
    ${failure(page)}
    ${office.appointments.check_in_by_phone
      ? html`<button type="button" class="button" data-action="check-in" aria-busy=${follow.sending}>
          ${icon("check")}${text.say("appointment-check-in")}</button>`
      : nothing}
    <a class="button" href="/api/v1/appointments/${token}/calendar" download="moi-appointment.ics">
      ${icon("calendar")}${text.say("appointment-calendar")}</a>
    <button type="button" class="button quiet" data-action="ask-cancel">${text.say("appointment-cancel")}</button>`;
}

/** @param {Page} page */
function sure(page) {
  const { follow, text } = page;
  return html`<section class="sure">
    <h2>${text.say("appointment-cancel-sure", { time: wallClock(follow.view.starts_at) })}</h2>
    <p>${text.say("appointment-cancel-how")}</p>
    ${failure(page)}
    <div class="two">
      <button type="button" class="button" data-action="keep">${text.say("appointment-cancel-keep")}</button>
      <button type="button" class="button quiet" data-action="cancel" aria-busy=${follow.sending}>
        ${text.say("appointment-cancel-yes")}</button>
    </div>
  </section>`;
}

/** @param {Page} page */
function failure({ follow, text }) {
  return html`<p class="failed" role="alert">${follow.failure === null ? nothing
    : follow.failure || text.say("appointment-failed")}</p>`;
}
