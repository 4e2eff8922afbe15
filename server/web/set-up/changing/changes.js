/** Changes as a table for people: what stood there, what stands there then. */
import { html } from "../../vendor/lit-html/lit-html.js";
import { icon } from "../../shared/icons.js";
import { fieldInWords, grouped, groupInWords, valueInWords } from "./words.js";

/**
 * @param {import("./words.js").Change[]} changes @param {import("../../shared/text.js").Text} text
 * @param {(part: string, entry: string) => string} nameOf  what an entry is called beside its name in the set-up
 */
export function changesTable(changes, text, nameOf) {
  return html`<div class="changes">${grouped(changes).map((group) => html`
    <section data-changed=${group.entry ? `${group.part}.${group.entry}` : group.part} class=${group.what}>
      <h3>${groupInWords(group, text, nameOf)}</h3>
      ${group.what === "gone" ? html`<details><summary>${text.say("set-up-what-stood-there")}</summary>${
        rows(group, text)}</details>` : rows(group, text)}
    </section>`)}</div>`;
}

/** @param {import("./words.js").Group} group @param {import("../../shared/text.js").Text} text */
function rows({ what, changes }, text) {
  return html`<dl>${changes.map(({ key, before, after, place }) => html`
    <div data-change=${key}><dt>${fieldInWords(place, text)}</dt>
      <dd>${what === "new" ? html`<b>${valueInWords(after, place, text)}</b>`
        : what === "gone" ? html`<s>${valueInWords(before, place, text)}</s>`
          : html`<span class="before">${valueInWords(before, place, text)}</span>
            ${icon("right", { label: text.say("set-up-arrow") })}
            <b>${valueInWords(after, place, text)}</b>`}</dd></div>`)}</dl>`;
}
