/** The PIN: one field, drawn as a row of cells, so that one sees how many digits have been typed. */
import { html } from "../../vendor/lit-html/lit-html.js";
import { digitsOf, PIN_DIGITS } from "../pin.js";

/**
 * @param {{ text: import("../../shared/text.js").Text, length: number, locked: boolean,
 *   onInput: (pin: string) => void }} model  `length`: digits typed
 */
export function pinField({ text, length, locked, onInput }) {
  const cells = Array.from({ length: PIN_DIGITS }, (_, place) => place);
  return html`
    <div>
      <label for="pin">${text.say("sign-in-pin")}</label>
      <div class="pin">
        ${cells.map((place) => html`<span class="cell ${place === length ? "current" : ""}" aria-hidden="true">${
          place < length ? "•" : ""}</span>`)}
        <input id="pin" data-field="pin" type="password" inputmode="numeric" autocomplete="off" maxlength=${PIN_DIGITS}
          ?disabled=${locked} @input=${(/** @type {InputEvent} */ event) => onInput(kept(event))}>
      </div>
    </div>`;
}

/** The digits of the field, and nothing else in it. @param {InputEvent} event */
function kept({ target }) {
  const input = /** @type {HTMLInputElement} */ (target);
  const pin = digitsOf(input.value);
  if (pin !== input.value) input.value = pin;
  return pin;
}
