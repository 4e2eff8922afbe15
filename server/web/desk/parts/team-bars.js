/** Bars about colleagues: who asks for help, and who took a counter over. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { icon } from "../../shared/icons.js";
import { milliseconds, wallClock } from "../../shared/time.js";
import { takenOver } from "../take-over.js";

/**
 * @param {import("../desk-drawing.js").DeskModel} model
 * @param {(counter: number) => void} go  the reader is on the way there
 */
export function helpBars({ text, view, stale }, go) {
  // What is old may be over by now.
  if (stale) return nothing;
  return (view.help ?? []).map(({ counter, officer, since }) => html`
    <p class="help-asked" role="alert" data-help=${counter}>${icon("people")}
      <span><b>${text.say("desk-help", { counter })}</b>
        ${text.say("desk-help-who", { officer: officer ?? "", time: wallClock(since) })}</span>
      <button type="button" @click=${() => go(counter)}>${text.say("desk-help-go")}</button></p>`);
}

/** @param {import("../desk-drawing.js").DeskModel} model */
export function takenBar({ text, view, stale, officer, now }) {
  const told = stale ? null : takenOver(view, officer, now, milliseconds);
  if (!told) return nothing;
  const values = { officer: told.officer, time: wallClock(told.at), counter: view.counter };
  return html`
    <p class="taken" role="status" data-taken=${told.id}>${icon("swap")}<span>${text.say(told.id, values)}</span></p>`;
}
