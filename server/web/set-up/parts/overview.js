/** The overview: each part with its most important facts, and what somebody should think about. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { icon } from "../../shared/icons.js";
import { addressOf, FILE_PAGE, PAGES } from "../data/pages.js";
import { troubleLink } from "../troubles-view.js";
import { factsOf } from "./facts.js";

/** @typedef {import("../fields/field.js").Form} Form */

/** @param {import("./part.js").PartOptions} options @returns {import("./part.js").Part} */
export function makePart({ office }) {
  return {
    view: ({ form, known, warnings }) => overview(form, {
      today: office.stamp().slice(0, 10), lines: known.setUp.text.split("\n").length, troubles: warnings,
      told: (trouble) => troubleLink(trouble, form),
    }),
  };
}

/**
 * @param {Form} form
 * @param {{ today: string, lines: number, troubles: import("../changing/troubles.js").Trouble[],
 *   told: (trouble: import("../changing/troubles.js").Trouble) => any }} more  warnings of the set-up in force
 */
function overview(form, { today, lines, troubles, told }) {
  const { text } = form;
  return html`
    ${troubles.length === 0 ? nothing : html`
      <section class="warnings"><h2>${icon("warn")}<span>${text.say("set-up-warnings")}</span></h2>
        <ul>${troubles.map((trouble) => html`<li>${told(trouble)}</li>`)}</ul></section>`}
    <ul class="cards">${[...PAGES, FILE_PAGE].map(({ id, icon: drawing }) => html`
      <li class=${troubles.some(({ page }) => page === id) ? "card warned" : "card"}>
        <a href=${addressOf(id)} data-page=${id}>${icon(drawing)}<span><b>${text.say(`set-up-page-${id}`)}</b>
          ${factsOf(id, form, today, lines).map((fact) => html`<small>${fact}</small>`)}</span></a></li>`)}</ul>`;
}
