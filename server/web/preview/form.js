/** The rules as fields: what is in force stands beside whatever is changed. */
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { name } from "../shared/office.js";
import { formatDate } from "../shared/time.js";
import { FILE_MAX, grouped, isSame, minutesTyped, toggled } from "./changes.js";

/**
 * @typedef {import("./shape.js").Rule} Rule
 * @typedef {import("./shape.js").Setting} Setting
 *
 * @typedef {object} FormActions
 * @property {(day: string) => void} day
 * @property {(key: string, value: Setting | null) => void} set  null: the field holds no number
 * @property {() => void} undo
 * @property {(config: string) => void} config
 * @property {() => void} tooLarge
 * @property {() => void} try
 *
 * @typedef {object} FormState
 * @property {import("./shape.js").Form} form
 * @property {import("../shared/office.js").Office} office
 * @property {import("../shared/text.js").Text} text
 * @property {string} day
 * @property {Map<string, Setting>} entered
 * @property {Set<string>} unfit
 * @property {Record<string, Setting>} changes
 * @property {string} config
 * @property {boolean} fileTooLarge
 * @property {boolean} trying
 * @property {FormActions} actions
 */

/** @param {FormState} state */
export function formOf(state) {
  const { form, text, changes, config, unfit, trying, actions } = state;
  const groups = grouped(form.rules);
  const changed = Object.keys(changes).length;
  const said = [text.say("preview-changed", { count: changed }), ...(config ? [text.say("preview-changed-file")] : [])];
  return html`
    <form class="rules" @submit=${(/** @type {Event} */ event) => {
      event.preventDefault();
      actions.try();
    }}>
      <h2>${text.say("preview-rules")}</h2>
      ${dayField(state)}
      ${groups.priorities.length === 0 ? nothing : html`
        <fieldset><legend>${text.say("preview-priorities")}</legend>
          ${groups.priorities.map((rule) => minutesField(state, rule, className(state, rule)))}
          <p class="hint">${text.say("preview-priorities-more")}</p></fieldset>`}
      <fieldset><legend>${text.say("preview-transfer")}</legend>
        ${groups.transfer.map((rule) => field(state, rule))}</fieldset>
      <fieldset><legend>${text.say("preview-away")}</legend>${groups.away.map((rule) => field(state, rule))}</fieldset>
      <fieldset class="counters"><legend>${text.say("preview-counters")}</legend>
        ${groups.counters.map((counter) => counterFields(state, counter))}</fieldset>
      ${fileField(state)}
      <div class="doing">
        <p role="status">${said.join(" · ")}</p>
        <button type="button" class="button quiet" data-action="undo" ?disabled=${changed === 0 && !config}
          @click=${actions.undo}>${text.say("preview-undo")}</button>
        <button type="submit" class="button" data-action="try" ?disabled=${trying || unfit.size > 0}>${
          text.say("preview-try")}</button>
      </div>
    </form>`;
}

/** @param {FormState} state */
function dayField({ form, office, text, day, actions }) {
  const today = office.stamp().slice(0, 10);
  // Ten years are too long a list; older days are in the record of the order, where a calendar leads.
  const days = form.days.slice(-60).reverse();
  return html`
    <label class="line"><span>${text.say("preview-day")}</span>
      <select data-field="day" @change=${(/** @type {any} */ event) => actions.day(event.target.value)}>
        ${days.map((one) => {
          const said = formatDate(one, text.language, one.slice(0, 4) === today.slice(0, 4) ? "short" : "full");
          return html`<option value=${one} ?selected=${one === day}>${
            one === today ? text.say("preview-day-today", { day: said }) : said}</option>`;
        })}
      </select></label>`;
}

/** @param {FormState} state @param {Rule} rule */
function className({ office, text }, { key }) {
  const id = key.split(".")[1];
  return name(office.priorities.find((one) => one.id === id)?.name, text.language) || id;
}

/** What a rule is called, by its group and last word. @param {Rule} rule */
function idOf({ key }) {
  const parts = key.split(".");
  return `preview-${parts[0]}-${parts[parts.length - 1].replaceAll("_", "-")}`;
}

/** @param {FormState} state @param {Rule} rule */
function field(state, rule) {
  const label = state.text.say(idOf(rule));
  if (rule.allowed.words) return wordField(state, rule, label, rule.allowed.words);
  if (rule.allowed.codes) return codesField(state, rule, label, rule.allowed.codes);
  return minutesField(state, rule, label);
}

/** @param {FormState} state @param {Rule} rule @param {string} value  as words */
function wasSaid({ entered, text }, rule, value) {
  const now = entered.get(rule.key);
  return now === undefined || isSame(now, rule.value) ? nothing
    : html`<small class="was">${text.say("preview-now", { value })}</small>`;
}

