/** The keys of the desk with what each does now: also buttons, for a mouse or a touch screen. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { withNumbers } from "./numbers.js";

/** @typedef {import("../desk-drawing.js").DeskModel} DeskModel */

/**
 * @param {DeskModel} model
 * @param {(key: import("../keys.js").Key) => void} press
 */
export function keyCapsPart(model, press) {
  const { text, caps } = model;
  return html`<p class="idle-key" aria-live="polite">${idleWords(model)}</p>
  <p class="sr" aria-live="polite">${undoWords(model)}</p>
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
 * Said once, when a step can be taken back: a voice that counts seconds would drown everything.
 * @param {DeskModel} model
 */
function undoWords({ text, caps, stale }) {
  const undo = caps.find((cap) => cap.command === "undo");
  return undo && !stale ? text.say("desk-undo-spoken", { what: text.say(undo.label, undo.values) }) : nothing;
}

/** What stands on the key itself. @type {Record<string, string>} */
const SIGNS = { "Backspace": "⌫", "-": "–" };

/**
 * @param {DeskModel} model
 * @param {import("../keys.js").KeyCap} cap
 * @param {(key: import("../keys.js").Key) => void} press
 */
function button(model, cap, press) {
  const { text, stale } = model;
  const main = cap.key === "Enter";
  const off = cap.command === null || Boolean(stale);
  const kind = { "Enter": "main", "Backspace": "undo" }[String(cap.key)] ?? "";
  const classes = `key ${kind} ${cap.quiet || off ? "rest" : ""}`;
  const label = main && stale ? "desk-key-offline" : cap.label;
  return html`
    <button type="button" class=${classes} data-key=${cap.key} data-command=${cap.command ?? nothing}
        aria-disabled=${off} @click=${() => press(cap.key)}>
      <kbd aria-label=${cap.key}>${SIGNS[cap.key] ?? cap.key}</kbd>
      <span>${withNumbers(text.say(label, cap.values))}</span>
      ${main && !stale ? hint(model, cap) : nothing}
      ${cap.seconds && !stale ? html`<span class="seconds num" aria-hidden="true">${cap.seconds}</span>` : nothing}
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
