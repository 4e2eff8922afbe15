/** The PIN: one field, drawn as a row of cells, so that one sees how many digits have been typed. */
import { html } from "../../vendor/lit-html/lit-html.js";

/** Cells that are always there; longer PINs get more. */
const CELLS = 6;
const LENGTH_MAX = 12;

/**
 * @param {{ text: import("../../shared/text.js").Text, length: number, locked: boolean,
 *   onInput: (length: number) => void }} model  `length`: digits typed
 */
export function pinField({ text, length, locked, onInput }) {
  const cells = Array.from({ length: Math.max(CELLS, length) }, (_, place) => place);
  return html`
    <div>
      <label for="pin">${text.say("sign-in-pin")}</label>
      <div class="pin">
        ${cells.map((place) => html`<span class="cell ${place === length ? "current" : ""}" aria-hidden="true">${
          place < length ? "•" : ""}</span>`)}
        <input id="pin" data-field="pin" type="password" inputmode="numeric" autocomplete="off" maxlength=${LENGTH_MAX}
          ?disabled=${locked} @input=${(/** @type {InputEvent} */ event) =>
            onInput(/** @type {HTMLInputElement} */ (event.target).value.length)}>
      </div>
    </div>`;
}
