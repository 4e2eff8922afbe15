/** The bar while there is no connection: since when, and what still works. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { icon } from "../../shared/icons.js";

/**
 * @param {import("../desk-drawing.js").DeskModel} model
 * @param {string | null} lostAt  wall clock
 */
export function offlineBar({ text, stale, situation }, lostAt) {
  if (!stale) return nothing;
  return html`
    <p class="offline" role="status">${icon("unlink")}
      <span><b>${text.say("desk-offline", { time: lostAt ?? "" })}</b> ${text.say(advice(situation))}</span>
      <span class="aside">${text.say("desk-offline-retry")}</span></p>`;
}

/** @param {import("../situation.js").Situation} situation */
function advice(situation) {
  if (situation === "serving") return "desk-offline-serving";
  return situation === "calling" ? "desk-offline-calling" : "desk-offline-other";
}
