/** The template of a counter display: the plate with the counter, what goes on there, and the line below. */
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { keyed } from "../vendor/lit-html/directives/keyed.js";
import { icon } from "../shared/icons.js";
import { name, pauseReason } from "../shared/office.js";

/**
 * @typedef {import("./show.js").CounterModel} CounterModel
 *
 * @typedef {object} Words
 * @property {import("../shared/text.js").Text} text
 * @property {import("../shared/text.js").Text | null} other  the second language, beside the first
 * @property {import("../shared/office.js").Office} office
 */

/** Services named in the line below; with more, only their pictograms. */
const NAMED_MAX = 2;

/** @param {CounterModel} model @param {Words} words */
export function counterDisplay(model, words) {
  const resting = ["paused", "closed", "unknown"].includes(model.kind);
  const classes = ["display", resting ? "resting" : "", model.stale ? "stale" : "", ...widths(model)].join(" ");
  return html`<main class=${classes}>
    <div class="who">
      <div class="here"><b>${words.text.say("counter-word")}</b><span class="num big">${model.counter}</span></div>
      ${keyed(`${model.key} ${model.stale}`, now(model, words))}
    </div>
    ${model.stale ? note(model, words) : line(model, words)}</main>`;
}

/** @param {CounterModel} model */
function widths({ counter, number }) {
  const beside = counter.length > 2 ? "three" : counter.length > 1 ? "two" : "";
  return [beside, (number ?? "").length > 4 ? "long" : ""];
}

/** @param {CounterModel} model @param {Words} words */
function now(model, words) {
  if (model.number) return withNumber(model, words);
  if (model.kind === "open") return greeting(words);
  if (model.kind === "paused" || model.kind === "closed") return resting(model, words);
  if (model.kind === "unknown") return unknown(words);
  return html`<div class="now"></div>`;
}

/** @param {CounterModel} model @param {Words} words */
function withNumber({ counter, kind, number, stale, still, calledAt, heardAt }, { text, other }) {
  const calling = kind === "calling" && !stale;
  const classes = `now ${calling ? "calling" : ""} ${still ? "still" : ""}`;
  const caption = stale
    ? lastCall(calledAt, heardAt, text)
    : text.say(calling ? "counter-calling" : "counter-serving");
  const beside = calling && other
    ? html` <span lang=${other.language}>${other.say("counter-calling")}</span>`
    : nothing;
  return html`<h1 class="sr">${text.say("counter-name", { counter })}</h1>
    <div class=${classes} aria-live="assertive"><div class="cap">${caption}${beside}</div>
    <span class="num big">${number}</span></div>`;
}

/** @param {string | null} calledAt @param {string | null} heardAt @param {Words["text"]} text */
function lastCall(calledAt, heardAt, text) {
  if (calledAt) return text.say("counter-last-call", { time: calledAt });
  return text.say("counter-updated", { time: heardAt ?? "" });
}

/** @param {Words} words */
function greeting({ text }) {
  return html`<div class="now"><div class="cap open">${text.say("counter-open")}</div>
    <h1>${text.say("counter-greeting")}</h1></div>`;
}

/** @param {CounterModel} model @param {Words} words */
function resting({ kind, until, reason, instead }, { text, office }) {
  const said = [pauseReason(office, reason, text.language), until ? text.say("counter-back", { time: until }) : ""];
  const back = said.filter((words) => words !== "").join(" · ");
  const names = instead.map((counter) => text.say("counter-name", { counter }));
  const elsewhere = names.length === 0 ? nothing
    : html`${text.say("counter-instead")} <b>${names.join(` ${text.say("counter-or")} `)}</b>`;
  const sign = kind === "paused" ? html`${icon("pause")}<br>` : nothing;
  return html`<div class="now"><h1>${sign}${text.say(`counter-${kind}`)}</h1>
    <p class="sub">${back}${back && names.length > 0 ? " · " : ""}${elsewhere}</p></div>`;
}

/** @param {Words} words */
function unknown({ text, office }) {
  const counters = office.counters.map((one) => one.counter).join(", ");
  return html`<div class="now"><h1 class="small">${text.say("counter-unknown")}</h1>
    <p class="sub">${text.say("counter-unknown-help", { counters })}</p></div>`;
}

/** @param {CounterModel} model @param {Words} words */
function line({ services, officer }, { text, office }) {
  const known = office.services.filter((one) => services.includes(one.code));
  const named = known.length <= NAMED_MAX;
  const who = officer
    ? html`<span class="officer"><b>${officer.name}</b><span>${name(officer.title, text.language)}</span></span>`
    : nothing;
  return html`<footer class="bar">
    ${known.map((service) => field(service, named, text.language))}${who}</footer>`;
}

/** @param {import("../shared/office.js").Service} service @param {boolean} named @param {string} language */
function field(service, named, language) {
  const label = name(service.name, language);
  return named
    ? html`<span class="field">${icon(service.pictogram)}<span>${label}</span></span>`
    : html`<span class="field">${icon(service.pictogram, { label })}</span>`;
}

/** @param {CounterModel} model @param {Words} words */
function note({ number, heardAt }, { text }) {
  const since = !number && heardAt
    ? html`<span class="since">${text.say("counter-updated", { time: heardAt })}</span>`
    : nothing;
  const words = html`<span>${text.say("counter-reconnecting")}</span>`;
  return html`<footer class="bar note">${icon("unlink")}${words}${since}</footer>`;
}
