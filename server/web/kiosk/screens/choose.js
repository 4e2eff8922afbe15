/** The first steps: the invitation, the languages, the services. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { repeat } from "../../vendor/lit-html/directives/repeat.js";
import { icon } from "../../shared/icons.js";
import { densityOf, sheetOf, tilesOf } from "../show.js";
import { backButton, bigButton, foot, head, second } from "./frame.js";

/** Languages that fit into the bottom row of the invitation; more have a page of their own. */
const LANGUAGES_IN_ROW_MAX = 4;

/** @param {import("./frame.js").Page} page */
export function start(page) {
  const { text } = page;
  return html`<main class="page start" data-state="start">
    ${icon("ridge")} ${head(page)}
    <div class="hello">
      <h1 tabindex="-1">${text.say("kiosk-start-welcome")}</h1>
      <p>${text.say("kiosk-start-how")}</p>
    </div>
    ${icon("branch")}
    <div class="main">
      ${bigButton({
        action: "take",
        icon: "slip",
        label: text.say("kiosk-start-take"),
        small: second(page, "kiosk-start-take"),
        kind: "tall",
      })}
      ${page.office.appointments.given
        ? html`<div class="pair">
            ${bigButton({ action: "have-appointment", icon: "calendar", label: text.say("kiosk-start-appointment"),
              kind: "quiet" })}
            ${bigButton({ action: "ask-documents", icon: "M", label: text.say("kiosk-start-documents-only"),
              kind: "quiet" })}
          </div>`
        : bigButton({ action: "ask-documents", icon: "M", label: text.say("kiosk-start-documents"), kind: "quiet" })}
    </div>
    ${foot(page, null, languageRow(page))}
  </main>`;
}

/** @param {import("./frame.js").Page} page */
function languageRow({ office, text, texts }) {
  if (office.languages.length === 1) return nothing;
  if (office.languages.length > LANGUAGES_IN_ROW_MAX) {
    return html`<button type="button" data-action="open-languages">
      ${icon("globe")}<span>${text.say("kiosk-languages")}</span></button>`;
  }
  return office.languages.map(
    (/** @type {string} */ language) => html`<button type="button" lang=${language} data-action="choose-language"
      data-language=${language} aria-pressed=${language === text.language}
      >${texts[language].say("kiosk-language-name")}</button>`,
  );
}

/** @param {import("./frame.js").Page} page */
export function language(page) {
  const { office, text, texts } = page;
  return html`<main class="page" data-state="language">
    ${head(page)}
    <div class="ask">
      <h1 tabindex="-1">${text.say("kiosk-language-choose")}</h1>
      <p>${second(page, "kiosk-language-choose")}</p>
    </div>
    <div class="main languages">
      ${office.languages.map(
        (/** @type {string} */ one) => html`<button type="button" lang=${one} data-action="choose-language"
          data-language=${one} aria-pressed=${one === text.language}>
          <span>${texts[one].say("kiosk-language-name")}<small>${texts[one].say("kiosk-language-note")}</small></span>
          ${icon(one === text.language ? "check" : "right")}
        </button>`,
      )}
    </div>
    ${foot(page, backButton(page))}
  </main>`;
}

/** @param {import("./frame.js").Page} page */
export function service(page) {
  const { office, text, view, visit } = page;
  const tiles = tilesOf(office, view, text.language);
  const question = visit.purpose === "documents" ? "kiosk-service-choose-documents" : "kiosk-service-choose";
  return html`<main class="page" data-state="service">
    ${head(page)}
    <div class="ask"><h1 tabindex="-1">${text.say(question)}</h1></div>
    ${tileSheet(page, "main", tiles, (tile) => tileButton(tile, text))}
    ${foot(page, backButton(page))}
  </main>`;
}

/**
 * The tiles, in large type those of one sheet.
 * @param {import("./frame.js").Page} page @param {string} kind @param {import("../show.js").Tile[]} tiles
 * @param {(tile: import("../show.js").Tile) => unknown} button
 */
export function tileSheet({ text, visit }, kind, tiles, button) {
  const { shown, more } = sheetOf(tiles, visit);
  return html`<div class="${kind} tiles ${densityOf(more ? 0 : tiles.length)}">
    ${repeat(shown, (tile) => tile.code, button)}
    ${more ? html`<button type="button" class="tile guide" data-action="more-services">
      ${icon("right")}<b>${text.say("kiosk-more-services")}</b></button>` : nothing}
  </div>`;
}

/**
 * @param {import("../show.js").Tile} tile @param {import("../../shared/text.js").Text} text
 * @param {{ place: number, off: boolean } | null} [adding]  while services are added: its place among those that are
 *   chosen, 0 for one that isn't, and whether it can't be now
 */
export function tileButton(tile, text, adding = null) {
  const full = tile.refused === "quota-used" || tile.refused === "day-full";
  const place = adding?.place ?? 0;
  return html`<button type="button" class="tile ${tile.guide ? "guide" : ""} ${full ? "full" : ""}"
    data-action=${adding?.off ? nothing : "choose-service"} data-service=${tile.code}
    aria-pressed=${adding ? place > 0 : nothing} aria-disabled=${adding?.off ?? false}>
    ${icon(tile.pictogram)}
    <b>${tile.title}</b>${full ? html`<small>${text.say("kiosk-service-full")}</small>`
      : html`<small lang=${tile.secondLanguage ?? nothing}>${tile.second}</small>`}
    ${place > 0
      ? html`<span class="place num" role="img" aria-label=${text.say("kiosk-add-place", { place })}>${place}</span>`
      : tile.waiting === null
      ? nothing
      : html`<span class="waiting" data-hush role="img"
          aria-label=${text.say("kiosk-service-waiting", { count: tile.waiting })}
          ><span class="num">${tile.waiting}</span>${icon("people")}</span>`}
  </button>`;
}
