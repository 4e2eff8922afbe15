/** The signed-in officer's menu: other counter, close, other language, sign out. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { icon } from "../../shared/icons.js";
import { singleKeysAreOn, switchSingleKeys } from "../../shared/single-keys.js";
import { withNumbers } from "./numbers.js";

/**
 * @typedef {object} MenuModel
 * @property {import("../../shared/text.js").Text} text
 * @property {string} officer
 * @property {string} choiceAddress  of the list of counters
 * @property {string | null} otherLanguage  address of this page in the office's next language
 * @property {string} other  that language
 * @property {boolean} mine  the counter is this officer's and not closed
 * @property {string | null} called  number that is being called: until it is dealt with, the counter can't be closed
 * @property {boolean} asleep  no connection, or a command is on its way
 *
 * @param {MenuModel} model
 * @param {{ close: () => void, signOut: () => void }} actions
 */
export function accountMenu(model, { close, signOut }) {
  const { text, officer, mine, called, asleep } = model;
  const held = asleep || (mine && called !== null);
  return html`
    <details class="account" @keydown=${closeOnEscape} @focusout=${closeWhenLeft}>
      <summary data-action="menu" aria-label=${text.say("desk-menu", { officer })}>
        ${icon("user")}<span>${officer}</span>
      </summary>
      <div class="account-menu">
        <a href=${model.choiceAddress} data-action="change-counter">${text.say("desk-menu-change-counter")}</a>
        ${model.otherLanguage === null ? nothing
          : html`<a href=${model.otherLanguage} lang=${model.other} data-action="language"
            >${text.say("desk-menu-language")}</a>`}
        <button type="button" data-action="single-keys" @click=${switchKeys}>
          ${text.say(singleKeysAreOn() ? "desk-menu-keys-off" : "desk-menu-keys-on")}</button>
        ${mine ? html`<button type="button" data-action="close-counter" ?disabled=${held} @click=${close}>
          ${text.say("desk-menu-close")}</button>` : nothing}
        <button type="button" data-action="sign-out" ?disabled=${held} @click=${signOut}>
          ${text.say(mine ? "desk-menu-close-and-sign-out" : "desk-menu-sign-out")}</button>
        ${mine && called !== null
          ? html`<p>${withNumbers(text.say("desk-menu-sign-out-later", { number: called }))}</p>` : nothing}
      </div>
    </details>`;
}

/**
 * A list opens below the menu. A button that was disabled while its command was on its way has lost the focus without
 * an event, so that the menu does not close by itself.
 * @param {HTMLElement} root
 */
export function closeAccountMenu(root) {
  root.querySelector("details.account")?.removeAttribute("open");
}

/** The menu closes, so that the page's next drawing shows the other word. @param {Event} event */
function switchKeys(event) {
  switchSingleKeys();
  /** @type {Element} */ (event.currentTarget).closest("details")?.removeAttribute("open");
}

/** @param {KeyboardEvent} event */
function closeOnEscape(event) {
  const menu = /** @type {HTMLDetailsElement} */ (event.currentTarget);
  if (event.key !== "Escape" || !menu.open) return;
  menu.open = false;
  // Back to the page itself, so that `Enter` is the desk's key again.
  /** @type {HTMLElement | null} */ (document.activeElement)?.blur();
}

/** @param {FocusEvent} event */
function closeWhenLeft(event) {
  const menu = /** @type {HTMLDetailsElement} */ (event.currentTarget);
  if (!menu.contains(/** @type {Node | null} */ (event.relatedTarget))) menu.open = false;
}
