/** Slides of the wall, of words or with a picture, each as the wall shows it. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { name } from "../../shared/office.js";
import { LISTS } from "../data/lists.js";
import { field, fieldsOf } from "../fields/field.js";
import { addEntry, listEditor } from "../fields/list.js";
import { pictureChooser } from "../pictures/chooser.js";
import { unusedPictures } from "../pictures/unused.js";

/** @typedef {import("../fields/field.js").Form} Form */

const { fields: FIELDS, to: SLIDES_MAX } = LISTS.slides;
/** A wall with more has no room for slides. */
const COUNTERS_WITH_SLIDES = 6;

/** @returns {import("./part.js").Part} */
export function makePart() {
  return { view: ({ form }) => slidesPage(form) };
}

/** @param {Form} form */
function slidesPage(form) {
  const { text, draft } = form;
  return html`<section data-part="slides"><h2 class="sr">${text.say("set-up-slides")}</h2>
    ${(draft.counters ?? []).length > COUNTERS_WITH_SLIDES ? html`
      <p class="note">${text.say("set-up-slide-too-many-counters")}</p>` : nothing}
    ${listEditor(form, {
      path: ["slides"], id: "slides", to: SLIDES_MAX,
      told: (entry, place) => ({
        name: name(entry.title, text.language), lead: html`<b class="num">${place + 1}</b>`,
        facts: entry.picture ? text.say("set-up-slides-picture") : figuresOf(entry),
      }),
      fields: (entry, path) => slideFields(form, entry, path),
      make: () => ({ rows: [{}] }),
    })}${withPictures(form)}</section>`;
}

/** @param {any} entry */
function figuresOf({ rows = [] }) {
  return rows.map((/** @type {any} */ row) => row.figure).filter(Boolean).join(" · ");
}

/** A slide for each picture that is taken in. @param {Form} form */
function withPictures(form) {
  const use = (/** @type {string} */ id) => addEntry(form.again(), ["slides"], { picture: id });
  const isFull = (form.draft.slides ?? []).length >= SLIDES_MAX;
  return html`
    ${form.readOnly || isFull ? nothing : pictureChooser(form, {
      place: "new-slide", purpose: "slide", label: "set-up-add-picture", many: true,
      done: (id) => {
        if ((form.again().draft.slides ?? []).length < SLIDES_MAX) use(id);
      },
    })}
    ${unusedPictures(form, use)}`;
}

/** @param {Form} form @param {any} entry @param {import("../changing/draft.js").Path} path */
function slideFields(form, entry, path) {
  if (entry.picture) return pictureFields(form, path);
  const { text } = form;
  const rows = FIELDS.rows;
  return html`
    <div class="fields">${field(form, [...path, "title"], FIELDS.title, "slides-title")}</div>
    <h3>${text.say("set-up-slides-rows")}</h3>
    ${listEditor(form, {
      path: [...path, "rows"], id: "slides-rows", to: rows.to ?? 0,
      told: (row) => ({
        name: name(row.lead, text.language), lead: html`<b class="num">${row.figure ?? ""}</b>`,
        facts: name(row.text, text.language),
      }),
      fields: (_row, way) => html`<div class="fields">${
        fieldsOf(form, way, rows.fields ?? {}, "slides-rows")}</div>`,
      make: () => ({}),
    })}
    <h3>${text.say("set-up-slide-preview")}</h3>
    ${preview(entry, text.language)}`;
}

/** @param {Form} form @param {import("../changing/draft.js").Path} path */
function pictureFields(form, path) {
  // Without its picture a slide would be one of words without words: it is taken away as a whole.
  const spec = { ...FIELDS.picture, optional: false };
  return html`
    <div class="fields">${field(form, [...path, "title"], FIELDS.title, "slides-picture-title")}
      ${field(form, [...path, "picture"], spec, "slides-picture")}</div>`;
}

/** @param {any} entry @param {string} language */
function preview(entry, language) {
  return html`
    <div class="slide" data-theme="dark" aria-hidden="true"><p>${name(entry.title, language)}</p>
      <ul>${(entry.rows ?? []).map((/** @type {any} */ row) => html`
        <li><b class="num">${row.figure}</b><span><b>${name(row.lead, language)}</b> ${
          name(row.text, language)}</span></li>`)}</ul></div>`;
}
