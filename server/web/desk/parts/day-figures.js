/** The right side of a desk: this counter's day, and what the other counters do. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { repeat } from "../../vendor/lit-html/directives/repeat.js";
import { wallClock } from "../../shared/time.js";

/** @typedef {import("../desk-drawing.js").DeskModel} DeskModel */

/** @param {DeskModel} model */
export function dayFigures(model) {
  const { text, view: { today, others } } = model;
  return html`
    <aside class="day">
      <h2>${text.say("desk-today")}</h2>
      <dl>
        ${figure(text.say("desk-today-served"), today.served)}
        ${figure(text.say("desk-today-service"), today.service_minutes, text.say("desk-minutes"))}
        ${figure(text.say("desk-today-wait"), today.wait_minutes, text.say("desk-minutes"))}
        ${figure(text.say("desk-today-no-show"), today.no_show)}
      </dl>
      ${others.length > 0 ? html`
        <h2>${text.say("desk-others")}</h2>
        <ul>${repeat(others, ({ counter }) => counter, (other) => otherCounter(model, other))}</ul>` : nothing}
    </aside>`;
}

/** @param {string} label @param {number | null} value @param {string} [unit] */
function figure(label, value, unit) {
  return html`<div><dt>${label}</dt><dd><span class="num">${value ?? "–"}</span>${
    unit && value !== null ? html` ${unit}` : nothing}</dd></div>`;
}

/** @param {DeskModel} model @param {import("../situation.js").DeskView["others"][number]} other */
function otherCounter(model, other) {
  const { text } = model;
  return html`
    <li class="other-${other.state}" data-counter=${other.counter}>
      <b class="num">${other.counter}</b>
      <small>${whoIsThere(model, other)}</small>
      <span class="num">${other.number ?? "–"}</span>
      ${other.state === "calling" ? html`<span class="sr">${text.say("desk-other-calling")}</span>` : nothing}
    </li>`;
}

/**
 * @param {DeskModel} model
 * @param {import("../situation.js").DeskView["others"][number]} other
 */
function whoIsThere({ text, pauseReasonOf }, { state, officer, until, pause_reason: reason }) {
  if (state === "closed") return text.say("desk-other-closed");
  if (state !== "paused") return officer ?? "";
  const paused = until
    ? text.say("desk-state-paused-until", { time: wallClock(until) }) : text.say("desk-state-paused");
  const why = pauseReasonOf(reason);
  return why ? text.say("desk-other-paused-why", { paused, why }) : paused;
}
