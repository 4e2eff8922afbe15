/** The upper part of the wall: the call, the last call, or the invitation. */
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { keyed } from "../vendor/lit-html/directives/keyed.js";
import { icon } from "../shared/icons.js";
import { name } from "../shared/office.js";

/**
 * @typedef {object} Words
 * @property {import("../shared/text.js").Text} text
 * @property {import("../shared/text.js").Text | null} other  the second language of the boards
 * @property {import("../shared/office.js").Office} office
 * @property {(address: string) => HTMLImageElement | null} [imageOf]  a slide's picture that is loaded
 */

/** @param {import("./show.js").Hero} hero @param {"full" | "split" | "list"} place @param {Words} words */
export function heroPart(hero, place, words) {
  if (hero.kind === "idle") return invitation(words);
  if (hero.kind === "closed") return hours(hero.closed, words);
  const calling = hero.kind === "calling";
  const classes = ["hero", calling ? "calling" : "quiet", hero.still ? "still" : "", ...widths(hero)].join(" ");
  const inside = place === "full" ? wide(hero, words) : narrow(hero, words);
  // A new element for each call, so that its entrance plays, and for a recall plays again.
  return keyed(`${hero.kind} ${hero.key}`, html`<section class=${classes} aria-live="assertive">${inside}</section>`);
}

/**
 * The number never shrinks for what stands beside it; but a code of five signs or more is wider than its place.
 * @param {import("./show.js").Hero} hero
 */
function widths({ number = "", counter = 0 }) {
  const beside = counter > 99 ? "three" : counter > 9 ? "two" : "";
  return [beside, number.length > 5 ? "longer" : number.length > 4 ? "long" : ""];
}

/** @param {import("./show.js").Hero} hero @param {Words} words */
function wide(hero, { text, other, office }) {
  const calling = hero.kind === "calling";
  const service = office.services.find((one) => one.code === hero.service);
  return html`
    <div class="what"><div class="cap">${caption(hero, text)}</div><span class="num big">${hero.number}</span></div>
    <div class="what"><div class="cap">${text.say(calling ? "wall-to-counter" : "wall-last-counter")}</div>
      <div class="at">${arrow(hero.direction)}<span class="num big">${hero.counter}</span></div></div>
    ${calling && service
      ? html`<div class="foot">${icon(service.pictogram)}<b>${name(service.name, text.language)}</b></div>`
      : nothing}
    ${calling ? otherLine(hero, other) : nothing}`;
}

/** @param {import("./show.js").Hero} hero @param {Words} words */
function narrow(hero, { text, other }) {
  return html`
    <div class="what"><div class="cap">${caption(hero, text)}</div><span class="num big">${hero.number}</span></div>
    <div class="to">${arrow(hero.direction)}<b>${text.say("wall-counter-word")}</b>
      <span class="num big">${hero.counter}</span></div>
    ${hero.kind === "calling" ? otherLine(hero, other) : nothing}`;
}

/** @param {import("./show.js").Hero} hero @param {Words["text"]} text */
function caption(hero, text) {
  return hero.kind === "calling" ? text.say("wall-invite") : text.say("wall-last-call", { time: hero.time ?? "" });
}

/** @param {import("./show.js").Hero} hero @param {Words["other"]} other */
function otherLine({ number = "", counter = 0 }, other) {
  if (!other) return nothing;
  return html`<div class="foot line" lang=${other.language}>${other.say("wall-call-line", { number, counter })}</div>`;
}

/** @param {string} [direction] */
export function arrow(direction = "right") {
  return html`<span class="go to-${direction}">${icon("go")}</span>`;
}

/** @param {Words} words */
function invitation({ text, other }) {
  return html`<section class="idle">${icon("ridge")}
    <h1>${text.say("wall-idle-title")}</h1>
    <p>${text.say("wall-idle-text")}${other
      ? html`<br><span lang=${other.language}>${other.say("wall-idle-line")}</span>`
      : nothing}</p>
    ${icon("branch")}</section>`;
}

/** @param {import("./hours.js").Closed | undefined} closed @param {Words} words */
function hours(closed, { text, other }) {
  const spans = (closed?.hours ?? []).map(({ from, to }) => `${from} – ${to}`).join(", ");
  const line = (/** @type {Words["text"]} */ one) => one.say("wall-hours", { hours: spans });
  return html`<section class="idle">${icon("ridge")}
    <h1>${text.say(`wall-${closed?.kind}-title`, { time: closed?.opens ?? "" })}</h1>
    <p>${line(text)}${other ? html`<br><span lang=${other.language}>${line(other)}</span>` : nothing}</p>
    ${icon("branch")}</section>`;
}
