/** More than one thing with one ticket: services that are added, their order, and how many files. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { icon } from "../../shared/icons.js";
import { name } from "../../shared/office.js";
import { casesMost } from "../flow.js";
import { tilesOf, togetherOf } from "../show.js";
import { tileButton, tileSheet } from "./choose.js";
import { backButton, bigButton, foot, head } from "./frame.js";
import { facts, secondButtons } from "./prepare.js";

/** The tiles once more, with those marked that the ticket is for. @param {import("./frame.js").Page} page */
export function adding(page) {
  const { office, text, view, visit } = page;
  const tiles = tilesOf(office, view, text.language);
  const chosen = visit.service === null ? [] : [visit.service, ...visit.then];
  const isFull = chosen.length >= visit.servicesMax;
  const count = chosen.length;
  return html`<main class="page" data-state="service" data-adding>
    ${head(page)}
    <div class="ask"><h1 tabindex="-1">${text.say("kiosk-add-choose")}</h1>
      <p>${text.say("kiosk-add-how", { most: visit.servicesMax })}</p></div>
    <div class="main adding">
      ${tileSheet(page, "", tiles, (tile) => {
        const place = chosen.indexOf(tile.code) + 1;
        return tileButton(tile, text, { place, off: place === 0 && (isFull || tile.refused !== null) });
      })}
      ${count === 0
        ? html`<p class="none-chosen" role="status">${text.say("kiosk-add-none")}</p>`
        : bigButton({ action: "go-on", icon: "right", label: text.say("kiosk-add-go-on", { count }) })}
    </div>
    ${foot(page, backButton(page))}
  </main>`;
}

/** Before the ticket for several services: their order, and what each needs. @param {import("./frame.js").Page} page */
export function together(page) {
  const { office, text, visit } = page;
  const codes = [visit.service, ...visit.then];
  const services = codes.map((code) => office.services.find((/** @type {any} */ one) => one.code === code));
  return html`<main class="page" data-state="documents" data-service=${services[0].code}>
    ${head(page)}
    <div class="ask">
      <h1 tabindex="-1">${text.say("kiosk-together-title", { count: services.length })}</h1>
      <p>${text.say("kiosk-together-how")}</p>
    </div>
    <div class="main column">
      <ol class="documents chosen">
        ${togetherOf(services, text.language).map(({ code, pictogram, title, documents, fee }, place) => html`
          <li data-chosen=${code}><span class="num">${place + 1}</span>${icon(pictogram)}
          <span><b>${title}</b><small>${bring(documents, text)}</small>${fee
            ? html`<small data-field="fee">${text.say("kiosk-fact-fee")}: ${fee}</small>` : nothing}</span></li>`)}
      </ol>
      ${facts(page, services[0])}
      <div class="actions">
        ${bigButton({ action: "take-number", icon: "slip", label: text.say("kiosk-documents-take"), kind: "tall" })}
        ${secondButtons(page, "kiosk-together-change")}
      </div>
    </div>
    ${foot(page, backButton(page))}
  </main>`;
}

/** @param {string[]} documents @param {import("../../shared/text.js").Text} text */
function bring(documents, text) {
  return documents.length === 0 ? text.say("kiosk-documents-none-short") : documents.join(" · ");
}

/** How many people or files. @param {import("./frame.js").Page} page */
export function cases(page) {
  const { office, text, visit } = page;
  const most = casesMost(visit);
  const service = office.services.find((/** @type {any} */ one) => one.code === visit.service);
  return html`<main class="page" data-state="cases">
    ${head(page)}
    <div class="ask with-pictogram">
      ${icon(service.pictogram)}
      <div><h1 tabindex="-1">${text.say("kiosk-cases-ask")}</h1>
        <p>${name(service.name, text.language)}</p></div>
    </div>
    <div class="main counting">
      <div class="count">
        ${stepButton("fewer-cases", "minus", text.say("kiosk-cases-fewer"), visit.cases <= 1)}
        <p role="status" aria-label=${text.say("kiosk-cases", { count: visit.cases })}>
          <span class="num big" data-field="cases">${visit.cases}</span></p>
        ${stepButton("more-cases", "plus", text.say("kiosk-cases-more"), visit.cases >= most)}
      </div>
      <p class="rule">${text.say("kiosk-cases-how", { most })}</p>
      ${bigButton({ action: "cases-said", icon: "right", kind: "tall",
        label: text.say("kiosk-cases-go-on", { count: visit.cases }) })}
    </div>
    ${foot(page, backButton(page))}
  </main>`;
}

/** @param {string} action @param {string} drawing @param {string} label @param {boolean} off */
function stepButton(action, drawing, label, off) {
  return html`<button type="button" data-action=${action} data-repeats aria-label=${label} aria-disabled=${off}
    >${icon(drawing)}</button>`;
}

/**
 * What a ticket is for beside its service: "3 files, then: Land". Nothing for one file of one service.
 * @param {import("./frame.js").Page} page
 * @param {{ cases?: number, then?: string[] } | null} wish
 */
export function alsoFor({ office, text }, wish) {
  const { cases = 1, then = [] } = wish ?? {};
  const named = then.map((code) =>
    name(office.services.find((/** @type {any} */ one) => one.code === code)?.name, text.language) || code);
  if (cases === 1 && named.length === 0) return nothing;
  const parts = [
    cases > 1 ? text.say("kiosk-cases", { count: cases }) : "",
    named.length > 0 ? text.say("kiosk-then", { services: named.join(", ") }) : "",
  ];
  return html`<small data-field="also">${parts.map((part) => (part ? html`<span>${part}</span>` : nothing))}</small>`;
}
