/** The phone's screens: one frame, so that a change of what is in it moves neither focus nor an open question. */
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { keyed } from "../vendor/lit-html/directives/keyed.js";
import { icon } from "../shared/icons.js";
import { name } from "../shared/office.js";
import { officeMark } from "../shared/office-mark.js";
import { wallClock } from "../shared/time.js";
import { isStale, screenOf, stepsOf } from "./flow.js";
import { actions } from "./cancel.js";
import { contactPart } from "./contact-part.js";
import { before } from "./before.js";
import { bringOf } from "./bring.js";
import { thenPart } from "./then.js";
import { missed, parked, transferred } from "./returning.js";
import { wait } from "./wait.js";

/** Calls of others beside the own number: who sees the last one knows how far it is. */
const RECENT_MAX = 2;

/**
 * @typedef {object} Page
 * @property {import("./flow.js").Follow} follow
 * @property {import("./contact.js").Contact} contact
 * @property {any} office
 * @property {import("../shared/text.js").Text} text
 * @property {import("../shared/text.js").Text[]} others  in the other languages
 */

/** @param {Page} page */
export function phone(page) {
  const { follow } = page;
  const screen = screenOf(follow);
  const stale = isStale(follow);
  return html`<main class="phone ${screen} ${stale ? "stale" : ""}" data-state=${screen} data-link=${follow.link}
    data-number=${follow.view?.number ?? ""}>
    ${screen === "called" ? field(follow) : nothing}
    ${head(page)} ${stale ? lost(page) : nothing}
    <p class="sr" aria-live=${screen === "called" ? "assertive" : "polite"}>${spoken(page)}</p>
    ${contents[screen](page)}
    <div>${contactPart(page, screen)}</div>
    <div class="end">${actions(page, screen, stale)}</div>
  </main>`;
}

/** @type {Record<import("./flow.js").Screen, (page: Page) => unknown>} */
const contents = {
  loading: () => nothing,
  wait: waiting,
  soon: waiting,
  called: atCounter,
  serving: atCounter,
  done,
  parked,
  missed,
  cancelled,
  expired,
  unknown,
};

/**
 * The whole page is the call. It opens anew for each call, behind everything else.
 * @param {import("./flow.js").Follow} follow
 */
function field({ view, rung }) {
  return keyed(view.call, html`<div class="field calling ${view.call === rung ? "" : "still"}"></div>`);
}

/** @param {Page} page */
function head({ office, text, others }) {
  return html`<header class="top">
    ${officeMark(office)}
    <div><b>${name(office.name, text.language)}</b><small>${name(office.unit, text.language)}</small></div>
    <nav>${others.map(
      (other) => html`<a href="?lang=${other.language}" lang=${other.language} data-language=${other.language}
        >${other.say("phone-language-name")}</a>`,
    )}</nav>
  </header>`;
}

/** @param {Page} page */
function lost({ follow, text }) {
  const since = follow.heardAt
    ? text.say("phone-offline-since", { time: wallClock(follow.heardAt) })
    : text.say("phone-offline-now");
  return html`<div class="say lost">${icon("unlink")}<span><b>${text.say("phone-offline")}</b> ${since}</span></div>`;
}

/** For ears: what changed, in one sentence. @param {Page} page */
function spoken({ follow, text }) {
  const { view } = follow;
  if (view?.status === "called") return text.say("phone-title-called", { number: view.number, counter: view.counter });
  if (view?.status === "parked") return text.say("phone-parked");
  if (view?.status !== "waiting") return nothing;
  return text.say("phone-status", { number: view.number, count: view.ahead ?? 0 });
}

/** @param {Page} page */
function waiting(page) {
  const { follow, text } = page;
  const { view } = follow;
  const stale = isStale(follow);
  return html`<section class="me">
      <h1 class="caption">${text.say("phone-number")}</h1>
      <span class="num big ${view.number.length > 4 ? "long" : ""}" data-field="number">${view.number}</span>
      ${serviceLine(page)}
      ${view.appointment
        ? html`<p class="caption">${text.say("phone-appointment", { time: wallClock(view.appointment) })}</p>`
        : nothing}
    </section>
    <section class="facts">
      <div>${view.ahead === 0 && !stale ? next(text) : ahead(view.ahead, stale, text)}</div>
      <div>${stale ? watch(text) : wait({ view, office: page.office, text })}</div>
    </section>
    ${stale || view.transferred_from === null ? nothing : transferred(page)}
    ${stale ? nothing : html`${line(view)} ${advice(page)} ${recent(view, text)} ${before(view, text)}`}`;
}

/** What to do while waiting. @param {Page} page */
function advice(page) {
  return screenOf(page.follow) === "soon" ? soon(page.text) : bring(page);
}

