/** The list of which a digit chooses one, in the place of the visit's matter; also buttons, for a mouse or a touch. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { hasMore, shownOptions } from "../chooser.js";
import { withNumbers } from "./numbers.js";

/** @typedef {import("../desk-page.js").DeskModel} DeskModel */

/**
 * @param {DeskModel} model
 * @param {import("../chooser.js").Chooser} chooser
 * @param {(key: string) => void} choose
 */
export function chooserPanel({ text }, chooser, choose) {
  const shown = shownOptions(chooser);
  const last = hasMore(chooser) ? "desk-chooser-more" : "desk-chooser-close";
  return html`
    <section class="chooser" role="dialog" aria-labelledby="chooser-title" data-chooser=${chooser.kind}>
      <h3 id="chooser-title">${said(text, chooser.title)}</h3>
      ${shown.length === 0 ? html`<p>${said(text, chooser.nothing)}</p>` : nothing}
      <ol>
        ${shown.map(({ digit, option }) => html`<li>
          <button type="button" class="option" data-option=${digit}
              aria-pressed=${option.marked ?? nothing} @click=${() => choose(digit)}>
            <kbd>${digit}</kbd><span><b>${said(text, option.label)}</b>
              ${option.aside ? html`<small>${said(text, option.aside)}</small>` : nothing}</span>
          </button></li>`)}
      </ol>
      <button type="button" class="option last" data-option="0" @click=${() => choose("0")}>
        <kbd>0</kbd><span>${text.say(last)}</span></button>
    </section>`;
}

/** @param {import("../../shared/text.js").Text} text @param {import("../chooser.js").Words} words */
export function said(text, words) {
  return withNumbers("plain" in words ? words.plain : text.say(words.id, words.values));
}
