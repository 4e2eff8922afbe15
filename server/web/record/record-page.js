/** "Order of calling": one day's calls before somebody who had come earlier, to read, to filter, to print. */
import { html, nothing, render } from "../vendor/lit-html/lit-html.js";
import { bar, obstacle } from "../admin/frame.js";
import { count } from "../admin/amounts.js";
import { call } from "../shared/api.js";
import { icon } from "../shared/icons.js";
import { name } from "../shared/office.js";
import { checked } from "../shared/shape.js";
import { formatDate, wallClock } from "../shared/time.js";
import { dayFor, neighbour, wishedDay } from "./days.js";
import { choicesOf, figuresOf, filtered, NO_FILTER, overtaking, ROWS_MAX } from "./rows.js";
import { isDays, isRecord, KINDS } from "./shape.js";

/** A day that runs is read again so often, ms: a look costs the server some 30 ms. */
const AGAIN_MS = 20_000;

export class RecordPage {
  #root; #office; #text;
  /** @type {import("./shape.js").Days | null} */
  #days = null;
  /** @type {string | null} */
  #day = null;
  /** @type {import("./shape.js").Record | null} */
  #record = null;
  /** @type {any} an answer that brought nothing */
  #obstacle = null;
  #asOf = "";
  #filter = { ...NO_FILTER };

  /**
   * @param {HTMLElement} root
   * @param {{ office: import("../shared/office.js").Office, text: import("../shared/text.js").Text }} options
   */
  constructor(root, { office, text }) {
    this.#root = root;
    this.#office = office;
    this.#text = text;
    document.title = `${text.say("record-title")} · ${name(office.name, text.language)}`;
  }

