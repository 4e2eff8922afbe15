/** Giving a number: the service, whom the law lets go first, the language, the paper. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { icon } from "../../shared/icons.js";
import { name } from "../../shared/office.js";
import { adds, chosenOf, numbersOf, wishOf } from "../form.js";
import { capsOf } from "../keys.js";
import { printerWeight } from "../../shared/printer.js";
import { waitWords } from "../wait.js";

/** @typedef {import("../reception-page.js").ReceptionModel} ReceptionModel */

/**
 * @param {ReceptionModel} model
 * @param {{ press: (press: import("../keys.js").Press) => void,
 *   choose: (choice: import("../form.js").Choice) => void }} doings
 */
export function formPart(model, { press, choose }) {
  const { text, office, form, stale } = model;
  const wish = wishOf(form, model.numbers);
  const priority = office.priorities.find(({ id }) => id === form.priority);
  const chosen = office.services.find(({ code }) => code === form.service);
  const named = chosenOf(form).map((code) =>
    name(office.services.find((one) => one.code === code)?.name, text.language));
  return html`
    <section class="form" aria-label=${text.say("reception-give")}>
      <h2>${text.say("reception-give")}</h2>
      <div class="services ${office.services.length > 9 ? "many" : ""}" role="group"
          aria-label=${text.say("reception-service")}>
        ${office.services.map((service, place) => serviceButton(model, service, place, press))}
      </div>
      ${office.priorities.length > 0 ? html`
        <div class="row priorities" role="group" aria-label=${text.say("reception-priority")}>
          <kbd>+</kbd>
          ${office.priorities.map(({ id, name: names, pictogram }) => html`
            <button type="button" class="chip" aria-pressed=${form.priority === id} data-priority=${id}
              title=${name(names, text.language)} @click=${() => choose({ type: "priority", id })}>
              ${icon(pictogram, { label: name(names, text.language) })}</button>`)}
          <span class="which">${priority
            ? name(priority.name, text.language) : text.say("reception-priority-none")}</span>
        </div>` : nothing}
      <div class="row">
        ${office.languages.length > 1 ? html`
          <kbd>−</kbd><span role="group" aria-label=${text.say("reception-language")}>
          ${office.languages.map((language) => html`
            <button type="button" class="chip" aria-pressed=${form.language === language} data-language=${language}
              @click=${() => choose({ type: "language", language })}>
              ${text.say(`common-language-${language}`)}</button>`)}
          </span>` : nothing}
        ${model.numbers.length > 0 ? html`
          <span class="space"></span><kbd>.</kbd>
          <button type="button" class="chip" aria-pressed=${form.paper} data-action="paper"
            @click=${() => press({ type: "paper" })}>${icon("doc")}${text.say("reception-paper")}</button>` : nothing}
      </div>
      ${adds(form, office) || form.then.length > 0 ? wantedRow(model, named, press) : nothing}
      ${chosen && chosen.cases_max > 1 ? casesRow(model, press) : nothing}
      ${form.paper ? paperField(model, choose, press) : printerAdvice(model, press)}
      ${model.notice ? html`
        <p class="notice ${model.notice.tone}" role=${model.notice.tone === "bad" ? "alert" : "status"} data-notice>
          ${icon(model.notice.tone === "fine" ? "check" : "warn")}<span>${model.notice.text}</span></p>` : nothing}
      <button type="button" class="key main ${wish && stale === null ? "" : "rest"}" data-action="give"
        aria-disabled=${!wish || stale !== null} @click=${() => press({ type: "give" })}>
        <kbd>Enter</kbd><span>${chosen
          ? named.length > 1
            ? text.say("reception-give-several", { count: named.length })
            : text.say("reception-give-for", { service: named[0] })
          : text.say("reception-choose")}</span></button>
    </section>`;
}

/**
 * @param {ReceptionModel} model
 * @param {import("../../shared/office.js").Service} service
 * @param {number} place
 * @param {(press: import("../keys.js").Press) => void} press
 */
