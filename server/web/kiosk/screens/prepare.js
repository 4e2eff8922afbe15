/** Before the ticket: which documents to bring, and whether somebody is called sooner. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { icon } from "../../shared/icons.js";
import { name } from "../../shared/office.js";
import { factsOf } from "../show.js";
import { backButton, bigButton, foot, head } from "./frame.js";

/** @param {import("./frame.js").Page} page */
export function documents(page) {
  const { office, text, visit } = page;
  const service = office.services.find((/** @type {any} */ one) => one.code === visit.service);
  const about = name(service.about, text.language);
  return html`<main class="page" data-state="documents" data-service=${service.code}>
    ${head(page)}
    <div class="ask with-pictogram">
      ${icon(service.pictogram)}
      <div><h1 tabindex="-1">${name(service.name, text.language)}</h1>${about ? html`<p>${about}</p>` : nothing}</div>
    </div>
    <div class="main column">
      ${documentList(service, text)} ${facts(page, service)}
      <div class="actions">
        ${bigButton({ action: "take-number", icon: "slip", label: text.say("kiosk-documents-take"), kind: "tall" })}
        ${secondButtons(page, "kiosk-add")}
      </div>
    </div>
    ${foot(page, backButton(page))}
  </main>`;
}

/**
 * What else may be done than to take the ticket: in one row, so that it stays the same way for who needs no more.
 * @param {import("./frame.js").Page} page @param {string} add  words for adding a service
 */
export function secondButtons({ text, visit }, add) {
  const later = bigButton({ action: "done", icon: "doc", label: text.say("kiosk-documents-later"), kind: "quiet" });
  if (visit.servicesMax === 1) return later;
  return html`<div class="pair">
    ${bigButton({ action: "add-service", icon: "plus", label: text.say(add), kind: "quiet" })}${later}
  </div>`;
}

/** @param {any} service @param {import("../../shared/text.js").Text} text */
function documentList(service, text) {
  const { language } = text;
  if (service.documents.length === 0) return html`<p class="documents none">${text.say("kiosk-documents-none")}</p>`;
  return html`<ul class="documents">
    ${service.documents.map(
      (/** @type {any} */ one) => html`<li>${icon("doc")}<span>${name(one.name, language)}${
        one.note ? html`<small>${name(one.note, language)}</small>` : nothing}</span></li>`,
    )}
  </ul>`;
}

/** @param {import("./frame.js").Page} page @param {any} service */
export function facts({ text, view }, service) {
  const { waiting, wait, afterBreak, room, closed, fee } = factsOf(service, view, text.language);
  return html`<dl class="facts">
    ${waiting === null
      ? nothing
      : fact(text.say("kiosk-fact-waiting"), waiting, text.say("kiosk-people-unit", { count: waiting }))}
    ${wait === null ? nothing : fact(text.say("kiosk-fact-wait"), wait, text.say("kiosk-minutes-unit"))}
    ${afterBreak === null
      ? nothing
      : fact(text.say("kiosk-fact-perhaps"), afterBreak, text.say("kiosk-fact-after-break"))}
    ${room === null
      ? nothing
      : fact(text.say("kiosk-fact-room"), room, text.say("kiosk-people-unit", { count: room }))}
    ${closed ? fact(text.say("kiosk-fact-counter"), "", text.say("kiosk-fact-counter-closed")) : nothing}
    ${fee === null ? nothing : fact(text.say("kiosk-fact-fee"), fee.figure, fee.words)}
  </dl>`;
}

/** @param {string} label @param {string | number} figure @param {string} unit */
function fact(label, figure, unit) {
  return html`<div><dt>${label}</dt><dd><span class="num">${figure}</span> ${unit}</dd></div>`;
}

/** @param {import("./frame.js").Page} page */
export function priority(page) {
  const { office, text } = page;
  return html`<main class="page" data-state="priority">
    ${head(page)}
    <div class="ask">
      <h1 tabindex="-1">${text.say("kiosk-priority-ask")}</h1>
      <p>${text.say("kiosk-priority-how")}</p>
    </div>
    <div class="main classes">
      <div class="list">
        ${office.priorities.map(
          (/** @type {any} */ one) => html`<button type="button" data-action="choose-priority"
            data-priority=${one.id}>${icon(one.pictogram)}<span>${name(one.name, text.language)}</span></button>`,
        )}
      </div>
      ${bigButton({ action: "choose-priority", icon: "right", label: text.say("kiosk-priority-none"), kind: "plain" })}
    </div>
    ${foot(page, backButton(page))}
  </main>`;
}
