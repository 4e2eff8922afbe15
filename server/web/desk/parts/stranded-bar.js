/** A bar while people wait whom no open counter calls: whoever reads it may open one, or tell them. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { icon } from "../../shared/icons.js";
import { strandedInWords } from "../../shared/stranded.js";
import { pausedCounters } from "../situation.js";

/** @param {import("../desk-drawing.js").DeskModel} model */
export function strandedBar({ text, view, stale, serviceOf }) {
  // What is old may be wrong by now, and the lost connection matters more.
  if (view.stranded.length === 0 || stale) return nothing;
  const words = strandedInWords(view.stranded, text, (code) => serviceOf(code).name, pausedCounters(view));
  return html`
    <p class="stranded" role="status" data-stranded=${view.stranded.length}>${icon("people")}
      <span><b>${text.say("desk-stranded")}</b> ${words}</span></p>`;
}
