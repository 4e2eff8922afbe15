/** Opening hours: a week to click and type, and a list of holidays. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { live } from "../../vendor/lit-html/directives/live.js";
import { icon } from "../../shared/icons.js";
import { formatDate } from "../../shared/time.js";
import { troublesAt } from "../changing/troubles.js";
import { holidaysOf, yearToPlan } from "../data/public-holidays.js";
import { timeTyped } from "../data/times.js";
import { WEEK } from "../data/tables.js";
import { wrongOf } from "../fields/field.js";
import { section } from "./plain.js";

/** @typedef {import("../fields/field.js").Form} Form */

const PERIODS_MAX = 4;
const HOLIDAYS_MAX = 200;
/** What a new period begins with: the morning, then the afternoon. */
const USUAL = ["07:00-11:30", "13:00-16:30", "17:00-19:00", "19:30-21:00"];

/** @param {import("./part.js").PartOptions} options @returns {import("./part.js").Part} */
export function makePart({ office }) {
  const today = () => office.stamp().slice(0, 10);
  const ticked = tickedFirst(today());
  return { view: ({ form }) => hoursPage(form, today(), ticked) };
}

/** @param {Form} form @param {string} today @param {Set<string>} ticked  days of the proposal */
function hoursPage(form, today, ticked) {
  return html`
    ${section(form, "hours", true, week(form))}
    <section data-part="holidays"><h2>${form.text.say("set-up-hours-holidays")}</h2>
      <p class="help">${form.text.say("set-up-hours-holidays-help")}</p>
      ${holidays(form, today)}
      ${form.readOnly ? nothing : proposal(form, yearToPlan(today), ticked)}</section>`;
}

/** @param {Form} form */
function week(form) {
  const { text, draft } = form;
  return html`
    <div class="week">${WEEK.map((day) => dayRow(form, day))}</div>
    ${form.readOnly ? nothing : html`<button type="button" class="button quiet" data-action="copy-day"
      @click=${() => form.change(() => WEEK.slice(1, 5).forEach((day) => form.set(["hours", day],
        [...(draft.hours?.monday ?? [])])))}>${text.say("set-up-copy-day")}</button>`}`;
}

/** @param {Form} form @param {string} day */
function dayRow(form, day) {
  const { text, draft } = form;
  const path = ["hours", day];
  const periods = /** @type {string[]} */ (draft.hours?.[day] ?? []);
  const change = (/** @type {string[]} */ next) => form.set(path, next);
  const label = text.say(`set-up-hours-${day}`);
  return html`
    <div class="day field" data-key=${path.join(".")} role="group" aria-label=${label}>
      <b>${label}</b>
      <div class="periods">
        ${periods.length === 0 ? html`<span class="closed">${text.say("set-up-day-closed")}</span>` : nothing}
        ${periods.map((period, place) => periodRow(form, label, path, periods, period, place))}
        ${form.readOnly || periods.length >= PERIODS_MAX ? nothing : html`
          <button type="button" class="link" data-action="add-period"
            @click=${() => change([...periods, USUAL[periods.length]])}>${icon("plus")}${
            text.say("set-up-period-add")}</button>`}
      </div>
      ${wrongOf(form, troublesAt(form.troubles, path), `hours-${day}`)}
    </div>`;
}

/**
 * @param {Form} form @param {string} label @param {string[]} path @param {string[]} periods @param {string} period
 * @param {number} place
 */
function periodRow(form, label, path, periods, period, place) {
  const { text } = form;
  const ends = period.split("-");
  const time = (/** @type {0 | 1} */ which) => {
    const end = text.say(which ? "set-up-period-to" : "set-up-period-from");
    return html`<input class="num" inputmode="numeric" autocomplete="off" maxlength="8" placeholder="07:30"
      .value=${live(ends[which] ?? "")} ?readonly=${form.readOnly} aria-label="${label}, ${place + 1}: ${end}"
      @change=${(/** @type {any} */ event) => {
        const typed = [...ends];
        typed[which] = timeTyped(event.target.value);
        form.set(path, periods.with(place, `${typed[0] ?? ""}-${typed[1] ?? ""}`));
        form.touched(path);
      }}>`;
  };
  return html`<span class="period">${time(0)}<span>–</span>${time(1)}${form.readOnly ? nothing : html`
    <button type="button" class="move" aria-label=${text.say("set-up-period-remove", { period })}
      title=${text.say("set-up-period-remove", { period })}
      @click=${() => form.set(path, periods.toSpliced(place, 1))}>${icon("x")}</button>`}</span>`;
}

