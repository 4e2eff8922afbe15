/** New entries: from those that ship, or empty ones. */
import { html } from "../../vendor/lit-html/lit-html.js";
import { icon } from "../../shared/icons.js";
import { name } from "../../shared/office.js";
import { LISTS } from "../data/lists.js";
import { addEntry } from "../fields/list.js";
import { fromTemplate, unused } from "./templates.js";

/**
 * A button for each entry that ships and is not there yet, and one for an empty one.
 * @param {import("../fields/field.js").Form} form @param {string} list  key at the top of the set-up
 * @param {any} shipped  the set-up that ships, once it is there
 */
export function adding(form, list, shipped) {
  const { text, draft } = form;
  const { named, fields } = LISTS[list];
  const id = list.replaceAll("_", "-");
  const offered = named ? unused(shipped?.[list] ?? [], draft[list] ?? [], named) : [];
  const add = (/** @type {any} */ template) =>
    addEntry(form, [list], fromTemplate(template, draft.office.languages, fields));
  return html`
    <div class="adding" role="group" aria-label=${text.say(`set-up-add-${id}`)}>
      ${offered.map((template) => html`
        <button type="button" class="template" data-template=${template[named ?? ""]} @click=${() => add(template)}>
          ${icon(template.pictogram ?? "plus")}<span>${name(template.name, text.language)}</span></button>`)}
      <button type="button" class="template" data-action="add-${id}" @click=${() => add({})}>
        ${icon("plus")}<span>${text.say(offered.length ? `set-up-add-other-${id}` : `set-up-add-${id}`)}</span></button>
    </div>`;
}
