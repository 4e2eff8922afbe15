/** The dialog in which the last number of an outage is typed: service by service, by number pad alone. */
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { icon } from "../shared/icons.js";
import { newKey } from "../shared/key.js";
import { wallClock } from "../shared/time.js";
import { capsOf } from "./keys.js";
import { absenceOf, dialogKey, entryOutlook, isMany } from "./outage.js";

/**
 * @typedef {object} Tools
 * @property {import("../shared/text.js").Text} text
 * @property {{ id: string, code: string, name: string, pictogram: string }[]} services
 * @property {(service: string) => import("./form.js").PaperNumbers | undefined} numbersOf
 * @property {(body: object, key: string) => Promise<any>} send
 * @property {() => void} draw
 * @property {() => void} onEntered
 */

export class OutageDialog {
  #tools;
  /** Its id; "" while none is chosen. */
  #service = "";
  #typed = "";
  /** What was asked about: Enter once more sends it. */
  #asked = "";
  #sending = false;
  /** @type {{ body: string, key: string } | null} */
  #pending = null;
  /** @type {{ tone: "bad" | "fine" | "warn", text: string }[]} what came of each entry, the newest first */
  #said = [];
  /** @type {import("./outage.js").Absence[]} */
  #absences = [];
  /** @type {string | null} `gone` of the one that was chosen */
  #chosen = null;
  isOpen = false;

  /** @param {Tools} tools */
  constructor(tools) {
    this.#tools = tools;
  }

