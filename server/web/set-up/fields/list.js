/** A list whose entries are opened, moved, taken away and added, by mouse, finger or keyboard. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { repeat } from "../../vendor/lit-html/directives/repeat.js";
import { icon } from "../../shared/icons.js";
import { valueAt } from "../changing/draft.js";
import { troublesAt } from "../changing/troubles.js";
import { wrongOf } from "./field.js";

/**
 * @typedef {import("./field.js").Form} Form
 * @typedef {import("../changing/draft.js").Path} Path
 *
 * @typedef {object} ListView
 * @property {Path} path
 * @property {string} id  of its texts, such as `services-documents`
 * @property {number} to  most entries
 * @property {(entry: any, place: number) => { name: string, lead?: any, facts?: string }} told  in its closed row
 * @property {(entry: any, path: Path) => any} fields  of an opened entry
 * @property {() => any} make  a new entry
 * @property {(entry: any) => void} [gone]  what follows when an entry is taken away
 * @property {any} [adding]  in place of the button that adds an empty one
 */

/** Before an entry's way: its first field. */
export const FIRST_FIELD = "first ";

/** @param {Form} form @param {ListView} view */
export function listEditor(form, view) {
  const { text, readOnly } = form;
  const { path, id, to, make, adding } = view;
  const entries = /** @type {any[]} */ (valueAt(form.draft, path) ?? []);
  const key = path.join(".");
  const own = troublesAt(form.troubles, path).filter((trouble) => trouble.path.length === path.length);
  const { removed } = form;
  return html`
    <div class="list" data-list=${key}>
      ${entries.length === 0 ? html`<p class="none">${text.say("set-up-none-yet")}</p>` : html`
        <ol>${repeat(entries, (entry) => entry, (entry, place) => row(form, view, entries, entry, place))}</ol>`}
      ${removed?.key === key ? html`
        <p class="removed" role="status"><span>${text.say("set-up-taken-away", { name: removed.name })}
          ${view.gone ? text.say("set-up-taken-from-counters") : nothing}</span>
          <button type="button" class="link" data-action="put-back" @click=${removed.back}>${
            text.say("set-up-put-back")}</button></p>` : nothing}
      ${wrongOf(form, own, `list-${path.join("-")}`)}
      ${readOnly ? nothing : entries.length >= to ? html`<p class="none">${text.say("set-up-full", { to })}</p>`
        : adding ?? html`<button type="button" class="button quiet add" data-action="add-${id}"
          @click=${() => addEntry(form, path, make())}>${icon("plus")}<span>${
            text.say(`set-up-add-${id}`)}</span></button>`}
    </div>`;
}

/**
 * Adds an entry, opens it and goes to its first field.
 * @param {Form} form @param {Path} path @param {any} entry
 */
export function addEntry(form, path, entry) {
  form.change(() => {
    const entries = valueAt(form.draft, path);
    if (entries) entries.push(entry);
    else form.set(path, [entry]);
    form.open.add(entry);
    form.focusOn(`${FIRST_FIELD}${path.join(".")}.${(entries?.length ?? 1) - 1}`);
  });
}

/** @param {Form} form @param {ListView} view @param {any[]} entries @param {any} entry @param {number} place */
function row(form, view, entries, entry, place) {
  const { path, told, fields } = view;
  const way = [...path, place];
  const { name, lead = nothing, facts = "" } = told(entry, place);
  const called = name || form.text.say("set-up-nameless");
  const open = form.open.has(entry);
  const wrong = troublesAt(form.troubles, way).length > 0;
  const body = `entry-${way.join("-")}`;
  return html`
    <li class="entry ${open ? "open" : ""} ${wrong ? "bad" : ""}" data-entry=${way.join(".")}>
      <div class="row">
        <button type="button" class="toggle" aria-expanded=${open ? "true" : "false"} aria-controls=${body}
          data-focus=${way.join(".")} @click=${() => form.change(() =>
            open ? form.open.delete(entry) : form.open.add(entry))}>
          ${lead}<span class="called"><b>${called}</b>${facts ? html` <small>${facts}</small>` : nothing}</span>
          ${wrong ? icon("warn") : nothing}</button>
        ${form.readOnly ? nothing : moves(form, view, entries, entry, place, called)}
      </div>
      <div class="body" id=${body} ?hidden=${!open}>${open ? fields(entry, way) : nothing}</div>
    </li>`;
}

/**
 * @param {Form} form @param {ListView} view @param {any[]} entries @param {any} entry @param {number} place
 * @param {string} name
 */
function moves(form, view, entries, entry, place, name) {
  const { path, gone } = view;
  const { text } = form;
  const key = path.join(".");
  const move = (/** @type {-1 | 1} */ by) => form.change(() => {
    entries.splice(place, 1);
    entries.splice(place + by, 0, entry);
    form.focusOn(`${key}.${place + by}.${by < 0 ? "up" : "down"}`);
  });
  const button = (/** @type {string} */ action, /** @type {string} */ drawing, /** @type {string} */ label,
    /** @type {boolean} */ disabled, /** @type {() => void} */ act) => html`
      <button type="button" class="move" data-action=${action} data-focus="${key}.${place}.${action}"
        aria-label=${label} title=${label} ?disabled=${disabled} @click=${act}>${icon(drawing)}</button>`;
  return html`
    <span class="moves">
      ${button("up", "up", text.say("set-up-move-up", { name }), place === 0, () => move(-1))}
      ${button("down", "down", text.say("set-up-move-down", { name }), place === entries.length - 1, () => move(1))}
      ${button("remove", "x", text.say("set-up-take-away", { name }), false, () => form.remove(key, name, () => {
        entries.splice(place, 1);
        gone?.(entry);
      }))}
    </span>`;
}