function serviceButton({ text, view, form }, service, place, press) {
  const now = view.services.find(({ code }) => code === service.code);
  const waiting = now?.waiting ?? 0;
  const chosen = chosenOf(form);
  const turn = chosen.indexOf(service.code) + 1;
  const wait = waitWords(now ?? { forecast: null }, text);
  return html`
    <button type="button" class="service" aria-pressed=${turn > 0} data-service=${service.code}
      @click=${() => press({ type: "service", code: service.code })}>
      <span class="caps" aria-hidden="true">${capsOf(service, place).map((cap) => html`<kbd>${cap}</kbd>`)}</span>
      ${icon(service.pictogram)}
      <b>${turn > 0 && chosen.length > 1 ? html`<span class="turn num">${turn}</span>` : nothing
        }${name(service.name, text.language)}</b>
      <span class="now"><span class="num">${waiting}</span> ${text.say("reception-waiting", { count: waiting })}
        <small>${wait}</small></span>
    </button>`;
}

/**
 * What one ticket is for, in its order.
 * @param {ReceptionModel} model
 * @param {string[]} named
 * @param {(press: import("../keys.js").Press) => void} press
 */
function wantedRow({ text }, named, press) {
  return html`
    <div class="row wanted" role="status">
      ${named.length > 1
        ? html`<ol>${named.map((one, place) => html`<li data-turn=${place + 1}>
            <span class="turn num">${place + 1}</span>${one}</li>`)}</ol>`
        : html`<span class="more">${text.say("reception-then-more")}</span>`}
      <button type="button" class="chip" data-action="take-away" @click=${() => press({ type: "take-away" })}>
        <kbd>⌫</kbd>${text.say("reception-then-away")}</button>
    </div>`;
}

/** @param {ReceptionModel} model @param {(press: import("../keys.js").Press) => void} press */
function casesRow({ text, form }, press) {
  const button = (/** @type {number} */ by, /** @type {string} */ cap, /** @type {string} */ id) => html`
    <button type="button" class="chip" data-cases=${by} aria-label=${text.say(id)}
      @click=${() => press({ type: "cases", by })}><kbd aria-hidden="true">${cap}</kbd></button>`;
  return html`
    <div class="row cases" role="group" aria-label=${text.say("reception-cases")}>
      <b>${text.say("reception-cases")}</b>${button(-1, "↓", "reception-cases-fewer")}
      <output class="num" aria-live="polite">${form.cases}</output>${button(1, "↑", "reception-cases-more")}</div>`;
}

/**
 * @param {ReceptionModel} model
 * @param {(choice: import("../form.js").Choice) => void} choose
 * @param {(press: import("../keys.js").Press) => void} press
 */
function paperField({ text, form, numbers }, choose, press) {
  const known = numbersOf(numbers, form.service);
  return html`
    <form class="paper" @submit=${(/** @type {Event} */ event) => { event.preventDefault(); press({ type: "give" }); }}>
      <label for="paper-number">${text.say("reception-paper-number")}</label>
      <input id="paper-number" class="num" inputmode="numeric" autocomplete="off" spellcheck="false" maxlength="8"
        .value=${form.number} ?disabled=${!form.service} aria-describedby="paper-hint"
        @input=${(/** @type {any} */ { target }) => choose({ type: "number", text: target.value })}>
      <p id="paper-hint">${known
        ? text.say("reception-paper-range", { first: known.first, last: known.last })
        : text.say("reception-paper-hint")}</p>
    </form>`;
}

/**
 * The printer is out: what to do, and the paper beside it.
 * @param {ReceptionModel} model
 * @param {(press: import("../keys.js").Press) => void} press
 */
function printerAdvice({ text, view, numbers }, press) {
  if (printerWeight(view.printer.state) !== "bad") return nothing;
  return html`
    <div class="notice bad printer-out" role="status" data-advice="printer">${icon("printer")}
      <span>${text.say("reception-printer-out")}</span>
      ${numbers.length > 0 ? html`
        <button type="button" class="chip" data-action="offer-paper" @click=${() => press({ type: "paper" })}>
          ${text.say("reception-paper-offer")}</button>` : nothing}</div>`;
}
