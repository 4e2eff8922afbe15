/** Pages that are their parts' fields, one after the other, and lists of short entries. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { icon } from "../../shared/icons.js";
import { name } from "../../shared/office.js";
import { ORIGIN } from "../changing/draft.js";
import { LISTS } from "../data/lists.js";
import { PAGES } from "../data/pages.js";
import { shortNameOf } from "../data/short-name.js";
import { TABLES } from "../data/tables.js";
import { fieldsOf } from "../fields/field.js";
import { listEditor } from "../fields/list.js";
import { adding } from "./adding.js";

/** @typedef {import("../fields/field.js").Form} Form */

/** @returns {import("./part.js").Part} */
export function makePart() {
  return {
    view: ({ page, form, shipped }) => plainPage(form, PAGES.find(({ id }) => id === page)?.keys ?? [], shipped),
  };
}

/**
 * A part of a page, with its title where the page has more than one.
 * @param {Form} form @param {string} key  at the top of the set-up @param {boolean} titled @param {any} content
 */
export function section({ text }, key, titled, content) {
  // A page with one part says its name already, but for ears a part is a heading.
  return html`<section data-part=${key}><h2 class=${titled ? nothing : "sr"}>${
    text.say(`set-up-${key.replaceAll("_", "-")}`)}</h2>${content}</section>`;
}

/**
 * @param {Form} form @param {string[]} keys  at the top of the set-up
 * @param {any} [shipped]  the set-up that ships, once it is there
 */
export function plainPage(form, keys, shipped) {
  return keys.map((key) => section(form, key, keys.length > 1, TABLES[key]
    ? html`<div class="fields">${fieldsOf(form, [key], TABLES[key], key)}</div>` : shortList(form, key, shipped)));
}

/** @param {Form} form @param {string} key @param {any} shipped */
function shortList(form, key, shipped) {
  const { fields, to, named } = LISTS[key];
  const id = key.replaceAll("_", "-");
  return listEditor(form, {
    path: [key], id, to,
    told: (entry, place) => ({
      name: typeof entry.name === "object" ? name(entry.name, form.text.language) : entry.name ?? "",
      lead: entry.pictogram ? icon(entry.pictogram) : keyed(key) ? html`<b class="num">${place + 1}</b>` : nothing,
      facts: factsOf(form, key, entry),
    }),
    fields: (entry, path) => html`<div class="fields">${
      fieldsOf(named === "id" ? naming(form, entry) : form, path, fields, id)}</div>`,
    make: () => ({}),
    // The people who ship are nobody's.
    adding: named === "id" ? adding(form, key, shipped) : undefined,
  });
}

/**
 * A new entry's short name follows what people read, in the office's first language, until somebody writes another.
 * @param {Form} form @param {any} entry
 */
function naming(form, entry) {
  if (entry[ORIGIN] !== undefined) return form;
  const first = form.languages[0];
  return { ...form, set: (/** @type {any[]} */ path, /** @type {any} */ value) => form.change(() => {
    const follows = (entry.id ?? "") === shortNameOf(entry.name?.[first] ?? "");
    form.set(path, value);
    if (path[2] === "name" && path[3] === first && follows) entry.id = shortNameOf(value ?? "");
  }) };
}

/** What officers choose by its digit. @param {string} key */
function keyed(key) {
  return ["call_reasons", "pause_reasons", "outcomes"].includes(key);
}

/** @param {Form} form @param {string} key @param {any} entry */
function factsOf({ text }, key, entry) {
  if (entry.title) return name(entry.title, text.language);
  const minutes = key === "priorities" ? entry.head_start_minutes : entry.usual_minutes;
  return minutes === undefined ? "" : `${minutes} ${text.say("set-up-unit-minutes")}`;
}
