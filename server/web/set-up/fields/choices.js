/** Fields to choose one of a few: words as a row of buttons, drawings as they are seen, yes or no as a box to tick. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { live } from "../../vendor/lit-html/directives/live.js";
import { icon } from "../../shared/icons.js";
import { wordId } from "../data/kinds.js";

/** @typedef {import("./field.js").Field} Field */

/** The drawings of the ways from the wall. @type {Record<string, string>} */
const WAYS = { left: "left", right: "right", up: "up", back: "undo" };

/** @param {Field} field */
export function choiceControl({ form, path, spec, id, value, control }) {
  const chosen = value ?? spec.usual;
  return html`<div class="choices ${spec.looks ?? ""}">${(spec.of ?? []).map((word) => html`
    <label><input type="radio" name=${control} value=${word} .checked=${live(word === chosen)}
        ?disabled=${form.readOnly}
        @change=${() => form.set(path, word)}>
      <span>${spec.looks === "pictograms" ? icon(WAYS[word] ?? word) : nothing}<b>${
        form.text.say(`set-up-${id}-${wordId(word)}`)}</b></span></label>`)}</div>`;
}

/** @param {Field} field */
export function flagControl({ form, path, spec, value, control, described }) {
  return html`<span class="tick"><input type="checkbox" id=${control} .checked=${live(value ?? spec.usual)}
    ?disabled=${form.readOnly} aria-describedby=${described || nothing}
    @change=${(/** @type {any} */ event) => form.set(path, event.target.checked)}></span>`;
}