/** @param {Form} form @param {string} today */
function holidays(form, today) {
  const { text, draft, readOnly } = form;
  const path = ["hours", "holidays"];
  const days = /** @type {string[]} */ (draft.hours?.holidays ?? []);
  const change = (/** @type {string[]} */ next) => form.set(path, next.length ? [...new Set(next)].sort() : []);
  return html`
    <div class="field" data-key=${path.join(".")}>
      ${days.length === 0 ? html`<p class="none">${text.say("set-up-none-yet")}</p>` : html`
        <ul class="holidays">${days.map((day) => html`
          <li class=${day < today ? "past" : ""}><span>${dayInWords(day, text.language)}${day < today ? html`
            <small>${text.say("set-up-holiday-past")}</small>` : nothing}</span>
            ${readOnly ? nothing : html`<button type="button" class="move" data-action="remove-holiday"
              aria-label=${text.say("set-up-holiday-remove", { day: dayInWords(day, text.language) })}
              @click=${() => change(days.filter((one) => one !== day))}>${icon("x")}</button>`}</li>`)}</ul>`}
      ${readOnly || days.length >= HOLIDAYS_MAX ? nothing : html`
        <form class="add-day" @submit=${(/** @type {any} */ event) => {
          event.preventDefault();
          const input = event.target.querySelector("input");
          if (input.value) change([...days, input.value]);
          input.value = "";
        }}><label>${text.say("set-up-holiday-day")} <input type="date" required data-field="holiday"></label>
          <button type="submit" class="button quiet">${text.say("set-up-holiday-add")}</button></form>`}
      ${wrongOf(form, troublesAt(form.troubles, path), "holidays")}
    </div>`;
}

/** @param {Form} form @param {number} year @param {Set<string>} ticked */
function proposal(form, year, ticked) {
  const { text, draft } = form;
  const days = /** @type {string[]} */ (draft.hours?.holidays ?? []);
  const offered = holidaysOf(year);
  const chosen = offered.filter(({ day }) => ticked.has(day) && !days.includes(day));
  return html`
    <details class="proposal"><summary>${text.say("set-up-holiday-template", { year })}</summary>
      ${offered.length === 0 ? html`<p>${text.say("set-up-holiday-template-none")}</p>` : html`
        <p class="help">${text.say("set-up-holiday-template-lead")}</p>
        <ul>${offered.map(({ day, name, sure }) => html`
          <li><label><input type="checkbox" data-proposal=${day} .checked=${live(ticked.has(day) || days.includes(day))}
              ?disabled=${days.includes(day)} @change=${(/** @type {any} */ event) => form.change(() =>
                event.target.checked ? ticked.add(day) : ticked.delete(day))}>
            <span><b>${dayInWords(day, text.language)}</b> ${text.say(`set-up-holiday-${name}`)}
              ${days.includes(day) ? html`<small>${text.say("set-up-holiday-there")}</small>`
                : sure ? nothing : html`<small>${text.say("set-up-holiday-maybe")}</small>`}</span></label></li>`)}</ul>
        <button type="button" class="button quiet" data-action="take-proposal" ?disabled=${chosen.length === 0}
          @click=${() => form.set(["hours", "holidays"], [...days, ...chosen.map(({ day }) => day)].sort())}>${
          text.say("set-up-holiday-template-take", { count: chosen.length })}</button>`}
    </details>`;
}

/** @param {string} day @param {string} language */
function dayInWords(day, language) {
  return `${formatDate(day, language)}${language === "en" ? ` ${day.slice(0, 4)}` : `/${day.slice(0, 4)}`}`;
}

/**
 * The days that are ticked to begin with: those that the law names.
 * @param {string} today
 */
function tickedFirst(today) {
  return new Set(holidaysOf(yearToPlan(today)).filter(({ sure }) => sure).map(({ day }) => day));
}
