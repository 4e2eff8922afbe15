/** What all steps share: the head with the office and the clock, the row of buttons at the bottom, the big buttons. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { icon } from "../../shared/icons.js";
import { name } from "../../shared/office.js";
import { officeMark } from "../../shared/office-mark.js";
import { wallClock } from "../../shared/time.js";
import { secondLanguage } from "../show.js";
import { easeRow } from "./ease-row.js";

/**
 * @typedef {object} Page  what a screen is drawn from
 * @property {import("../flow.js").Visit} visit
 * @property {any} office
 * @property {import("../../shared/text.js").Text} text  in the visitor's language
 * @property {Record<string, import("../../shared/text.js").Text>} texts  by language
 * @property {any} view  of /live/kiosk; null while it would be out of date
 * @property {import("../../shared/pairing.js").PairingState} [pairing]  while the machine has no right yet
 * @property {boolean} [speaks]  whether the screen can be read aloud in this language
 */

/**
 * A message in the second language, for the small lines.
 * @param {Page} page @param {string} id
 */
export function second({ office, text, texts }, id) {
  const language = secondLanguage(office.languages, text.language);
  return language ? html`<span lang=${language}>${texts[language]?.say(id)}</span>` : nothing;
}

/** @param {Page} page */
export function head({ office, text }) {
  return html`<header class="top" data-hush>
    ${officeMark(office)}
    <div><b>${name(office.name, text.language)}</b><small>${name(office.unit, text.language)}</small></div>
    <time class="num">${wallClock(office.stamp())}</time>
  </header>`;
}

/**
 * The foot of every screen: where to go back to, another language, and below it how to see and hear the screen.
 * @param {Page} page
 * @param {{ action: string, icon: string, label: string } | null} [first]
 * @param {unknown} [more]  in the place of the language
 */
export function foot(page, first = null, more = languageButton(page)) {
  const has = first !== null || more !== nothing;
  return html`<footer class="foot">
    ${has ? html`<div class="nav">${first ? navButton(first) : nothing} ${more}</div>` : nothing}
    ${easeRow(page)}
  </footer>`;
}

/** @param {Page} page */
export function backButton({ text }) {
  return { action: "back", icon: "left", label: text.say("kiosk-back") };
}

/** @param {{ action: string, icon: string, label: unknown }} button */
function navButton({ action, icon: drawing, label }) {
  return html`<button type="button" data-action=${action}>${icon(drawing)}<span>${label}</span></button>`;
}

/** Where there is one other language, its own name is on the button: who needs it can read it. @param {Page} page */
function languageButton({ office, text, texts }) {
  const others = office.languages.filter((/** @type {string} */ language) => language !== text.language);
  if (others.length === 0) return nothing;
  const [only] = others;
  const label = others.length > 1 ? text.say("kiosk-languages")
    : html`<span lang=${only}>${texts[only].say("kiosk-language-name")}</span>`;
  return navButton({ action: "open-languages", icon: "globe", label });
}

/**
 * A big button: one a step in indigo, others quiet.
 * @param {{ action: string, icon: string, label: unknown, small?: unknown, kind?: string }} button
 */
export function bigButton({ action, icon: drawing, label, small = nothing, kind = "" }) {
  return html`<button type="button" class="big-button ${kind}" data-action=${action}>
    ${icon(drawing)}<span>${label}${small === nothing ? nothing : html`<small>${small}</small>`}</span>
  </button>`;
}
