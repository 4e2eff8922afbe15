/** Beside the way to a ticket: no server, an unexpected problem, nobody there, a machine that is not paired. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { icon } from "../../shared/icons.js";
import { restLeft, secondsLeft } from "../flow.js";
import { backButton, bigButton, foot, head, second } from "./frame.js";

/** @param {import("./frame.js").Page} page */
export function offline(page) {
  const { text } = page;
  const ask = { action: "ask-documents", icon: "M", label: text.say("kiosk-documents-short") };
  return html`<main class="page aside" data-state="offline">
    ${head(page)}
    <div class="ask">
      ${icon("unlink")}
      <h1 tabindex="-1">${text.say("kiosk-offline-title")}</h1>
      <p>${text.say("kiosk-offline-how")}</p>
      <p class="second">${second(page, "kiosk-offline-short")}</p>
    </div>
    <div></div>
    ${foot(page, ask)}
  </main>`;
}

/** @param {import("./frame.js").Page} page */
export function help(page) {
  const { text } = page;
  return html`<main class="page aside" data-state="help">
    ${head(page)}
    <div class="ask">
      ${icon("user")}
      <h1 tabindex="-1">${text.say("kiosk-help-title")}</h1>
      <p>${text.say("kiosk-help-how")}</p>
      <p class="second">${second(page, "kiosk-help-short")}</p>
    </div>
    <div></div>
    ${foot(page, { ...backButton(page), label: text.say("kiosk-help-again") })}
  </main>`;
}

/** @param {import("./frame.js").Page} page */
export function timeOut(page) {
  const { text, visit } = page;
  const seconds = secondsLeft(visit);
  return html`<main class="page aside waits" data-state="time-out">
    ${head(page)}
    <div class="ask">
      <h1 tabindex="-1">${text.say("kiosk-time-out-title")}</h1>
      <p>${text.say("kiosk-time-out-how", { seconds })}</p>
    </div>
    <span class="num big" aria-hidden="true">${seconds}</span>
    <div class="main">
      ${bigButton({ action: "still-here", icon: "check", label: text.say("kiosk-time-out-stay"), kind: "tall" })}
    </div>
    ${foot(page, null, nothing)}
  </main>`;
}

/** Many numbers were taken at once. @param {import("./frame.js").Page} page */
export function rest(page) {
  const { text, visit } = page;
  return html`<main class="page aside waits" data-state="rest">
    ${head(page)}
    <div class="ask">
      <h1 tabindex="-1">${text.say("kiosk-rest-title")}</h1>
      <p>${text.say("kiosk-rest-how")}</p>
      <p class="second">${second(page, "kiosk-rest-short")}</p>
    </div>
    <span class="num big" role="timer">${restLeft(visit)}</span>
    ${foot(page, { ...backButton(page), label: text.say("kiosk-help-again") })}
  </main>`;
}

/** @param {import("./frame.js").Page} page */
export function unpaired(page) {
  const { text, visit } = page;
  return html`<main class="page aside" data-state="unpaired">
    ${head(page)}
    <div class="ask">
      ${icon("user")}
      <h1 tabindex="-1">${text.say("kiosk-pair-title")}</h1>
      <p>${text.say("kiosk-pair-citizens")}</p>
    </div>
    <div class="main pairing">
      ${code(page)}
      <details ?open=${visit.pairingFailed}>
        <summary>${text.say("kiosk-pair-how")}</summary>
        <input id="token" data-field="token" type="password" autocomplete="off" autocapitalize="none"
          spellcheck="false" aria-label=${text.say("kiosk-pair-token")} placeholder=${text.say("kiosk-pair-token")}>
        ${bigButton({ action: "pair", icon: "check", label: text.say("kiosk-pair-connect"), kind: "quiet" })}
        ${visit.pairingFailed ? html`<p class="failed" role="alert">${text.say("kiosk-pair-failed")}</p>` : nothing}
      </details>
    </div>
    ${foot(page, null)}
  </main>`;
}

/** What the staff types at the administrator's desk. @param {import("./frame.js").Page} page */
function code({ text, pairing }) {
  if (pairing?.kind === "offline") return html`<p class="away">${text.say("kiosk-pair-away")}</p>`;
  if (pairing?.kind !== "shown") return html`<p>${text.say("kiosk-pair-asking")}</p>`;
  return html`
    <div class="shown">
      <div><p>${text.say("kiosk-pair-code", { address: pairing.address })}</p>
        <p class="code num" data-code=${pairing.code}>${pairing.code}</p></div>
      <img src=${pairing.qr} alt=${text.say("kiosk-pair-qr")}>
    </div>`;
}
