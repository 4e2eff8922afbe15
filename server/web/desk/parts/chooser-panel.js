/** The list of which a digit chooses one, in the place of the visit's matter; also buttons, for a mouse or a touch. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { found, hasMore, mayType, moreCount, shownOptions } from "../chooser.js";
import { withNumbers } from "./numbers.js";

/** @typedef {import("../desk-drawing.js").DeskModel} DeskModel */

/**
 * @param {DeskModel} model
 * @param {import("../chooser.js").Chooser} chooser
 * @param {(key: string) => void} choose
 */
export function chooserPanel({ text }, chooser, choose) {
  if (typeof chooser.typed === "string") return typingPanel(text, chooser, choose);
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
        <kbd>0</kbd><span>${text.say(last, { count: moreCount(chooser) })}</span></button>
      ${mayType(chooser) ? html`
        <button type="button" class="option last" data-option="*" @click=${() => choose("*")}>
          <kbd>*</kbd><span>${text.say("desk-chooser-type")}</span></button>` : nothing}
    </section>`;
}

/**
 * The figures of a number as they are typed, and whom they mean. No digit chooses here, so none stands on a button.
 * @param {import("../../shared/text.js").Text} text
 * @param {import("../chooser.js").Chooser} chooser
 * @param {(key: string) => void} choose
 */
function typingPanel(text, chooser, choose) {
  const meant = found(chooser);
  const says = chooser.typed === "" ? text.say("desk-chooser-type-how")
    : meant.length === 0 ? text.say(chooser.loading ? "desk-chooser-type-loading" : "desk-chooser-type-nobody") : null;
  return html`
    <section class="chooser" role="dialog" aria-labelledby="chooser-title" data-chooser=${chooser.kind} data-typing>
      <h3 id="chooser-title">${said(text, chooser.title)}</h3>
      <p class="typed"><span class="num" data-typed>${chooser.typed || "…"}</span></p>
      <p role="status">${says ?? meant.map(({ label, aside }) => html`
        <span class="meant"><b>${said(text, label)}</b> ${aside ? said(text, aside) : nothing}</span>`)}</p>
      <div class="ends">
        <button type="button" class="option last" ?disabled=${meant.length === 0} @click=${() => choose("Enter")}>
          <kbd>⏎</kbd><span>${text.say("desk-chooser-type-take")}</span></button>
        <button type="button" class="option last" @click=${() => choose("Backspace")}>
          <kbd>⌫</kbd><span>${text.say("desk-chooser-type-back")}</span></button></div>
    </section>`;
}

/** @param {import("../../shared/text.js").Text} text @param {import("../chooser.js").Words} words */
export function said(text, words) {
  return withNumbers("plain" in words ? words.plain : text.say(words.id, words.values));
}