  async start() {
    this.#draw();
    setInterval(() => this.#draw(), 1_000);
    setInterval(() => void this.#again(), AGAIN_MS);
    globalThis.addEventListener("popstate", () => void this.#show(wishedDay(location.search)));
    await this.#show(wishedDay(location.search));
  }

  /** @param {string | null} wish */
  async #show(wish) {
    const language = this.#text.language;
    const days = await call("GET", "/order/days", { language });
    if (!days.ok) return this.#stop(days);
    this.#days = checked(days.body, isDays);
    const day = dayFor(this.#days.days, wish);
    if (day !== this.#day) this.#record = null;
    this.#day = day;
    this.#obstacle = null;
    if (!day) return this.#draw();
    this.#draw();
    const record = await call("GET", `/order?day=${day}`, { language });
    // Somebody may have gone on to another day meanwhile.
    if (day !== this.#day) return;
    if (!record.ok) return this.#stop(record);
    this.#record = checked(record.body, isRecord);
    this.#asOf = wallClock(this.#office.stamp());
    const { officers, counters, kinds } = choicesOf(this.#record.passings);
    const { officer, counter, kind } = this.#filter;
    this.#filter = {
      kind: kinds.includes(kind) ? kind : "", officer: officers.includes(officer) ? officer : "",
      counter: counters.includes(counter) ? counter : "",
    };
    this.#draw();
  }

  /** @param {any} answer */
  #stop(answer) {
    this.#obstacle = answer;
    // What was seen stays, with its time, but for those who may not see it any more.
    if (!answer.offline) this.#record = null;
    this.#draw();
  }

  async #again() {
    const runs = this.#day !== null && this.#day === this.#days?.running;
    const nothingYet = this.#days?.days.length === 0;
    if (document.visibilityState === "visible" && (runs || nothingYet || this.#obstacle?.offline)) {
      await this.#show(this.#day ?? wishedDay(location.search));
    }
  }

  /** @param {string | null} day */
  #choose(day) {
    if (!day || day === this.#day) return;
    const address = new URL(location.href);
    address.searchParams.set("day", day);
    history.pushState(null, "", address);
    void this.#show(day);
  }

  /** @param {Partial<import("./rows.js").Filter>} change */
  #narrow(change) {
    this.#filter = { ...this.#filter, ...change };
    this.#draw();
  }

  #draw() {
    const [text, office] = [this.#text, this.#office];
    render(html`
      ${bar({ here: "order", office, text })}
      <main class="record" data-state=${this.#state()}>
        <div class="head">
          <div><h1>${text.say("record-title")}</h1><p class="lead">${text.say("record-lead")}</p></div>
          ${this.#days && this.#day ? this.#dayChoice(this.#days, this.#day) : nothing}
        </div>
        ${this.#obstacle && !(this.#obstacle.offline && this.#record) ? obstacle(this.#obstacle, text)
          : this.#record ? this.#content(this.#record) : this.#nothingYet()}
        <p class="printed">${text.say("record-printed", {
          time: wallClock(office.stamp()), date: formatDate(office.stamp(), text.language, "full"),
        })}</p>
      </main>`, this.#root);
  }

  #state() {
    if (this.#obstacle) return this.#obstacle.offline ? "offline" : "refused";
    if (!this.#days || (this.#day && !this.#record)) return "asking";
    if (!this.#record) return "empty";
    return this.#record.total === 0 ? "none" : "shown";
  }

  #nothingYet() {
    const asking = !this.#days || this.#day;
    return html`<p class="message" role="status">${this.#text.say(asking ? "record-asking" : "record-no-day")}</p>`;
  }

  /** @param {import("./shape.js").Days} known @param {string} day */
  #dayChoice({ days }, day) {
    const text = this.#text;
    const step = (/** @type {-1 | 1} */ to, /** @type {string} */ drawing, /** @type {string} */ label) => {
      const next = neighbour(days, day, to);
      return html`<button type="button" data-action=${label} aria-label=${text.say(`record-${label}`)}
        title=${text.say(`record-${label}`)} ?disabled=${!next} @click=${() => this.#choose(next)}>
        ${icon(drawing)}</button>`;
    };
    return html`
      <div class="day" role="group" aria-label=${text.say("record-day")}>
        ${step(-1, "left", "day-before")}
        <label><b>${formatDate(day, text.language)}${day.slice(0, 4) === this.#office.stamp().slice(0, 4) ? ""
          : `/${day.slice(0, 4)}`}</b>${icon("calendar")}
          <input type="date" data-field="day" aria-label=${text.say("record-day")} min=${days[0]}
            max=${days[days.length - 1]} .value=${day}
            @click=${(/** @type {any} */ event) => event.target.showPicker?.()}
            @change=${(/** @type {any} */ event) => {
              if (event.target.value) this.#choose(dayFor(days, event.target.value));
              event.target.value = this.#day;
            }}></label>
        ${step(1, "right", "day-after")}
      </div>`;
  }

  /** @param {import("./shape.js").Record} record */
  #content(record) {
    const text = this.#text;
    const runs = this.#day === this.#days?.running;
    const notes = [
      this.#obstacle?.offline ? text.say("record-as-of", { time: this.#asOf }) : null,
      runs && record.total > 0 ? text.say("record-running", { time: this.#asOf }) : null,
    ].filter((note) => note !== null);
    const none = text.say(runs ? "record-none-running" : "record-none", { time: this.#asOf });
    return html`
      ${notes.map((note) => html`<p class="note" role="status">${icon("clock")}<span>${note}</span></p>`)}
      ${this.#figures(record)}
      ${record.total === 0 ? html`<p class="message none">${icon("check")}<span>${none}</span></p>`
        : this.#table(record)}`;
  }

  /** @param {import("./shape.js").Record} record */
  #figures(record) {
    const [text, { language }] = [this.#text, this.#text];
    const { calls, total, chosen, share, largest } = figuresOf(record);
    const percent = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(share);
    const figure = (/** @type {string} */ id, /** @type {string} */ value, /** @type {string} */ unit,
      /** @type {string} */ more) => html`
        <div class="figure" data-figure=${id}><dt>${text.say(`record-${id}`)}</dt>
          <dd><span class="num">${value}</span>${unit ? html`<small>\u00a0${unit}</small>` : nothing}</dd>
          <dd class="more">${more}</dd></div>`;
    return html`
      <dl class="figures">
        ${figure("calls", count(calls, language), "", text.say("record-calls-more"))}
        ${figure("total", count(total, language), "", text.say("record-total-more", { chosen }))}
        ${figure("share", percent, "%", text.say("record-share-more"))}
        ${largest
          ? figure("largest", count(overtaking(largest), language), text.say("record-minutes"),
            text.say("record-largest-more", { number: largest.number, earliest: largest.earliest }))
          : figure("largest", "–", "", "")}
      </dl>`;
  }

  /** @param {import("./shape.js").Record} record */
  #table(record) {
    const text = this.#text;
    const rows = filtered(record.passings, this.#filter);
    const shown = rows.slice(0, ROWS_MAX);
    const heads = ["at", "number", "counter", "officer", "why", "passed"];
    return html`
      ${this.#tools(record, rows.length)}
      ${rows.length > shown.length || record.passings.length < record.total
        ? html`<p class="note">${text.say("record-too-many", { shown: shown.length, total: record.total })}</p>`
        : nothing}
      ${shown.length === 0 ? html`<p class="message">${text.say("record-none-filtered")}</p>` : html`
        <table>
          <thead><tr>${heads.map((id) => html`
            <th scope="col" class=${id}>${text.say(`record-${id}`)}</th>`)}</tr></thead>
          <tbody>${shown.map((passing) => this.#row(passing))}</tbody>
        </table>`}`;
  }

  /** @param {import("./shape.js").Passing} passing */
  #row(passing) {
    const text = this.#text;
    const { at, number, counter, officer, why, kind, passed, earliest } = passing;
    const first = text.say("record-passed-first", { number: earliest, minutes: overtaking(passing) });
    return html`
      <tr data-kind=${kind}>
        <td class="at num">${wallClock(at)}</td>
        <td class="number num">${number}</td>
        <td class="counter num" data-label=${text.say("record-counter")}>${counter}</td>
        <td class="officer">${officer ?? "–"}</td>
        <td class="why">${why}</td>
        <td class="passed">${first}${passed > 1
          ? html` <small>${text.say("record-passed-others", { count: passed - 1 })}</small>` : nothing}</td>
      </tr>`;
  }

  /** @param {import("./shape.js").Record} record @param {number} rows */
  #tools(record, rows) {
    const text = this.#text;
    const { kinds, officers, counters } = choicesOf(record.passings);
    const options = {
      kind: kinds.map((kind) => [kind, KINDS.includes(kind) ? text.say(`record-kind-${kind}`) : kind]),
      officer: officers.map((officer) => [officer, officer]),
      counter: counters.map((counter) => [counter, text.say("record-counter-named", { counter })]),
    };
    const table = `/api/v1/order?day=${this.#day}&format=csv&lang=${text.language}`;
    return html`
      <div class="tools">
        ${Object.entries(options).map(([id, choices]) => html`
          <label>${text.say(`record-filter-${id}`)}
            <select data-filter=${id}
              @change=${(/** @type {any} */ event) => this.#narrow({ [id]: event.target.value })}>
              <option value="">${text.say("record-all")}</option>
              ${choices.map(([value, label]) => html`<option value=${value}
                ?selected=${this.#filter[/** @type {keyof typeof NO_FILTER} */ (id)] === value}>${label}</option>`)}
            </select></label>`)}
        <p class="shown" role="status">${text.say("record-shown", { count: rows })}</p>
        <button type="button" class="button quiet" data-action="print" @click=${() => print()}>${
          text.say("record-print")}</button>
        <a class="button" href=${table} download data-action="table">${text.say("record-table")}</a>
      </div>`;
  }
}