/** @param {Page} page */
function serviceLine(page) {
  const service = serviceOf(page);
  const { cases } = page.follow.view;
  const many = cases > 1
    ? html`<span data-field="cases">${page.text.say("phone-cases", { count: cases })}</span>` : nothing;
  return html`<div class="service">${icon(service?.pictogram)}
      <span>${name(service?.name, page.text.language)} ${many}</span></div>
    ${thenPart(page)}`;
}

/** @param {number} count @param {boolean} stale @param {import("../shared/text.js").Text} text */
function ahead(count, stale, text) {
  return html`<span class="label">${text.say(stale ? "phone-ahead-then" : "phone-ahead")}</span>
    <span class="num" data-field="ahead">${count} <small>${text.say("phone-ahead-unit", { count })}</small></span>`;
}

/** @param {import("../shared/text.js").Text} text */
function next(text) {
  return html`<span class="label">${text.say("phone-turn")}</span>
    <span class="advice" data-field="ahead">${text.say("phone-next")}</span>`;
}

/** @param {import("../shared/text.js").Text} text */
function watch(text) {
  return html`<span class="label">${text.say("phone-watch")}</span>
    <span class="advice">${text.say("phone-watch-where")}</span>`;
}

/** @param {{ ahead: number | null, ahead_at_first: number }} view */
function line(view) {
  const { gone, left } = stepsOf(view);
  const steps = (/** @type {number} */ count, /** @type {string} */ kind) =>
    Array.from({ length: count }, () => html`<i class=${kind}></i>`);
  return html`<div class="line" aria-hidden="true">
    ${steps(gone, "gone")}${steps(left, "left")}<i class="own"></i>
  </div>`;
}

/** @param {import("../shared/text.js").Text} text */
function soon(text) {
  return html`<div class="say">${icon("bell")}
    <span><b>${text.say("phone-soon")}</b> ${text.say("phone-soon-return")}</span></div>`;
}

/** @param {Page} page */
function bring({ follow, office, text }) {
  const lists = bringOf(follow.view, office, text.language);
  if (lists.length === 0) return nothing;
  return html`<section class="card" data-field="bring"><h2>${text.say("phone-bring")}</h2>${lists.map(
    ({ title, documents }) => html`${title === null ? nothing : html`<h3>${title}</h3>`}<ul>${documents.map(
      (one) => html`<li>${icon("doc")}<span>${one.name}${
        one.note ? html` <small>${one.note}</small>` : nothing}</span></li>`)}</ul>`)}</section>`;
}

/** @param {any} view @param {import("../shared/text.js").Text} text */
function recent(view, text) {
  const calls = view.recent.slice(0, RECENT_MAX);
  if (calls.length === 0) return nothing;
  return html`<section class="recent"><span class="label">${text.say("phone-recent")}</span>
    ${calls.map(
      (/** @type {any} */ one) =>
        html`<span><b class="num">${one.number}</b> ${text.say("phone-counter", { counter: one.counter })}</span>`,
    )}
  </section>`;
}

/** Called, and then at the counter: the counter is what people look for. @param {Page} page */
function atCounter(page) {
  const { follow, text } = page;
  const { view } = follow;
  const size = view.counter > 9 ? "two" : "";
  return html`<h1 class="go">${text.say(view.status === "called" ? "phone-called" : "phone-serving")}</h1>
    <div class="to"><span class="num big ${size}" data-field="counter">${view.counter}</span></div>
    ${thenPart(page)}
    <div class="mine"><span>${text.say("phone-called-short")}</span><span class="num">${view.number}</span>
      <span>${text.say("phone-called-at", { time: wallClock(view.called_at) })}</span></div>`;
}

/** @param {Page} page */
function done(page) {
  const { follow, text } = page;
  const { view } = follow;
  const wish = name(serviceOf(page)?.wish, text.language);
  const at = text.say("phone-done-at", { time: wallClock(view.finished_at), counter: view.counter });
  return html`<section class="me"><p class="caption">${at}</p>
      <h1>${text.say("phone-thanks")}${wish ? html`<br>${wish}` : nothing}</h1></section>
    ${icon("branch")}`;
}

/** @param {Page} page */
function cancelled({ follow, text }) {
  return html`<section class="me"><h1>${text.say("phone-cancelled")}</h1>
    <p>${text.say("phone-cancelled-how", { number: follow.view.number })}</p></section>`;
}

/** @param {Page} page */
function expired({ follow, text }) {
  return html`<section class="me"><h1>${text.say("phone-expired")}</h1>
    <p>${text.say("phone-expired-how", follow.expired ?? { number: "", day: "" })}</p></section>`;
}

/** @param {Page} page */
function unknown({ text }) {
  return html`<section class="me"><h1>${text.say("phone-unknown")}</h1>
    <p>${text.say("phone-unknown-how")}</p></section>`;
}

/** @param {Page} page */
function serviceOf({ office, follow }) {
  return office.services.find((/** @type {any} */ one) => one.code === follow.view?.service);
}
