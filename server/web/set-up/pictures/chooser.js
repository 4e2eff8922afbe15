/** Where a picture is chosen or dropped, and what becomes of it. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { icon } from "../../shared/icons.js";

/** What the server can draw. */
const KINDS = "image/png,image/jpeg,image/webp";

/**
 * @typedef {object} ChooserView
 * @property {string} place  of the page, where it is told
 * @property {string} purpose
 * @property {string} label  id of a text
 * @property {boolean} [many]
 * @property {string} [described]
 * @property {(id: string) => void} done  with each picture that is in
 */

/** @param {import("../fields/field.js").Form} form @param {ChooserView} view */
export function pictureChooser({ text, pictures }, { place, purpose, label, many = false, described = "", done }) {
  const doing = pictures.doing(place);
  const busy = doing?.state === "sending" || doing?.state === "drawing";
  const take = (/** @type {FileList | null | undefined} */ files) =>
    void pictures.take(place, [...files ?? []].slice(0, many ? undefined : 1), purpose, done);
  return html`
    <div class="chooser" data-place=${place} data-state=${doing?.state ?? "idle"}
      @dragover=${allow} @dragleave=${leave}
      @drop=${(/** @type {DragEvent} */ event) => {
        event.preventDefault();
        leave(event);
        take(event.dataTransfer?.files);
      }}>
      <label class="button quiet">${icon("plus")}<span>${text.say(label)}</span>
        <input class="sr" type="file" accept=${KINDS} ?multiple=${many} ?disabled=${busy}
          aria-describedby=${described || nothing}
          @change=${(/** @type {any} */ event) => {
            take(event.target.files);
            event.target.value = "";
          }}></label>
      <span class="drop">${text.say("set-up-picture-drop")}</span>
      <div class="told" role="status">${told(doing, text)}</div>
      ${doing?.state === "refused" ? html`<p class="wrong" role="alert">${icon("x")}<span>${doing.words}</span></p>`
        : nothing}
    </div>`;
}

/** @param {import("./office-pictures.js").Doing | null} doing @param {import("../../shared/text.js").Text} text */
function told(doing, text) {
  switch (doing?.state) {
    case "sending":
      return html`<progress max="1" .value=${doing.part} aria-label=${text.say("set-up-picture-sending")}></progress>
        <span>${text.say("set-up-picture-sending")}</span>`;
    case "drawing":
      return html`<progress aria-label=${text.say("set-up-picture-drawing")}></progress>
        <span>${text.say("set-up-picture-drawing")}</span>`;
    case "taken":
      return html`${icon("check")}<span>${text.say("set-up-picture-taken")}</span>`;
    default:
      return nothing;
  }
}

/** @param {DragEvent} event */
function allow(event) {
  event.preventDefault();
  /** @type {HTMLElement} */ (event.currentTarget).classList.add("over");
}

/** @param {DragEvent} event */
function leave(event) {
  /** @type {HTMLElement} */ (event.currentTarget).classList.remove("over");
}
