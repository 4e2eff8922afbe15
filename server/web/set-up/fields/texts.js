/** Fields for words and numbers; words that people read stand side by side in the office's languages. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { ifDefined } from "../../vendor/lit-html/directives/if-defined.js";
import { live } from "../../vendor/lit-html/directives/live.js";
import { numberTyped } from "../data/numbers.js";

/** @typedef {import("./field.js").Field} Field */

/** Longer texts get more than one line. */
const LINE_MAX = 80;

/** @param {Field} field */
export function textControl(field) {
  const { form, path, value, spec } = field;
  return input(field, path, field.control, value ?? (spec.optional ? "" : spec.usual ?? ""),
    (typed) => form.set(path, typed === "" && spec.optional ? undefined : typed));
}

/** @param {Field} field */
export function textsControl(field) {
  const { form, path, value } = field;
  return html`<div class="tongues">${form.languages.map((language) => {
    const way = [...path, language];
    const control = `${field.control}-${language}`;
    return html`<label class="language" for=${control} lang=${language}>
      <span class="tongue">${form.text.say(`set-up-language-${language}`)}</span>
      ${input(field, way, control, value?.[language] ?? "", (typed) => form.set(way, typed === "" ? undefined : typed))}
    </label>`;
  })}</div>`;
}

/** @param {Field} field */
export function numberControl(field) {
  const { form, path, spec, value, control, described, wrong } = field;
  const shown = value ?? (spec.optional ? "" : spec.usual ?? "");
  return html`<span class="amount"><input class="num" id=${control} inputmode="numeric" autocomplete="off" maxlength="7"
      .value=${live(String(shown))} placeholder=${ifDefined(spec.optional ? spec.usual : undefined)}
      aria-describedby=${described || nothing} aria-invalid=${wrong ? "true" : nothing} ?readonly=${form.readOnly}
      @input=${(/** @type {any} */ event) => form.set(path, numberTyped(event.target.value, spec))}
      @blur=${() => form.touched(path)}>
    <span class="unit">${form.text.say(`set-up-unit-${spec.unit}`)}</span></span>`;
}

/**
 * @param {Field} field @param {import("../changing/draft.js").Path} path @param {string} control @param {string} shown
 * @param {(typed: string) => void} take
 */
function input({ form, spec, described, wrong }, path, control, shown, take) {
  const attributes = {
    typed: (/** @type {any} */ event) => take(event.target.value.replace(/\s*\n\s*/g, " ")),
    left: () => form.touched(path),
  };
  if ((spec.max ?? 0) > LINE_MAX && spec.kind === "texts") {
    return html`<textarea id=${control} rows="2" .value=${live(shown)} aria-describedby=${described || nothing}
      aria-invalid=${wrong ? "true" : nothing} ?readonly=${form.readOnly} @input=${attributes.typed}
      @blur=${attributes.left}></textarea>`;
  }
  return html`<input id=${control} autocomplete="off" .value=${live(shown)} aria-describedby=${described || nothing}
    aria-invalid=${wrong ? "true" : nothing} ?readonly=${form.readOnly} @input=${attributes.typed}
    @blur=${attributes.left}>`;
}
