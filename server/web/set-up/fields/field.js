/** One key of the set-up as a field: its name, what it means, its limits, and what is wrong with it. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { icon } from "../../shared/icons.js";
import { valueAt } from "../changing/draft.js";
import { troublesAt } from "../changing/troubles.js";
import { choiceControl, flagControl } from "./choices.js";
import { codesControl, languagesControl } from "./codes.js";
import { pictureControl } from "./picture.js";
import { numberControl, textControl, textsControl } from "./texts.js";

/**
 * What every field needs of its page.
 *
 * @typedef {object} Form
 * @property {import("../../shared/text.js").Text} text
 * @property {import("../changing/draft.js").Document} draft
 * @property {string} now  the office's time, RFC 3339
 * @property {string[]} languages  of the office's texts
 * @property {boolean} readOnly
 * @property {import("../changing/troubles.js").Trouble[]} troubles  those that are shown
 * @property {import("../pictures/office-pictures.js").OfficePictures} pictures
 * @property {() => Form} again  the same with the draft of then, for what takes a while
 * @property {(path: import("../changing/draft.js").Path, value: any) => void} set
 * @property {(change: () => void) => void} change  changes the draft and draws
 * @property {(path: import("../changing/draft.js").Path) => void} touched  the reader has left a field
 * @property {Set<object>} open  entries whose fields are shown
 * @property {(button: string) => void} focusOn  after the next drawing, on what has this `data-focus`
 * @property {{ key: string, name: string, back: () => void } | null} removed  what was taken away last
 * @property {(key: string, name: string, change: () => void) => void} remove
 *
 * @typedef {object} Field
 * @property {Form} form
 * @property {import("../changing/draft.js").Path} path
 * @property {import("../data/kinds.js").Spec} spec
 * @property {string} id  of its text: `set-up-<id>`
 * @property {any} value
 * @property {string} control  the element's id
 * @property {string} label
 * @property {string} described  ids of what describes it
 * @property {boolean} wrong
 */

/** @type {Record<string, (field: Field) => any>} */
const CONTROLS = {
  text: textControl, texts: textsControl, number: numberControl, choice: choiceControl, flag: flagControl,
  codes: codesControl, languages: languagesControl, picture: pictureControl,
};

/** Kinds with one control, which the label can name; the others are groups. */
const SINGLE = ["text", "number", "flag"];

/**
 * @param {Form} form
 * @param {import("../changing/draft.js").Path} path
 * @param {import("../data/kinds.js").Spec} spec
 * @param {string} id  of its text: `set-up-<id>`
 */
export function field(form, path, spec, id) {
  const { text } = form;
  const control = `field-${path.join("-")}`;
  const troubles = troublesAt(form.troubles, path);
  const help = helpOf(spec, id, text);
  const described = [help ? `${control}-help` : "", troubles.length ? `${control}-wrong` : ""]
    .filter(Boolean).join(" ");
  const label = text.say(`set-up-${id}`);
  const made = CONTROLS[spec.kind]({
    form, path, spec, id, control, label, described, wrong: troubles.length > 0, value: valueAt(form.draft, path),
  });
  const words = html`<span class="label" id="${control}-label">${label}${spec.optional
    ? html` <small>${text.say("set-up-optional")}</small>` : nothing}</span>`;
  const about = html`${help ? html`<span class="help" id="${control}-help">${help}</span>` : nothing}`;
  const wrong = wrongOf(form, troubles, control);
  const kind = `field ${spec.kind}`;
  return SINGLE.includes(spec.kind)
    ? html`<div class=${kind} data-key=${path.join(".")}>
        <label for=${control}>${words}</label>${made}${about}${wrong}</div>`
    : html`<div class=${kind} data-key=${path.join(".")} role="group" aria-labelledby="${control}-label"
        aria-describedby=${described || nothing}>${words}${about}${made}${wrong}</div>`;
}

/**
 * All fields of a table or an entry, one after the other.
 * @param {Form} form @param {import("../changing/draft.js").Path} path
 * @param {Record<string, import("../data/kinds.js").Spec>} fields @param {string} id @param {string[]} [keys]
 */
export function fieldsOf(form, path, fields, id, keys = Object.keys(fields)) {
  return keys.map((key) => field(form, [...path, key], fields[key], `${id}-${key}`.replaceAll("_", "-")));
}

/**
 * What is wrong there, below the field.
 * @param {Form} form @param {import("../changing/troubles.js").Trouble[]} troubles @param {string} control
 */
export function wrongOf({ text }, troubles, control) {
  if (troubles.length === 0) return nothing;
  return html`<p class="wrong" id="${control}-wrong">${icon("x")}<span>${[...new Set(troubles.map((trouble) =>
    troubleInWords(trouble, text)))].join(" ")}</span></p>`;
}

/**
 * @param {import("../changing/troubles.js").Trouble} trouble
 * @param {import("../../shared/text.js").Text} text
 */
export function troubleInWords({ say, values, told }, text) {
  return say ? text.say(say, values) : text.say("set-up-wrong-told", { told: told ?? "" });
}

/**
 * What a key means, and its limits.
 * @param {import("../data/kinds.js").Spec} spec @param {string} id @param {import("../../shared/text.js").Text} text
 */
export function helpOf({ kind, from, to, unit, max, form }, id, text) {
  const limits = kind === "number"
    ? text.say("set-up-limits", { from: from ?? 0, to: to ?? 0, unit: text.say(`set-up-unit-${unit}`) }).trim()
    : form ? text.say(`set-up-form-${form}`) : max ? text.say("set-up-longest", { max }) : "";
  const ended = limits ? `${limits[0].toUpperCase()}${limits.slice(1)}.` : "";
  return [text.say(`set-up-${id}-help`), ended].filter(Boolean).join(" ");
}
