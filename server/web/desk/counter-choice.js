/** The list of counters, for a desk address without a counter, or with one that does not exist. */
import { html, nothing, render } from "../vendor/lit-html/lit-html.js";
import { call } from "../shared/api.js";
import { icon } from "../shared/icons.js";
import { singleKeysAreOn } from "../shared/single-keys.js";
import { wallClock } from "../shared/time.js";
import { inLanguage, keepChoices, signInAddress } from "../sign-in/addresses.js";
import { digitOf, nothingTyped, typeDigit } from "../sign-in/digits.js";
import { counterRows, proposed } from "./counters.js";
import { accountMenu } from "./parts/account-menu.js";
import { serviceNaming } from "./services.js";

/** How often the list is asked for again, ms. */
const REFRESH_MS = 5_000;

export class CounterChoice {
  #root; #office; #text; #officer; #serviceOf;
  /** @type {import("./counters.js").CounterChoiceRow[]} */
  #rows = [];
  /** @type {number | null} */
  #chosen = null;
  #typed = nothingTyped();
  #offline = false;
  /** @type {{ redirect?: boolean, unknown?: number, forbidden?: boolean }} */
  #reason = {};

  /**
   * @param {HTMLElement} root
   * @param {{ office: import("../shared/office.js").Office, text: import("../shared/text.js").Text,
   *   officer: string }} options
   */
  constructor(root, { office, text, officer }) {
    this.#root = root;
    this.#office = office;
    this.#text = text;
    this.#officer = officer;
    this.#serviceOf = serviceNaming(office, text.language);
  }

  /**
   * @param {{ redirect?: boolean, unknown?: number, forbidden?: boolean }} reason  `redirect`: go on to the officer's
   *   own counter if there is one; `unknown`: the counter that was asked for; `forbidden`: not an officer
   */
  start(reason) {
    this.#reason = reason;
    document.addEventListener("keydown", (event) => this.#key(event));
    void this.#refresh(true);
  }

  /** @param {boolean} [first] */
  async #refresh(first = false) {
    const answer = await call("GET", "/counters", { language: this.#text.language });
    this.#offline = !answer.ok;
    if (answer.ok) {
      this.#rows = counterRows(answer.body.counters, this.#officer);
      if (first && this.#chosen === null) this.#chosen = proposed(this.#rows, null);
      const mine = this.#rows.filter(({ standing }) => standing === "mine");
      if (first && this.#reason.redirect && mine.length === 1) return this.#go(mine[0].counter);
    }
    this.#draw();
    setTimeout(() => void this.#refresh(first && !answer.ok), REFRESH_MS);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.repeat) return;
    const numbers = this.#rows.map(({ counter }) => counter);
    const digit = digitOf(event);
    if (digit !== null && !this.#reason.forbidden && singleKeysAreOn()) {
      const { typed, match } = typeDigit(this.#typed, digit, numbers, performance.now());
      this.#typed = typed;
      if (match !== null) this.#choose(match);
    } else if (event.key === "Enter") {
      const control = event.target instanceof Element && event.target.closest("a, summary, button");
      if (!control) this.#enter();
    }
  }

  #enter() {
    if (this.#reason.forbidden) void this.#signOut();
    else if (this.#chosen !== null) this.#go(this.#chosen);
  }

  /** @param {number} counter */
  #choose(counter) {
    this.#chosen = counter;
    this.#draw();
  }

  /** @param {number} counter */
  #go(counter) {
    location.assign(keepChoices(`/desk/${counter}`, location.search));
  }

  async #signOut() {
    await call("DELETE", "/sessions/current", { language: this.#text.language });
    location.assign(signInAddress(location));
  }

  #draw() {
    const text = this.#text;
    const { forbidden, unknown } = this.#reason;
    document.title = text.say("desk-choose");
    const title = forbidden ? text.say("desk-forbidden")
      : unknown !== undefined ? text.say("desk-unknown-counter", { counter: unknown }) : text.say("desk-choose");
    const hint = forbidden ? text.say("desk-forbidden-hint", { name: this.#officer })
      : unknown !== undefined ? text.say("desk-unknown-counter-hint") : text.say("desk-choose-hint");
    render(html`
      <main class="choice" data-state=${forbidden ? "forbidden" : unknown !== undefined ? "unknown" : "choose"}>
        <header class="bar">
          ${icon("mark")}<h1>${text.say("desk-title")}</h1><span class="space"></span>
          ${this.#menu()}<time class="num clock">${wallClock(this.#office.stamp())}</time>
        </header>
        ${this.#offline ? html`
          <p class="offline" role="status">${icon("unlink")}<b>${text.say("desk-choose-offline")}</b></p>` : nothing}
        <div class="choices">
          <h2>${title}</h2>
          <p>${hint}</p>
          ${forbidden ? nothing : this.#list()}
          ${this.#mainKey()}
        </div>
      </main>`, this.#root);
  }

  #list() {
    const text = this.#text;
    const chosen = this.#chosen;
    return html`
      <div class="counters" role="group" aria-label=${text.say("desk-choose")}>
        ${this.#rows.map((row) => html`
          <button type="button" class=${row.standing} aria-pressed=${row.counter === chosen}
              data-counter=${row.counter} data-standing=${row.standing} @click=${() => this.#go(row.counter)}>
            <span class="num">${row.counter}</span>
            <b>${row.services.map((code) => this.#serviceOf(code).name).join(", ")}</b>
            <small>${this.#words(row)}</small>
          </button>`)}
      </div>`;
  }

  #mainKey() {
    const text = this.#text;
    const label = this.#reason.forbidden ? text.say("desk-forbidden-go")
      : this.#chosen === null ? text.say("desk-choose-nothing") : text.say("desk-choose-go", { counter: this.#chosen });
    return html`
      <button type="button" class="key main" data-key="Enter" @click=${() => this.#enter()}
          ?disabled=${!this.#reason.forbidden && this.#chosen === null}>
        <kbd>Enter</kbd><span>${label}</span>
      </button>`;
  }

  /** @param {import("./counters.js").CounterChoiceRow} row */
  #words({ standing, officer }) {
    if (standing === "mine") return this.#text.say("desk-choose-mine");
    return standing === "free" ? this.#text.say("desk-choose-free") : officer;
  }

  #menu() {
    const { languages } = this.#office;
    const other = languages[(languages.indexOf(this.#text.language) + 1) % languages.length];
    return accountMenu({
      text: this.#text, officer: this.#officer, mine: false, called: null, asleep: this.#offline,
      choiceAddress: keepChoices("/desk?choose=1", location.search),
      otherLanguage: languages.length > 1 ? inLanguage(location, other) : null,
      other,
    }, { close: () => {}, signOut: () => void this.#signOut() });
  }
}
