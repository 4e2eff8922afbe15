/** Who has an appointment: the code by a pad with large keys, or a QR code before the scanner. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { icon } from "../../shared/icons.js";
import { CODE_DIGITS } from "../flow.js";
import { backButton, bigButton, foot, head } from "./frame.js";

const KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];

/** @param {import("./frame.js").Page} page */
export function appointment(page) {
  const { text, visit } = page;
  const { code, refusal } = visit;
  const whole = code.length === CODE_DIGITS;
  return html`<main class="page" data-state="appointment">
    ${head(page)}
    <div class="ask" role="status">
      <h1 tabindex="-1">${refusal ? refusal.title : text.say("kiosk-appointment-title")}</h1>
      <p>${refusal ? (refusal.detail ?? "") : text.say("kiosk-appointment-how")}</p>
    </div>
    <div class="main coded">
      <output class="code num" aria-label=${text.say("kiosk-appointment-code", { code: code.split("").join(" ") })}>
        ${Array.from({ length: CODE_DIGITS }, (_, place) => html`<i>${code[place] ?? nothing}</i>`)}
      </output>
      <div class="pad">
        ${KEYS.map((digit) => key(digit))}
        <button type="button" data-action="erase" data-repeats aria-label=${text.say("kiosk-appointment-erase")}
          >${icon("erase")}</button>
        ${key("0")}
        <button type="button" class="go" data-action="check-in" ?disabled=${!whole}
          aria-label=${text.say("kiosk-documents-take")}>${icon("check")}</button>
      </div>
      ${bigButton({ action: "take", icon: "slip", label: text.say("kiosk-appointment-without"), kind: "quiet" })}
    </div>
    ${foot(page, backButton(page))}
  </main>`;
}

/** @param {string} digit */
function key(digit) {
  return html`<button type="button" class="num" data-action="digit" data-digit=${digit} data-repeats>${digit}</button>`;
}