  /** @param {import("./outage.js").Absence[]} absences  the times today without the office */
  open(absences) {
    [this.#absences, this.#chosen, this.#service, this.#asked] = [absences, null, "", ""];
    [this.#typed, this.#said, this.isOpen] = ["", [], true];
    this.#tools.draw();
    const dialog = document.querySelector("dialog.outage");
    if (dialog instanceof HTMLDialogElement) dialog.showModal();
    focusField();
  }

  close() {
    const dialog = document.querySelector("dialog.outage");
    if (dialog instanceof HTMLDialogElement) dialog.close();
  }

  /** @param {Event} event */
  #submit(event) {
    event.preventDefault();
    void this.#enter();
  }

  async #enter() {
    const outlook = entryOutlook(this.#tools.numbersOf(this.#service), this.#typed);
    if (this.#sending || outlook.kind === "missing") return;
    const absence = this.#absences.length > 1 ? this.#absence()?.gone : null;
    const body = { service: this.#service, last: outlook.number, ...(outlook.begins ? { first: outlook.begins } : {}),
      ...(absence ? { absence } : {}) };
    const told = JSON.stringify(body);
    if (isMany(outlook) && this.#asked !== told) {
      this.#asked = told;
      return this.#tools.draw();
    }
    this.#pending = this.#pending?.body === told ? this.#pending : { body: told, key: newKey() };
    this.#sending = true;
    this.#tools.draw();
    const answer = await this.#tools.send(body, this.#pending.key);
    this.#sending = false;
    if (!answer.offline) this.#pending = null;
    this.#said = [this.#words(answer), ...this.#said].slice(0, 4);
    if (answer.ok) {
      [this.#typed, this.#asked] = ["", ""];
      this.#tools.onEntered();
    }
    this.#tools.draw();
    focusField();
  }

  /** @param {any} answer @returns {{ tone: "bad" | "fine" | "warn", text: string }} */
  #words(answer) {
    const { text } = this.#tools;
    if (!answer.ok) return { tone: "bad", text: answer.problem?.detail ?? text.say("reception-no-answer") };
    const { added, first, last, arrived_from: from, arrived_to: to } = answer.body;
    if (added === 0) return { tone: "warn", text: text.say("reception-outage-known", { last }) };
    const times = { from: wallClock(from), to: wallClock(to) };
    return { tone: "fine", text: text.say("reception-outage-entered", { count: added, first, last, ...times }) };
  }

  #closed() {
    this.isOpen = false;
    this.#tools.draw();
  }

  #absence() {
    return absenceOf(this.#tools.numbersOf(this.#service), this.#absences, this.#chosen);
  }

  /** When the office was away, in words. */
  #when() {
    const { text } = this.#tools;
    const absence = this.#absence();
    if (!absence) return text.say("reception-outage-no-absence");
    return text.say("reception-outage-absence", { gone: wallClock(absence.gone), back: wallClock(absence.back) });
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const press = dialogKey(event, this.#service, this.#tools.services);
    if (!press) return;
    event.preventDefault();
    if (press.type === "service") return this.#mean(press.code);
    const at = this.#absences.findIndex(({ gone }) => gone === this.#absence()?.gone);
    this.#reckon(this.#absences[(at + 1) % this.#absences.length]?.gone ?? null);
  }

  /** In which absence they were handed out. @param {string | null} gone */
  #reckon(gone) {
    [this.#chosen, this.#asked] = [gone, ""];
    this.#tools.draw();
    focusField();
  }

  /** @param {string} service */
  #mean(service) {
    [this.#service, this.#typed, this.#asked, this.#chosen] = [service, "", "", null];
    this.#tools.draw();
    focusField();
  }

  /** A letter says the service; without one nothing is typed. Returns what stands. @param {string} typed */
  #type(typed) {
    const prefix = /^\s*([a-z]{1,2})\d/i.exec(typed)?.[1]?.toUpperCase();
    const meant = prefix && this.#tools.numbersOf(this.#service)?.prefix !== prefix
      ? this.#tools.services.find(({ id }) => this.#tools.numbersOf(id)?.prefix === prefix) : undefined;
    this.#service = meant?.id ?? this.#service;
    [this.#typed, this.#asked] = [this.#service === "" ? "" : typed, ""];
    this.#tools.draw();
    return this.#typed;
  }

  part() {
    const { text, services } = this.#tools;
    const numbers = this.#tools.numbersOf(this.#service);
    return html`
      <dialog class="outage" aria-labelledby="outage-title" @close=${() => this.#closed()}>
        ${this.isOpen ? html`
          <form @keydown=${(/** @type {KeyboardEvent} */ event) => this.#press(event)}
            @submit=${(/** @type {Event} */ event) => this.#submit(event)}>
            <header><h2 id="outage-title">${text.say("reception-outage")}</h2>
              <button type="button" class="quiet" data-action="close-outage" aria-label=${text.say("common-done")}
                @click=${() => this.close()}>${icon("x")}</button></header>
            <p>${this.#when()}</p>
            <fieldset>
              <legend>${text.say("reception-outage-service")}</legend>
              ${services.map(({ id, code, name, pictogram }, place) => html`
                <label class="choice"><input type="radio" name="outage-service" value=${id}
                  .checked=${id === this.#service} @change=${() => this.#mean(id)}>
                  ${capsOf({ code }, place).map((cap) => html`<kbd aria-hidden="true">${cap}</kbd>`)}
                  ${icon(pictogram)}<span>${name}</span></label>`)}
            </fieldset>
            ${this.#absences.length > 1 ? this.#which() : nothing}
            <label class="last" for="outage-last">${text.say("reception-outage-last")}</label>
            <div class="entry">
              <input id="outage-last" class="num" inputmode="numeric" autocomplete="off" spellcheck="false"
                maxlength="12" placeholder=${numbers?.first ?? ""} .value=${this.#typed}
                aria-describedby="outage-outlook"
                @input=${(/** @type {any} */ { target }) => { target.value = this.#type(target.value); }}>
              <button class="key main" ?disabled=${this.#sending}>
                <kbd>Enter</kbd>${text.say("reception-outage-enter")}</button>
            </div>
            <p id="outage-outlook" class="outlook ${this.#asked ? "sure" : ""}" role="status"
              >${this.#outlook(numbers)}</p>
            <div role="status" aria-live="polite">${this.#said.map(({ tone, text: words }) => html`
              <p class="notice ${tone}">${icon(tone === "fine" ? "check" : "warn")}<span>${words}</span></p>`)}</div>
          </form>` : nothing}
      </dialog>`;
  }

  /** The choice of the absence. */
  #which() {
    const { text } = this.#tools;
    const chosen = this.#absence()?.gone;
    return html`
      <fieldset class="absences">
        <legend>${text.say("reception-outage-which")}</legend>
        ${this.#absences.map(({ gone, back }) => html`
          <label class="choice"><input type="radio" name="outage-absence" value=${gone} .checked=${gone === chosen}
            @change=${() => this.#reckon(gone)}>
            <span>${text.say("reception-outage-time", { gone: wallClock(gone), back: wallClock(back) })}</span>
          </label>`)}
      </fieldset>`;
  }

  /** @param {import("./form.js").PaperNumbers | undefined} numbers */
  #outlook(numbers) {
    const { text } = this.#tools;
    if (!numbers) return text.say("reception-outage-first-service");
    const outlook = entryOutlook(numbers, this.#typed);
    const { first, last, entered: used } = numbers;
    if (outlook.kind === "new") {
      const { first, last, count } = outlook;
      return text.say(this.#asked ? "reception-outage-sure" : "reception-outage-new", { first, last, count });
    }
    if (outlook.kind === "missing") {
      const until = used
        ? text.say("reception-outage-used", { used }) : text.say("reception-outage-range", { first, last });
      return `${until} ${text.say("reception-outage-how")}`;
    }
    const told = outlook.kind === "known" ? outlook.number : last;
    return text.say(`reception-outage-${outlook.kind}`, { first, last: told, used: used ?? "" });
  }
}

function focusField() {
  const field = document.querySelector("#outage-last");
  if (field instanceof HTMLElement) field.focus();
}
