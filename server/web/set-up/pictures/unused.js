/** Pictures that the set-up, as it is typed now, does not name: to be used, or to go. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { icon } from "../../shared/icons.js";
import { moment } from "../../admin/amounts.js";

/**
 * @param {import("../fields/field.js").Form} form
 * @param {(id: string) => void} use  as a slide
 */
export function unusedPictures(form, use) {
  const { text, draft, pictures, now } = form;
  const named = [draft.office?.logo, ...(draft.slides ?? []).map((/** @type {any} */ slide) => slide.picture)];
  const unused = pictures.list.filter(({ id }) => !named.includes(id));
  if (unused.length === 0 || form.readOnly) return nothing;
  return html`<section class="unused" data-part="pictures"><h3>${text.say("set-up-pictures-unused")}</h3>
    <p class="help">${text.say("set-up-pictures-count", { count: pictures.list.length, most: pictures.atMost })}</p>
    <ul>${unused.map((picture) => one(form, picture, picture.at ? moment(picture.at, now, text) : "", use))}</ul>
  </section>`;
}

/**
 * @param {import("../fields/field.js").Form} form @param {any} picture @param {string} when
 * @param {(id: string) => void} use
 */
function one({ text, pictures }, { id, address, damaged, used }, when, use) {
  const doing = pictures.doing(id);
  const called = text.say("set-up-picture-of", { when });
  return html`<li data-picture=${id}>
    ${damaged ? html`<span class="broken">${icon("warn")}${text.say("set-up-picture-damaged")}</span>`
      : html`<img src=${address} alt=${called} loading="lazy">`}
    <small>${called}</small>
    <span class="doings">
      ${damaged ? nothing : html`<button type="button" class="button quiet" data-action="use"
        aria-label="${text.say("set-up-picture-use")}, ${called}" @click=${() => use(id)}>${
          text.say("set-up-picture-use")}</button>`}
      ${used.length > 0 ? nothing : html`<button type="button" class="button quiet" data-action="erase"
        aria-label="${text.say("set-up-picture-erase")}, ${called}" @click=${() => {
          if (confirm(text.say("set-up-picture-erase-sure"))) void pictures.remove(id);
        }}>${text.say("set-up-picture-erase")}</button>`}
    </span>
    ${doing?.state === "refused" ? html`<p class="wrong" role="alert">${icon("x")}<span>${doing.words}</span></p>`
      : nothing}</li>`;
}
