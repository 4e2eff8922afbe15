/** The foot of the phone page: giving the number back in two steps, trying again, calling the office. */
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { icon } from "../shared/icons.js";
import { comeBack } from "./returning.js";

/**
 * @param {import("./screens.js").Page} page
 * @param {import("./flow.js").Screen} screen
 * @param {boolean} stale
 */
export function actions(page, screen, stale) {
  const { follow, text } = page;
  if (follow.asksCancel) return question(page);
  if (stale) return button({ action: "again", icon: "undo", label: text.say("phone-again") });
  switch (screen) {
    case "wait":
    case "soon":
      return button({ action: "ask-cancel", label: text.say("phone-cancel"), kind: "quiet" });
    case "done":
      return html`<p class="label">${text.say("phone-privacy")}</p>`;
    case "parked":
      return [comeBack(page), button({ action: "ask-cancel", label: text.say("phone-cancel"), kind: "quiet" })];
    case "missed":
      return [comeBack(page), callOffice(page)];
    case "expired":
    case "unknown":
      return callOffice(page);
    case "loading":
    case "called":
    case "serving":
    case "cancelled":
      return nothing;
  }
}

/** @param {{ action: string, label: string, icon?: string, kind?: string }} button */
function button({ action, label, icon: drawing = "", kind = "" }) {
  return html`<button type="button" class="button ${kind}" data-action=${action}>${icon(drawing)}${label}</button>`;
}

/** @param {import("./screens.js").Page} page */
function question({ follow, text }) {
  const { number } = follow.view;
  return html`<section class="sure" role="group" aria-labelledby="sure">
    <h2 id="sure">${text.say("phone-cancel-sure", { number })}</h2>
    <p>${text.say("phone-cancel-how")}</p>
    <p class="failed" role="alert">${follow.cancelFailed ? text.say("phone-cancel-failed") : nothing}</p>
    <div class="two">
      <button type="button" class="button" data-action="keep">${text.say("phone-cancel-keep")}</button>
      <button type="button" class="button quiet" data-action="cancel" aria-busy=${follow.cancelling}
        >${text.say("phone-cancel-yes")}</button>
    </div>
  </section>`;
}

/** @param {import("./screens.js").Page} page */
function callOffice({ office, text }) {
  if (!office.phone) return nothing;
  return html`<a class="button quiet" href="tel:${office.phone.replace(/[^\d+]/g, "")}">${icon("phone")}
    ${text.say("phone-call-office", { phone: office.phone })}</a>`;
}