/** @param {FormState} state @param {Rule} rule @param {string} label */
function minutesField(state, rule, label) {
  const { entered, unfit, text, actions } = state;
  const { from = 0, to = 240 } = rule.allowed;
  const wrong = unfit.has(rule.key);
  const take = (/** @type {any} */ event) => {
    const typed = minutesTyped(event.target.value);
    actions.set(rule.key, typed !== null && typed >= from && typed <= to ? typed : null);
  };
  return html`
    <label class="line"><span>${label}</span>
      <span class="value">${wasSaid(state, rule, String(rule.value))}
        <input class="num" inputmode="numeric" autocomplete="off" maxlength="4" data-rule=${rule.key}
          aria-invalid=${wrong ? "true" : "false"} @input=${take}
          .value=${wrong ? unfitValue(rule) : String(entered.get(rule.key) ?? rule.value)}>
        <span class="unit">${text.say("preview-minutes")}</span></span>
      ${wrong ? html`<small class="bad">${text.say("preview-not-a-number", { from, to })}</small>` : nothing}</label>`;
}

/** Whatever is typed there: drawing must not take it away. @param {Rule} rule */
function unfitValue({ key }) {
  return /** @type {HTMLInputElement | null} */ (document.querySelector(`[data-rule="${key}"]`))?.value ?? "";
}

/** @param {FormState} state @param {Rule} rule @param {string} label @param {string[]} words */
function wordField(state, rule, label, words) {
  const { entered, text, actions } = state;
  const said = (/** @type {string} */ word) => text.say(`${idOf(rule)}-${word}`);
  const now = entered.get(rule.key) ?? rule.value;
  return html`
    <label class="line"><span>${label}</span>
      <span class="value">${wasSaid(state, rule, said(String(rule.value)))}
        <select data-rule=${rule.key}
          @change=${(/** @type {any} */ event) => actions.set(rule.key, event.target.value)}>
          ${words.map((word) => html`<option value=${word} ?selected=${word === now}>${said(word)}</option>`)}
        </select></span></label>`;
}

/** @param {FormState} state @param {Rule} rule @param {string} label @param {string[]} codes */
function codesField(state, rule, label, codes) {
  const { entered, office, text, actions } = state;
  const now = /** @type {string[]} */ (entered.get(rule.key) ?? rule.value);
  const named = (/** @type {string} */ code) =>
    name(office.services.find((service) => service.code === code)?.name, text.language) || code;
  const was = /** @type {string[]} */ (rule.value);
  return html`
    <div class="codes" role="group" aria-label=${label}><p>${label}
        ${wasSaid(state, rule, was.join(", ") || text.say("preview-none"))}</p>
      <div>${codes.map((code) => html`
        <label title=${named(code)}><input type="checkbox" data-rule=${rule.key} value=${code}
          .checked=${now.includes(code)} aria-label=${named(code)}
          @change=${() => actions.set(rule.key, toggled(now, code, codes))}><span class="num">${code}</span></label>`)}
      </div></div>`;
}

/** @param {FormState} state @param {{ number: string, rules: Rule[] }} counter */
function counterFields(state, { number, rules }) {
  const { changes, text } = state;
  const services = /** @type {string[]} */ (rules.find(({ key }) => key.endsWith(".services"))?.value ?? []);
  const changed = rules.some(({ key }) => key in changes);
  return html`
    <details data-counter=${number}>
      <summary><b>${text.say("preview-counter", { counter: number })}</b>
        <span class="num">${services.join(" ")}</span>${changed ? html`<i class="dot"></i>` : nothing}</summary>
      ${rules.map((rule) => field(state, rule))}
    </details>`;
}

/** @param {FormState} state */
function fileField({ text, config, fileTooLarge, actions }) {
  const choose = async (/** @type {any} */ event) => {
    const file = event.target.files?.[0];
    event.target.value = "";
    if (!file) return;
    if (file.size > FILE_MAX) actions.tooLarge();
    else actions.config(await file.text());
  };
  return html`
    <details class="file" ?open=${config !== ""}>
      <summary><b>${text.say("preview-file")}</b></summary>
      <p class="hint">${text.say("preview-file-more")}</p>
      <p class="choose"><label class="button quiet">${text.say("preview-file-choose")}
          <input class="sr" type="file" accept=".toml,text/plain" data-field="file" @change=${choose}></label>
        ${config ? html`<button type="button" class="button quiet" data-action="clear-file"
          @click=${() => actions.config("")}>${text.say("preview-file-clear")}</button>` : nothing}</p>
      ${fileTooLarge ? html`<p class="bad">${text.say("preview-file-too-large", { kilobytes: FILE_MAX / 1_000 })}</p>`
        : nothing}
      <textarea data-field="config" rows="8" spellcheck="false" aria-label=${text.say("preview-file-paste")}
        placeholder="[office]" .value=${config}
        @input=${(/** @type {any} */ event) => actions.config(event.target.value)}></textarea>
    </details>`;
}
