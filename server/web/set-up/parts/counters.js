/** Counters: what each handles, what it helps with, and the way to it. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { icon } from "../../shared/icons.js";
import { LISTS } from "../data/lists.js";
import { field, fieldsOf } from "../fields/field.js";
import { listEditor } from "../fields/list.js";

/** @typedef {import("../fields/field.js").Form} Form */

const { fields: FIELDS, to: COUNTERS_MAX } = LISTS.counters;

/** The drawings of the ways from the wall. @type {Record<string, string>} */
const WAYS = { left: "left", right: "right", up: "up", back: "undo" };

/** @returns {import("./part.js").Part} */
export function makePart() {
  return { view: ({ form }) => countersPage(form) };
}

/** @param {Form} form */
function countersPage(form) {
  const { text } = form;
  return html`<section data-part="counters"><h2 class="sr">${text.say("set-up-counters")}</h2>${listEditor(form, {
    path: ["counters"], id: "counters", to: COUNTERS_MAX,
    told: (entry) => ({
      name: text.say("set-up-counter-named", { counter: entry.number ?? "?" }),
      lead: icon(WAYS[entry.direction] ?? ""),
      facts: [(entry.services ?? []).join(", "), entry.helps_with?.length
        ? `${text.say("set-up-counters-helps-with")}: ${entry.helps_with.join(", ")}` : ""].filter(Boolean).join(" · "),
    }),
    fields: (entry, path) => counterFields(form, entry, path),
    make: () => ({ number: nextNumber(form.draft.counters ?? []), services: [], direction: "right" }),
  })}</section>`;
}

/** @param {Form} form @param {any} entry @param {import("../changing/draft.js").Path} path */
function counterFields(form, entry, path) {
  const helping = { ...form, set: (/** @type {any[]} */ way, /** @type {any} */ value) => form.change(() => {
    form.set(way, value);
    // Both stand there, or none.
    if (entry.helps_with === undefined) delete entry.helps_after_minutes;
    else entry.helps_after_minutes ??= HELPS_AFTER_MINUTES;
  }) };
  return html`<div class="fields">
    ${fieldsOf(form, path, FIELDS, "counters", ["number", "services", "direction"])}
    ${field(helping, [...path, "helps_with"], FIELDS.helps_with, "counters-helps-with")}
    ${entry.helps_with ? fieldsOf(form, path, FIELDS, "counters", ["helps_after_minutes"]) : nothing}</div>`;
}

/** To begin with, as in the manual's example. */
const HELPS_AFTER_MINUTES = 15;

/** @param {any[]} counters */
function nextNumber(counters) {
  return Math.max(0, ...counters.map(({ number }) => Number(number) || 0)) + 1;
}
