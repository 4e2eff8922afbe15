/** The steps of the page, each with its fields. */
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { icon } from "../shared/icons.js";
import { name } from "../shared/office.js";
import { secretField } from "../shared/secret-field.js";
import { COUNTERS_MAX, PASSWORD_MIN } from "./plan.js";

/**
 * @typedef {object} Model
 * @property {import("../shared/text.js").Text} text
 * @property {import("./plan.js").Plan} plan
 * @property {string[]} missing
 * @property {{ services: import("./plan.js").Service[] }} document
 * @property {(change: Partial<import("./plan.js").Plan>) => void} change
 */

/** @param {Model} model @param {string} code @param {(code: string) => void} type */
export function codeStep({ text }, code, type) {
  return html`
    <h1 tabindex="-1">${text.say("installation-welcome")}</h1>
    <p class="lead">${text.say("installation-welcome-lead")}</p>
    <div><label for="code">${text.say("installation-code")}</label>
      <input id="code" class="field num code" data-field="code" data-first autocomplete="off" spellcheck="false"
        autocapitalize="characters" maxlength="40" .value=${code} @input=${(/** @type {any} */ event) =>
          type(event.target.value)} aria-describedby="code-help">
      <p id="code-help" class="help">${text.say("installation-code-help")}</p></div>`;
}

/** @param {Model} model */
export function officeStep(model) {
  const { text } = model;
  return html`
    <h1 tabindex="-1">${text.say("installation-office")}</h1>
    <p class="lead">${text.say("installation-office-lead")}</p>
    ${field(model, "name", { first: true, longest: 60 })}
    ${field(model, "english", { longest: 60 })}
    ${field(model, "phone", { longest: 20, mode: "tel" })}`;
}

/** @param {Model} model */
export function servicesStep({ text, plan, document, missing, change }) {
  const toggle = (/** @type {string} */ code) => change({
    services: document.services.map((one) => one.code)
      .filter((known) => (known === code) !== plan.services.includes(known)),
  });
  return html`
    <h1 tabindex="-1" data-first>${text.say("installation-services")}</h1>
    <p class="lead">${text.say("installation-services-lead")}</p>
    <div class="services" role="group" aria-label=${text.say("installation-services")}>
      ${document.services.map(({ code, name: names, pictogram }) => html`
        <button type="button" data-service=${code} aria-pressed=${plan.services.includes(code)}
            @click=${() => toggle(code)}>
          ${icon(pictogram)}<b>${name(names, text.language)}</b>
          <span class="tick">${plan.services.includes(code) ? icon("check") : nothing}</span>
        </button>`)}
    </div>
    ${told(text, missing, "services")}`;
}

/** @param {Model} model */
export function peopleStep(model) {
  const { text, plan, missing, change } = model;
  const write = (/** @type {number} */ place, /** @type {string} */ typed) =>
    change({ officers: plan.officers.map((one, at) => (at === place ? typed : one)) });
  const wrong = missing.includes("officers") || missing.includes("twice");
  return html`
    <h1 tabindex="-1">${text.say("installation-people")}</h1>
    <p class="lead">${text.say("installation-people-lead")}</p>
    <div class="stepper"><span id="counters-label">${text.say("installation-counters")}</span>
      <button type="button" data-action="fewer" aria-label=${text.say("installation-fewer")}
        ?disabled=${plan.counters <= 1} @click=${() => change({ counters: plan.counters - 1 })}>−</button>
      <output class="num" aria-labelledby="counters-label" data-counters>${plan.counters}</output>
      <button type="button" data-action="more" aria-label=${text.say("installation-more")}
        ?disabled=${plan.counters >= COUNTERS_MAX} @click=${() => change({ counters: plan.counters + 1 })}>+</button>
    </div>
    <fieldset><legend>${text.say("installation-officers")}</legend>
      ${plan.officers.map((one, place) => html`
        <input class="field" data-officer=${place} ?data-first=${place === 0} maxlength="40" autocomplete="off"
          aria-label=${text.say("installation-officer", { place: place + 1 })} aria-invalid=${wrong && place === 0}
          .value=${one} @input=${(/** @type {any} */ event) => write(place, event.target.value)}>`)}
      <button type="button" class="quiet" data-action="officer" @click=${() =>
        change({ officers: [...plan.officers, ""] })}>${text.say("installation-officer-more")}</button>
    </fieldset>
    ${told(text, missing, "officers")}${told(text, missing, "twice")}`;
}

/** @param {Model} model */
export function administratorStep(model) {
  const { text, missing, change } = model;
  return html`
    <h1 tabindex="-1">${text.say("installation-administrator")}</h1>
    <p class="lead">${text.say("installation-administrator-lead")}</p>
    ${field(model, "administrator", { first: true, longest: 40 })}
    ${told(text, missing, "both")}
    <div @input=${(/** @type {any} */ event) => change({ password: event.target.value })}>
      ${secretField({
        field: "password", label: text.say("installation-password", { least: PASSWORD_MIN }),
        words: { show: text.say("installation-show"), hide: text.say("installation-hide") },
        autocomplete: "new-password",
      })}
    </div>
    ${told(text, missing, "password")}`;
}

/** @param {Model} model @param {{ name: string, kind: string, secret: string }[]} credentials */
export function doneStep({ text }, credentials) {
  return html`
    <h1 tabindex="-1" data-first>${icon("check")}${text.say("installation-done")}</h1>
    <p class="lead">${text.say("installation-done-lead")}</p>
    <table class="credentials">
      <caption>${text.say("installation-credentials")}</caption>
      <thead><tr><th scope="col">${text.say("installation-who")}</th>
        <th scope="col">${text.say("installation-what")}</th></tr></thead>
      <tbody>${credentials.map(({ name: who, kind, secret }) => html`
        <tr><th scope="row">${who}</th>
          <td>${text.say(kind === "pin" ? "installation-pin" : "installation-password-short")}
            <b class="num">${secret}</b></td></tr>`)}
      </tbody>
    </table>
    <div class="buttons start">
      <button type="button" class="quiet" @click=${() => window.print()}>${text.say("installation-print")}</button>
      <a class="do" href="/kiosk" data-action="kiosk">${text.say("installation-kiosk")}</a>
      <a class="quiet" href="/admin">${text.say("installation-admin")}</a>
    </div>`;
}

/**
 * A field of one line.
 * @param {Model} model
 * @param {"name" | "english" | "phone" | "administrator"} key
 * @param {{ first?: boolean, longest: number, mode?: "tel" }} how
 */
function field({ text, plan, missing, change }, key, { first = false, longest, mode }) {
  const wrong = missing.includes(key);
  return html`
    <div><label for=${key}>${text.say(`installation-${key}`)}</label>
      <input id=${key} class="field" data-field=${key} ?data-first=${first} maxlength=${longest} autocomplete="off"
        inputmode=${mode ?? nothing} aria-invalid=${wrong} aria-describedby=${`${key}-help`} .value=${plan[key]}
        @input=${(/** @type {any} */ event) => change({ [key]: event.target.value })}>
      <p id=${`${key}-help`} class="help">${text.say(`installation-${key}-help`)}</p>
      ${told(text, missing, key)}</div>`;
}

/** @param {import("../shared/text.js").Text} text @param {string[]} missing @param {string} key */
function told(text, missing, key) {
  if (!missing.includes(key)) return nothing;
  const words = text.say(`installation-missing-${key}`);
  return html`<p class="trouble" role="alert">${icon("warn")}<span>${words}</span></p>`;
}
