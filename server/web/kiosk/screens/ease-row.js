/** The last row of every screen: how to see and hear it. In reach from a wheelchair, in the same place on each. */
import { html } from "../../vendor/lit-html/lit-html.js";
import { icon } from "../../shared/icons.js";
import { EASES } from "../ease.js";

/** @type {Record<import("../ease.js").EaseName, string>} */
const DRAWINGS = { low: "low", large: "eye", aloud: "sound", contrast: "contrast" };

/**
 * Reading aloud is offered where this machine has a voice for the language, and nowhere else.
 * @param {import("./frame.js").Page} page
 */
export function easeRow({ visit, text, speaks }) {
  const offered = EASES.filter((ease) => ease !== "aloud" || speaks);
  return html`<div class="ease" role="group" aria-label=${text.say("kiosk-ease")} data-hush>
    ${offered.map((ease) => html`<button type="button" data-action="toggle-${ease}" aria-pressed=${visit.ease[ease]}
      >${icon(DRAWINGS[ease])}<span>${text.say(`kiosk-ease-${ease}`)}</span></button>`)}
  </div>`;
}
