/** What somebody proves themselves with, by the way that they sign in. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { secretField } from "../../shared/secret-field.js";
import { otherWays } from "../way.js";
import { pinField } from "./pin-field.js";

/**
 * @param {object} model
 * @param {import("../../shared/text.js").Text} model.text
 * @param {import("../way.js").Way} model.way
 * @param {boolean} model.needsCode  a code of the second factor is asked for
 * @param {number} model.length  digits of the PIN that were typed
 * @param {boolean} model.locked
 * @param {string} model.directory  what it is called
 * @param {(pin: string) => void} model.onPin
 */
export function proofFields({ text, way, needsCode, length, locked, directory, onPin }) {
  const words = { show: text.say("sign-in-show"), hide: text.say("sign-in-hide") };
  switch (way) {
    case "pin":
      return pinField({ text, length, locked, onInput: onPin });
    case "password":
      return html`
        ${secretField({
          field: "password", label: text.say("sign-in-password"), words, autocomplete: "current-password",
          disabled: locked,
        })}
        ${needsCode ? plainField("code", text.say("sign-in-code"), text.say("sign-in-code-hint"), "one-time-code")
          : nothing}`;
    case "directory":
      return html`
        <p role="status">${text.say("sign-in-directory-code", { directory })}</p>
        ${plainField("code", text.say("sign-in-code"), text.say("sign-in-code-hint"), "one-time-code")}`;
    case "recovery":
      return html`
        ${plainField("recovery", text.say("sign-in-recovery-code"), text.say("sign-in-recovery-hint"), "off")}
        ${secretField({
          field: "password", label: text.say("sign-in-new-password"), words, autocomplete: "new-password",
          hint: text.say("sign-in-new-password-hint"), disabled: locked,
        })}`;
  }
}

/** @param {string} field @param {string} label @param {string} hint @param {"one-time-code" | "off"} autocomplete */
function plainField(field, label, hint, autocomplete) {
  return html`
    <div>
      <label for=${field}>${label}</label>
      <input id=${field} class="field" data-field=${field} autocomplete=${autocomplete} spellcheck="false"
        autocapitalize="none" maxlength="40" aria-describedby="${field}-hint">
      <p id="${field}-hint">${hint}</p>
    </div>`;
}

/**
 * Other ways to sign in, and the way to make this computer a desk.
 * @param {object} model
 * @param {import("../../shared/text.js").Text} model.text
 * @param {import("../way.js").Way} model.way
 * @param {import("../../shared/office.js").Office} model.office
 * @param {string | null} model.pairing  address of the page that pairs this computer; null where it is a desk
 * @param {(way: import("../way.js").Way) => void} model.onWay
 */
export function otherWaysIn({ text, way, office, pairing, onWay }) {
  return html`
    <ul class="ways">
      ${otherWays(way, office).map((other) => html`
        <li><button type="button" class="link" data-way=${other} @click=${() => onWay(other)}>${
          text.say(`sign-in-by-${other}`)}</button></li>`)}
      ${pairing ? html`<li><a href=${pairing} data-action="pair">${text.say("sign-in-pair")}</a></li>` : nothing}
    </ul>`;
}

/**
 * The way to the directory, where the office has one.
 * @param {object} model
 * @param {import("../../shared/text.js").Text} model.text
 * @param {string} model.directory  what it is called; empty where there is none
 * @param {boolean} model.disabled
 * @param {() => void} model.onLeave
 */
export function directoryButton({ text, directory, disabled, onLeave }) {
  if (!directory) return nothing;
  return html`<button type="button" class="start other" data-action="directory" ?disabled=${disabled}
    @click=${onLeave}>${text.say("sign-in-by-directory", { directory })}</button>`;
}
