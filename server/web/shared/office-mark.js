/** What stands before the office's name: its own logo, or the peach blossom. */
import { html } from "../vendor/lit-html/lit-html.js";
import { icon } from "./icons.js";

/** The name beside it says all that it says. @param {{ logo?: import("./office.js").Picture | null }} office */
export function officeMark({ logo }) {
  if (!logo) return icon("mark");
  return html`<img class="mark logo" src=${logo.address} width=${logo.width} height=${logo.height} alt=""
    @error=${leave}>`;
}

/** A broken picture is worse than none. @param {Event} event */
function leave(event) {
  /** @type {HTMLElement} */ (event.target).hidden = true;
}
