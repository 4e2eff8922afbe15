/** The keys of the desk with what each does now: also buttons, for a mouse or a touch screen. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { withNumbers } from "./numbers.js";

/** @typedef {import("../desk-page.js").DeskModel} DeskModel */

/**
 * @param {DeskModel} model
 * @param {(key: import("../keys.js").Key) => void} press
 */
export function keyCapsPart(model, press) {
  const { text, caps } = model;
  return html`<p class="idle-key" aria-live="polite">${idleWords(model)}</p>
  <div class="keys" role="group" aria-label=${text.say("desk-keys")} @mousedown=${keepFocus}>
    ${caps.map((cap) => button(model, cap, press))}
  </div>`;
}

/** Why the key that was pressed does nothing. @param {DeskModel} model */
function idleWords({ text, view, idle }) {
  if (!idle) return nothing;
  const { officer, visit } = view;
  return withNumbers(text.say(idle.id, { key: idle.key, officer: officer ?? "", number: visit?.number ?? "" }));
}

/**
 * @param {DeskModel} model
 * @param {import("../keys.js").KeyCap} cap
 * @param {(key: import("../keys.js").Key) => void} press
 */
function button(model, cap, press) {
  const { text, stale } = model;
  const main = cap.key === "Enter";
  const off = cap.command === null || Boolean(stale);
  const classes = `key ${main ? "main" : ""} ${cap.quiet || off ? "rest" : ""}`;
  const label = main && stale ? "desk-key-offline" : cap.label;
  return html`
    <button type="button" class=${classes} data-key=${cap.key} data-command=${cap.command ?? nothing}
        aria-disabled=${off} @click=${() => press(cap.key)}>
      <kbd>${cap.key}</kbd><span>${text.say(label)}</span>${main && !stale ? hint(model, cap) : nothing}
    </button>`;
}

/** @param {DeskModel} model @param {import("../keys.js").KeyCap} cap */
function hint({ text, situation }, cap) {
  if (cap.next) {
    return html`<span class="hint">${text.say("desk-key-next-hint")} <span class="num">${cap.next}</span></span>`;
  }
  return situation === "serving" ? html`<span class="hint">${text.say("desk-key-done-hint")}</span>` : nothing;
}

/** A click leaves the focus where it is: `Enter` stays the desk's key afterwards. @param {MouseEvent} event */
function keepFocus(event) {
  event.preventDefault();
}
