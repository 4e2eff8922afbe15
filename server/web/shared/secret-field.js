/** A field for a password: pasting is fine, and a button shows what was typed. */
import { html, nothing } from "../vendor/lit-html/lit-html.js";

/**
 * @param {object} options
 * @param {string} options.field  name for styles, tests and the label
 * @param {string} options.label
 * @param {{ show: string, hide: string }} options.words  of the button
 * @param {"current-password" | "new-password" | "one-time-code" | "off"} options.autocomplete
 * @param {string} [options.hint]
 * @param {boolean} [options.disabled]
 */
export function secretField({ field, label, words, autocomplete, hint, disabled = false }) {
  return html`
    <div class="secret">
      <label for=${field}>${label}</label>
      <div>
        <input id=${field} class="field" data-field=${field} type="password" autocomplete=${autocomplete} required
          maxlength="400" spellcheck="false" autocapitalize="none" ?disabled=${disabled}
          aria-describedby=${hint ? `${field}-hint` : nothing}>
        <button type="button" class="show" data-shows=${field} aria-pressed="false"
          aria-label=${words.show} @click=${(/** @type {Event} */ event) => toggle(event, words)}>${words.show}</button>
      </div>
      ${hint ? html`<p id="${field}-hint">${hint}</p>` : nothing}
    </div>`;
}

/** @param {Event} event @param {{ show: string, hide: string }} words */
function toggle({ currentTarget }, { show, hide }) {
  const button = /** @type {HTMLButtonElement} */ (currentTarget);
  const input = /** @type {HTMLInputElement} */ (document.getElementById(button.dataset.shows ?? ""));
  const hidden = input.type === "password";
  input.type = hidden ? "text" : "password";
  button.setAttribute("aria-pressed", String(hidden));
  button.textContent = hidden ? hide : show;
  button.setAttribute("aria-label", hidden ? hide : show);
  input.focus();
}
