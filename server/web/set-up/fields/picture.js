/** A field for a picture: what is shown now, another one, none. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { icon } from "../../shared/icons.js";
import { pictureChooser } from "../pictures/chooser.js";

/** @param {import("./field.js").Field} field */
export function pictureControl({ form, path, spec, value, label, described }) {
  const { text, pictures } = form;
  const place = path.join(".");
  return html`
    ${!value ? nothing : pictures.isMissing(value) ? html`<p class="wrong">${icon("x")}<span>${
      text.say("set-up-picture-missing")}</span></p>` : shown(value, spec, label)}
    ${form.readOnly ? nothing : html`
      ${pictureChooser(form, {
        place, purpose: spec.purpose ?? "slide", described,
        label: value ? "set-up-picture-other" : "set-up-picture-choose",
        done: (id) => form.again().set(path, id),
      })}
      ${value && spec.optional ? html`<button type="button" class="link" data-action="no-picture"
        @click=${() => form.set(path, undefined)}>${text.say("set-up-picture-none")}</button>` : nothing}`}`;
}

/**
 * As it will be seen: a slide in the shape of the wall's, a logo on light and on dark.
 * @param {string} id @param {import("../data/kinds.js").Spec} spec @param {string} label
 */
function shown(id, { purpose }, label) {
  const address = `/pictures/${id}`;
  if (purpose !== "logo") return html`<span class="slide picture"><img src=${address} alt=${label}></span>`;
  return html`<span class="grounds"><span><img src=${address} alt=${label}></span>
    <span data-theme="dark"><img src=${address} alt=""></span></span>`;
}
