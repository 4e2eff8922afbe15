/** Fields to tick some of many: services by their codes, languages in their order. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { live } from "../../vendor/lit-html/directives/live.js";
import { name } from "../../shared/office.js";

/** @typedef {import("./field.js").Field} Field */

/** Languages that Moi has texts in. */
const LANGUAGES = ["vi", "en"];

/** @param {Field} field */
export function codesControl({ form, path, value, spec }) {
  const services = form.draft.services ?? [];
  const chosen = /** @type {string[]} */ (value ?? []);
  // A code that no service has: shown, so that it can be taken away.
  const unknown = chosen.filter((code) => !services.some((/** @type {any} */ service) => service.code === code));
  const all = [
    ...services.map((/** @type {any} */ { code, name: names }) => ({ code, words: name(names, form.text.language) })),
    ...unknown.map((code) => ({ code, words: "?" })),
  ];
  return boxes(all.filter(({ code }) => code).map(({ code, words }) => ({
    mark: code, words, ticked: chosen.includes(code), readOnly: form.readOnly,
    take: (/** @type {boolean} */ ticked) => {
      const next = ticked ? [...chosen, code] : chosen.filter((one) => one !== code);
      form.set(path, next.length === 0 && spec.optional ? undefined : next);
    },
  })));
}

/** @param {Field} field */
export function languagesControl({ form, path, value }) {
  const chosen = /** @type {string[]} */ (value ?? []);
  const all = [...chosen, ...LANGUAGES.filter((language) => !chosen.includes(language))];
  return html`${boxes(all.map((language) => ({
    mark: "", words: form.text.say(`set-up-language-${language}`), ticked: chosen.includes(language),
    readOnly: form.readOnly,
    take: (/** @type {boolean} */ ticked) => form.set(path, ticked ? [...chosen, language]
      : chosen.filter((one) => one !== language)),
  })))}${chosen.length < 2 || form.readOnly ? nothing : html`
    <button type="button" class="button quiet" data-action="other-language-first"
      @click=${() => form.set(path, [...chosen.slice(1), chosen[0]])}>${
        form.text.say("set-up-language-first", { language: form.text.say(`set-up-language-${chosen[1]}`) })
      }</button>`}`;
}

/**
 * @param {{ mark: string, words: string, ticked: boolean, readOnly: boolean, take: (ticked: boolean) => void }[]} all
 */
export function boxes(all) {
  return html`<div class="boxes">${all.map(({ mark, words, ticked, readOnly, take }) => html`
    <label><input type="checkbox" data-box=${mark || words} .checked=${live(ticked)} ?disabled=${readOnly}
        @change=${(/** @type {any} */ event) => take(event.target.checked)}>
      <span>${mark ? html`<b class="num">${mark}</b> ` : nothing}${words}</span></label>`)}</div>`;
}
