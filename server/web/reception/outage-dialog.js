/** The dialog in which the last number of an outage is typed: service by service, by number pad alone. */
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { icon } from "../shared/icons.js";
import { newKey } from "../shared/key.js";
import { wallClock } from "../shared/time.js";
import { entryOutlook } from "./outage.js";

/**
 * @typedef {object} Tools
 * @property {import("../shared/text.js").Text} text
 * @property {{ id: string, name: string, pictogram: string }[]} services
 * @property {(service: string) => import("./form.js").PaperNumbers | undefined} numbersOf
 * @property {(body: { service: string, last: string }, key: string) => Promise<any>} send
 * @property {() => void} draw
 * @property {() => void} onEntered
 */

export class OutageDialog {
  #tools;
  #service;
  #typed = "";
  #sending = false;
  /** @type {{ body: string, key: string } | null} */
  #pending = null;
  /** @type {{ tone: "bad" | "fine" | "warn", text: string }[]} what came of each entry, the newest first */
  #said = [];
  /** @type {{ gone: string, back: string } | null} */
  #absence = null;
  isOpen = false;

  /** @param {Tools} tools */
  constructor(tools) {
    this.#tools = tools;
    this.#service = tools.services[0]?.id ?? "";
  }

  /** @param {{ gone: string, back: string } | null} absence  the newest time today without the office */
  open(absence) {
    this.#absence = absence;
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

  async #enter() {
    const outlook = entryOutlook(this.#tools.numbersOf(this.#service), this.#typed);
    if (this.#sending || outlook.kind === "missing") return;
    const body = { service: this.#service, last: outlook.number };
    const told = JSON.stringify(body);
    this.#pending = this.#pending?.body === told ? this.#pending : { body: told, key: newKey() };
    this.#sending = true;
    this.#tools.draw();
    const answer = await this.#tools.send(body, this.#pending.key);
    this.#sending = false;
    if (!answer.offline) this.#pending = null;
    this.#said = [this.#words(answer), ...this.#said].slice(0, 4);
    if (answer.ok) {
      this.#typed = "";
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

  /** When the office was away, in words. */
  #when() {
    const { text } = this.#tools;
    if (!this.#absence) return text.say("reception-outage-no-absence");
    const [gone, back] = [this.#absence.gone, this.#absence.back].map(wallClock);
    return text.say("reception-outage-absence", { gone, back });
  }

  /** @param {string} service */
  #mean(service) {
    [this.#service, this.#typed] = [service, ""];
    this.#tools.draw();
    focusField();
  }

  /** A letter says the service. @param {string} typed */
  #type(typed) {
    const prefix = /^\s*([a-z]{1,2})\d/i.exec(typed)?.[1]?.toUpperCase();
    const meant = prefix && this.#tools.numbersOf(this.#service)?.prefix !== prefix
      ? this.#tools.services.find(({ id }) => this.#tools.numbersOf(id)?.prefix === prefix) : undefined;
    this.#service = meant?.id ?? this.#service;
    this.#typed = typed;
    this.#tools.draw();
  }

  part() {
    const { text, services } = this.#tools;
    const numbers = this.#tools.numbersOf(this.#service);
    return html`
      <dialog class="outage" aria-labelledby="outage-title" @close=${() => this.#closed()}>
        ${this.isOpen ? html`
          <form @submit=${(/** @type {Event} */ event) => { event.preventDefault(); void this.#enter(); }}>
            <header><h2 id="outage-title">${text.say("reception-outage")}</h2>
              <button type="button" class="quiet" data-action="close-outage" aria-label=${text.say("common-done")}
                @click=${() => this.close()}>${icon("x")}</button></header>
            <p>${this.#when()}</p>
            <fieldset>
              <legend>${text.say("reception-outage-service")}</legend>
              ${services.map(({ id, name, pictogram }) => html`
                <label class="choice"><input type="radio" name="outage-service" value=${id}
                  .checked=${id === this.#service} @change=${() => this.#mean(id)}>
                  ${icon(pictogram)}<span>${name}</span></label>`)}
            </fieldset>
            <label class="last" for="outage-last">${text.say("reception-outage-last")}</label>
            <div class="entry">
              <input id="outage-last" class="num" inputmode="numeric" autocomplete="off" spellcheck="false"
                maxlength="8" placeholder=${numbers?.first ?? ""} .value=${this.#typed}
                aria-describedby="outage-outlook"
                @input=${(/** @type {any} */ { target }) => this.#type(target.value)}>
              <button class="key main" ?disabled=${this.#sending}>
                <kbd>Enter</kbd>${text.say("reception-outage-enter")}</button>
            </div>
            <p id="outage-outlook" class="outlook">${this.#outlook(numbers)}</p>
            <div role="status" aria-live="polite">${this.#said.map(({ tone, text: words }) => html`
              <p class="notice ${tone}">${icon(tone === "fine" ? "check" : "warn")}<span>${words}</span></p>`)}</div>
          </form>` : nothing}
      </dialog>`;
  }

  /** @param {import("./form.js").PaperNumbers | undefined} numbers */
  #outlook(numbers) {
    const { text } = this.#tools;
    const outlook = entryOutlook(numbers, this.#typed);
    if (outlook.kind === "new") {
      const { first, last, count } = outlook;
      return text.say("reception-outage-new", { first, last, count });
    }
    const { first = "", last = "", used = null } = numbers ?? {};
    if (outlook.kind === "missing") {
      return used ? text.say("reception-outage-used", { used }) : text.say("reception-outage-range", { first, last });
    }
    const told = outlook.kind === "known" ? outlook.number : last;
    return text.say(`reception-outage-${outlook.kind}`, { first, last: told, used: used ?? "" });
  }
}

function focusField() {
  const field = document.querySelector("#outage-last");
  if (field instanceof HTMLElement) field.focus();
}
