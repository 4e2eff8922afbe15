/** "Changes": who changed the office's set-up, people and devices, when, and what became of what. */
import { html, nothing, render } from "../vendor/lit-html/lit-html.js";
import { bar, obstacle } from "../admin/frame.js";
import { dayOf } from "../admin/amounts.js";
import { call } from "../shared/api.js";
import { icon } from "../shared/icons.js";
import { name } from "../shared/office.js";
import { checked } from "../shared/shape.js";
import { formatDate, wallClock } from "../shared/time.js";
import { changesTable } from "../set-up/changing/changes.js";
import { addressOf, CHANGES_SHOWN, choicesOf, DAYS, filtered, isAudit, OWNER, wishOf } from "./entries.js";

/** How often the clock of the bar is drawn, ms. */
const DRAW_MS = 5_000;
/** A quarter of a year takes the server a second. */
const DEADLINE_MS = 15_000;

export class AuditPage {
  #root; #office; #text;
  /** @type {import("./entries.js").Wish} */
  #wish;
  /** @type {{ from: string, until: string, entries: import("./entries.js").Entry[] } | null} */
  #audit = null;
  /** @type {any} an answer that brought nothing */
  #obstacle = null;

  /**
   * @param {HTMLElement} root
   * @param {{ office: import("../shared/office.js").Office, text: import("../shared/text.js").Text }} options
   */
  constructor(root, { office, text }) {
    this.#root = root;
    this.#office = office;
    this.#text = text;
    this.#wish = this.#wished();
    document.title = `${text.say("audit-title")} · ${name(office.name, text.language)}`;
  }

  async start() {
    this.#draw();
    setInterval(() => this.#draw(), DRAW_MS);
    globalThis.addEventListener("popstate", () => {
      this.#wish = this.#wished();
      void this.#ask();
    });
    await this.#ask();
  }

  #today() {
    return this.#office.stamp().slice(0, 10);
  }

  #wished() {
    return wishOf(location.search, this.#today());
  }

