/** A number that was put aside or missed its call: how it stands, and the button that lets it wait again. */
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { icon } from "../shared/icons.js";
import { wallClock } from "../shared/time.js";
import { mayComeBack } from "./flow.js";
import { serviceName } from "./then.js";

/** @param {import("./screens.js").Page} page */
export function parked({ follow, text }) {
  const { number, counters } = follow.view;
  const where = counters.length === 1
    ? text.say("phone-parked-counter", { counter: counters[0] })
    : text.say("phone-parked-anywhere");
  return html`<section class="me"><p class="caption">${text.say("phone-number")}</p>
      <span class="num big ${number.length > 4 ? "long" : ""}" data-field="number">${number}</span>
      <h1>${text.say("phone-parked")}</h1></section>
    <div class="say">${icon("doc")}<span>${where} ${text.say("phone-parked-kept")}</span></div>`;
}

/**
 * The same number waits elsewhere: what was to be done is done, or another counter does it.
 * @param {import("./screens.js").Page} page
 */
export function transferred({ follow, office, text }) {
  const { transferred_from: from, counters, goes_on: goesOn, service } = follow.view;
  if (goesOn) {
    const next = { service: serviceName(office, service, text.language), counters: counters.join(", ") };
    return html`<div class="say" data-field="goes-on">${icon("check")}
      <span><b>${text.say("phone-goes-on", { counter: from })}</b>
        ${text.say(counters.length > 0 ? "phone-goes-on-to" : "phone-goes-on-nowhere", next)}</span></div>`;
  }
  const where = counters.length === 1 ? text.say("phone-transferred-counter", { counter: counters[0] }) : nothing;
  return html`<div class="say">${icon("swap")}
    <span><b>${text.say("phone-transferred", { counter: from })}</b> ${where}</span></div>`;
}

/** @param {import("./screens.js").Page} page */
export function missed({ follow, text }) {
  const { number, counter, called_at, returns } = follow.view;
  const open = mayComeBack(follow) && returns.until;
  return html`<section class="me"><h1>${text.say("phone-missed", { number })}</h1>
    <p>${text.say("phone-missed-how", { counter, time: wallClock(called_at) })}</p>
    ${open ? html`<p>${text.say("phone-missed-until", { time: wallClock(returns.until) })}</p>` : nothing}</section>`;
}

/**
 * The foot of both: nothing where the office wants to see people at the reception.
 * @param {import("./screens.js").Page} page
 */
export function comeBack({ follow, text }) {
  const { comingBack } = follow;
  const sending = comingBack === "sending";
  const said = { failed: "phone-come-back-failed", refused: "phone-come-back-refused" };
  const words = comingBack === "failed" || comingBack === "refused" ? text.say(said[comingBack]) : nothing;
  return html`<p class="failed" role="alert">${words}</p>
    ${mayComeBack(follow) || sending ? html`<button type="button" class="button" data-action="come-back"
      aria-busy=${sending}>${icon("undo")}${text.say("phone-come-back")}</button>` : nothing}`;
}
