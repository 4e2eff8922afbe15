/** Services: each with its documents, its drawing and its counters. */
import { html } from "../../vendor/lit-html/lit-html.js";
import { icon } from "../../shared/icons.js";
import { name } from "../../shared/office.js";
import { followCode, put } from "../changing/draft.js";
import { troublesAt } from "../changing/troubles.js";
import { LISTS } from "../data/lists.js";
import { boxes } from "../fields/codes.js";
import { fieldsOf, wrongOf } from "../fields/field.js";
import { listEditor } from "../fields/list.js";
import { adding } from "./adding.js";

/** @typedef {import("../fields/field.js").Form} Form */

const { fields: FIELDS, to: SERVICES_MAX } = LISTS.services;
const FIRST = ["name", "about", "pictogram", "code", "prefix", "usual_minutes", "fee"];
const MORE = ["daily_quota", "ask_cases", "cases_max", "appointment_minutes", "appointments_per_slot", "wish"];

/** @returns {import("./part.js").Part} */
export function makePart() {
  return { view: ({ form, shipped }) => servicesPage(form, shipped) };
}

/** @param {Form} form @param {any} shipped  the set-up that ships, once it is there */
function servicesPage(form, shipped) {
  const { text } = form;
  return html`<section data-part="services"><h2 class="sr">${text.say("set-up-services")}</h2>${listEditor(form, {
    path: ["services"], id: "services", to: SERVICES_MAX,
    told: (entry) => ({
      name: name(entry.name, text.language),
      lead: html`${icon(entry.pictogram ?? "")}<b class="num">${entry.code}</b>`,
      facts: factsOf(form, entry),
    }),
    fields: (entry, path) => serviceFields(form, entry, path),
    make: () => ({}),
    gone: (entry) => followCode(form.draft, entry.code, undefined),
    adding: adding(form, "services", shipped),
  })}</section>`;
}

/** @param {Form} form @param {any} entry */
function factsOf({ text, draft }, entry) {
  const at = (draft.counters ?? []).filter((/** @type {any} */ counter) => counter.services?.includes(entry.code));
  const counters = at.map((/** @type {any} */ { number }) => number).join(", ");
  const minutes = entry.usual_minutes === undefined ? "" : `${entry.usual_minutes} ${text.say("set-up-unit-minutes")}`;
  return [minutes, counters ? text.say("set-up-counter-named", { counter: counters }) : ""].filter(Boolean).join(" · ");
}

/** @param {Form} form @param {any} entry @param {import("../changing/draft.js").Path} path */
function serviceFields(form, entry, path) {
  const { text } = form;
  const following = { ...form, set: codeFollowing(form, entry) };
  const wrongMore = MORE.some((key) => troublesAt(form.troubles, [...path, key]).length > 0);
  return html`
    <div class="fields">${fieldsOf(following, path, FIELDS, "services", FIRST)}${countersOf(form, entry, path)}</div>
    <h3>${text.say("set-up-services-documents")}</h3>
    ${listEditor(form, {
      path: [...path, "documents"], id: "services-documents", to: FIELDS.documents.to ?? 0,
      told: (document) => ({
        name: name(document.name, text.language), facts: name(document.note, text.language),
      }),
      fields: (_document, way) => html`<div class="fields">${
        fieldsOf(form, way, FIELDS.documents.fields ?? {}, "services-documents")}</div>`,
      make: () => ({}),
    })}
    <details class="more" ?open=${wrongMore || MORE.some((key) => entry[key] !== undefined)}>
      <summary>${text.say("set-up-more-fields")}</summary>
      <div class="fields">${fieldsOf(form, path, FIELDS, "services", MORE)}</div></details>`;
}

/**
 * By which code the counters name an entry whose code is being typed: on its way it is empty, or another service's.
 * @type {WeakMap<object, string>}
 */
const followed = new WeakMap();

/** @param {Form} form @param {any} entry */
function followedCode(form, entry) {
  return followed.get(entry) ?? (entry.code && !isTaken(form, entry, entry.code) ? entry.code : "");
}

/** @param {Form} form @param {any} entry @param {string} code */
function isTaken(form, entry, code) {
  return form.draft.services.some((/** @type {any} */ one) => one !== entry && one.code === code);
}

/** Counters keep to a service that gets another code. @param {Form} form @param {any} entry */
function codeFollowing(form, entry) {
  return (/** @type {import("../changing/draft.js").Path} */ path, /** @type {any} */ value) => {
    if (path[path.length - 1] !== "code" || path.length !== 3) return form.set(path, value);
    const code = String(value ?? "").trim().toUpperCase();
    form.change(() => {
      const before = followedCode(form, entry);
      followed.set(entry, before);
      if (code && !isTaken(form, entry, code)) {
        if (before) followCode(form.draft, before, code);
        followed.set(entry, code);
      }
      put(form.draft, path, code);
    });
  };
}

/** @param {Form} form @param {any} entry @param {import("../changing/draft.js").Path} path */
function countersOf(form, entry, path) {
  const { text, draft } = form;
  const way = [...path, "counters"];
  const control = `field-${way.join("-")}`;
  const troubles = troublesAt(form.troubles, way);
  return html`
    <div class="field codes" data-key=${way.join(".")} role="group" aria-labelledby="${control}-label">
      <span class="label" id="${control}-label">${text.say("set-up-counters-of")}</span>
      <span class="help">${text.say("set-up-counters-of-help")}</span>
      ${boxes((draft.counters ?? []).map((/** @type {any} */ counter) => ({
        mark: String(counter.number ?? ""), words: "",
        ticked: counter.services?.includes(followedCode(form, entry)) ?? false,
        readOnly: form.readOnly,
        take: (/** @type {boolean} */ ticked) => form.change(() => tick(counter, followedCode(form, entry), ticked)),
      })))}
      ${wrongOf(form, troubles, control)}
    </div>`;
}

/** @param {any} counter @param {string} code @param {boolean} ticked */
function tick(counter, code, ticked) {
  const others = (counter.services ?? []).filter((/** @type {string} */ one) => one !== code);
  counter.services = ticked ? [...others, code] : others;
  if (!ticked || !counter.helps_with) return;
  counter.helps_with = counter.helps_with.filter((/** @type {string} */ one) => one !== code);
  if (counter.helps_with.length > 0) return;
  delete counter.helps_with;
  delete counter.helps_after_minutes;
}