  /** @param {string} [format] */
  #question(format) {
    const { until, days } = this.#wish;
    const language = this.#text.language;
    return `/audit?until=${until}&days=${days}${format ? `&format=${format}&lang=${language}` : ""}`;
  }

  async #ask() {
    const question = this.#question();
    const answer = await call("GET", question, { language: this.#text.language, deadlineMs: DEADLINE_MS });
    // Somebody may have gone on to other days meanwhile.
    if (question !== this.#question()) return;
    this.#obstacle = answer.ok ? null : answer;
    if (answer.ok) this.#audit = checked(answer.body, isAudit);
    else if (!answer.offline) this.#audit = null;
    this.#draw();
  }

  /** @param {Partial<import("./entries.js").Wish>} change */
  #narrow(change) {
    const before = this.#question();
    this.#wish = { ...this.#wish, ...change };
    history.replaceState(null, "", addressOf(this.#wish, location.search, this.#today()));
    this.#draw();
    if (before !== this.#question()) void this.#ask();
  }

  #draw() {
    const [text, office] = [this.#text, this.#office];
    const state = this.#obstacle && !this.#audit ? "refused" : this.#audit ? "shown" : "asking";
    render(html`
      ${bar({ here: "audit", office, text })}
      <main class="audit" data-state=${state}>
        <h1>${text.say("audit-title")}</h1><p class="lead">${text.say("audit-lead")}</p>
        ${state === "refused" ? obstacle(this.#obstacle, text)
          : this.#audit ? this.#shown(this.#audit)
            : html`<p class="message" role="status">${text.say("audit-asking")}</p>`}
        <p class="printed">${text.say("audit-printed", {
          time: wallClock(office.stamp()), date: formatDate(office.stamp(), text.language, "full"),
        })}</p>
      </main>`, this.#root);
  }

  /** @param {{ from: string, until: string, entries: import("./entries.js").Entry[] }} audit */
  #shown({ from, until, entries }) {
    const text = this.#text;
    const shown = filtered(entries, this.#wish);
    const days = [...new Set(shown.map(({ at }) => at.slice(0, 10)))];
    const day = (/** @type {string} */ one) => formatDate(one, text.language, "full");
    return html`
      ${this.#tools(entries, shown.length)}
      <p class="span">${text.say("audit-span", { from: day(from), until: day(until) })}</p>
      ${shown.length === 0 ? html`<p class="message">${text.say("audit-none")}</p>` : days.map((one) => html`
        <section class="of-day"><h2>${dayOf(`${one}T12:00:00Z`, `${this.#today()}T12:00:00Z`, text)}</h2>
          ${shown.filter(({ at }) => at.startsWith(one)).map((entry) => this.#entry(entry))}</section>`)}`;
  }

  /** @param {import("./entries.js").Entry} entry */
  #entry({ at, by, act, about, changes }) {
    const text = this.#text;
    const more = changes.length - CHANGES_SHOWN;
    return html`
      <article class="entry" data-act=${act}>
        <time class="num" datetime=${at}>${wallClock(at)}</time>
        <div><p class="done"><b>${by ?? text.say("audit-owner")}</b> <span>${text.say(`audit-act-${act}`)}</span>
            ${about ? html`<b>${about}</b>` : nothing}</p>
          ${changes.length === 0 ? nothing : changesTable(changes.slice(0, CHANGES_SHOWN), text,
            (part, entry) => this.#called(part, entry))}
          ${more > 0 ? html`<p class="more">${text.say("audit-more", { count: more })}</p>` : nothing}</div>
      </article>`;
  }

  /** What a service is called today, beside its code. @param {string} part @param {string} entry */
  #called(part, entry) {
    const found = part === "services" ? this.#office.services.find(({ code }) => code === entry) : undefined;
    return name(found?.name, this.#text.language);
  }

  /** @param {import("./entries.js").Entry[]} entries @param {number} count */
  #tools(entries, count) {
    const text = this.#text;
    const { acts, people, parts } = choicesOf(entries);
    const { until, days, act, by, part } = this.#wish;
    return html`
      <div class="tools">
        ${this.#select("days", String(days), DAYS.map((one) => [String(one), text.say("audit-days", { count: one })]),
          (chosen) => this.#narrow({ days: Number(chosen) }))}
        <label>${text.say("audit-until")}<input type="date" data-filter="until" max=${this.#today()} .value=${until}
          @change=${(/** @type {any} */ event) => this.#narrow({ until: event.target.value || this.#today() })}></label>
        ${this.#select("act", act, acts.map((one) => [one, text.say(`audit-act-${one}`)]),
          (chosen) => this.#narrow({ act: chosen }), true)}
        ${this.#select("by", by, people.map((one) => [one, one === OWNER ? text.say("audit-owner") : one]),
          (chosen) => this.#narrow({ by: chosen }), true)}
        ${this.#select("part", part, [...new Set([...parts, ...(part ? [part] : [])])].map((one) =>
          [one, text.say(`set-up-page-${one}`)]), (chosen) => this.#narrow({ part: chosen }), true)}
        <p class="shown" role="status">${text.say("audit-shown", { count })}</p>
        <button type="button" class="button quiet" data-action="print" @click=${() => print()}>${icon("printer")}
          <span>${text.say("audit-print")}</span></button>
        <a class="button" href="/api/v1${this.#question("csv")}" download data-action="table">${
          text.say("audit-table")}</a>
      </div>`;
  }

  /**
   * @param {string} id @param {string} chosen @param {string[][]} choices @param {(chosen: string) => void} take
   * @param {boolean} [all]  whether none may be chosen
   */
  #select(id, chosen, choices, take, all = false) {
    const text = this.#text;
    return html`
      <label>${text.say(`audit-filter-${id}`)}
        <select data-filter=${id} @change=${(/** @type {any} */ event) => take(event.target.value)}>
          ${all ? html`<option value="" ?selected=${chosen === ""}>${text.say("audit-all")}</option>` : nothing}
          ${choices.map(([value, label]) => html`<option value=${value} ?selected=${value === chosen}>${
            label}</option>`)}</select></label>`;
  }
}
