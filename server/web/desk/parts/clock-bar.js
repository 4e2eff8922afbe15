/** A quiet bar while the server's clock is not to be believed: officers see it, citizens never do. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { icon } from "../../shared/icons.js";
import { clockWarning } from "../clock.js";

/** @param {import("../desk-drawing.js").DeskModel} model */
export function clockBar({ text, view, stale }) {
  const warning = clockWarning(view);
  // What is old may be wrong by now, and the lost connection matters more.
  if (!warning || stale) return nothing;
  return html`
    <p class="clock-warning" role="status" data-clock=${view.clock.state}>${icon("clock")}
      <span><b>${text.say(warning.what)}</b> ${text.say(warning.advice)}</span></p>`;
}
