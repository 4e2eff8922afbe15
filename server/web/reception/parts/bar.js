/** The bar at the top: whose page, how the printer is, the way out. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { icon } from "../../shared/icons.js";
import { singleKeysAreOn, switchSingleKeys } from "../../shared/single-keys.js";
import { printerWeight } from "../../shared/printer.js";
import { printerWord } from "../printer.js";

/** @typedef {import("../reception-page.js").ReceptionModel} ReceptionModel */

/**
 * @param {ReceptionModel} model
 * @param {{ time: string, otherLanguage: string | null, other: string, signOut: () => void }} doings
 */
export function bar({ text, view, session }, { time, otherLanguage, other, signOut }) {
  const { state } = view.printer;
  const [weight, words] = [printerWeight(state), text.say(printerWord(state))];
  return html`
    <header class="bar">
      ${icon("mark")}
      <h1>${text.say("reception-title")}</h1>
      <span class="device device-${weight}" data-printer=${state} title=${words}>
        ${icon("printer", weight === "fine" ? { label: words } : {})}
        ${weight === "fine" ? nothing : html`<span>${words}</span>`}</span>
      <details class="account">
        <summary>${icon("user")}${session.name}</summary>
        <div class="account-menu">
          ${otherLanguage ? html`<a href=${otherLanguage} lang=${other}
            >${text.say("reception-other-language")}</a>` : nothing}
          <a href="/roll" data-action="roll">${text.say("reception-roll")}</a>
          <button type="button" data-action="single-keys" @click=${switchKeys}>
            ${text.say(singleKeysAreOn() ? "reception-keys-off" : "reception-keys-on")}</button>
          <button type="button" data-action="sign-out" @click=${signOut}>${text.say("reception-sign-out")}</button>
        </div>
      </details>
      <time class="num clock">${time}</time>
    </header>`;
}

/** The menu closes, so that the page's next drawing shows the other word. @param {Event} event */
function switchKeys(event) {
  switchSingleKeys();
  /** @type {Element} */ (event.currentTarget).closest("details")?.removeAttribute("open");
}
