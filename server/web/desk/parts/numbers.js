/** Words with the ticket numbers in them set in the number face. */
import { html } from "../../vendor/lit-html/lit-html.js";
import { numbersApart } from "../wording.js";

/** @param {string} text */
export function withNumbers(text) {
  return numbersApart(text).map((part) => (part.number ? html`<span class="num">${part.text}</span>` : part.text));
}
