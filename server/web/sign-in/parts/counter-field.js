/** Choosing the counter: one button each, by its number; those of others are struck out and say whose they are. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { digitOf, nothingTyped, typeDigit } from "../digits.js";

/** @typedef {import("../../desk/counters.js").CounterChoiceRow} CounterChoiceRow */

const STEPS = /** @type {Record<string, 1 | -1>} */ ({ ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 });

export class CounterField {
  /** @type {CounterChoiceRow[]} */
  rows = [];
  /** @type {number | null} */
  chosen = null;
  #text; #serviceName; #redraw; #submit; #onBack;
  /** @type {number | null} the counter that the line below speaks of */
  #spoken = null;
  #typed = nothingTyped();
  /** The PIN's last digit brought the focus here: who presses `Enter` after it out of habit means the PIN. */
  #afterPin = false;

  /**
   * @param {{ text: import("../../shared/text.js").Text, serviceName: (code: string) => string, redraw: () => void,
   *   submit: () => void, onBack: () => void }} options  `onBack`: back to the PIN
   */
  constructor({ text, serviceName, redraw, submit, onBack }) {
    this.#text = text;
    this.#serviceName = serviceName;
    this.#redraw = redraw;
    this.#submit = submit;
    this.#onBack = onBack;
  }

  part() {
    if (this.rows.length === 0) return nothing;
    const first = this.chosen ?? this.#free()[0]?.counter;
    return html`
      <div>
        <div class="label" id="counter-label">${this.#text.say("sign-in-counter")}<small>${this.#words()}</small></div>
        <div class="counters" role="radiogroup" aria-labelledby="counter-label" @keydown=${this.#key}>
          ${this.rows.map((row) => html`
            <button type="button" role="radio" class="num ${row.standing}" aria-checked=${row.counter === this.chosen}
              tabindex=${row.counter === first ? 0 : -1} data-counter=${row.counter} data-standing=${row.standing}
              aria-disabled=${row.standing === "taken"} title=${this.#about(row)}
              @click=${() => this.#choose(row)}>${row.counter}</button>`)}
        </div>
      </div>`;
  }

  /** Proposes a counter, or none. @param {number | null} counter */
  propose(counter) {
    this.chosen = counter;
    this.#spoken = null;
  }

  /**
   * Puts the focus on the counters.
   * @param {{ afterPin?: boolean }} [options]  `afterPin`: by itself, with the PIN's last digit
   * @returns {boolean} false when there is none to choose
   */
  focus({ afterPin = false } = {}) {
    const free = this.#free();
    const row = free.find(({ counter }) => counter === this.chosen) ?? free[0];
    if (!row) return false;
    this.#afterPin = afterPin;
    this.#focusOn(row.counter);
    return true;
  }

  #free() {
    return this.rows.filter(({ standing }) => standing !== "taken");
  }

  #words() {
    const row = this.rows.find(({ counter }) => counter === (this.#spoken ?? this.chosen));
    return row ? this.#about(row) : this.#text.say("sign-in-counter-none");
  }

  /** @param {CounterChoiceRow} row */
  #about({ counter, standing, officer, services }) {
    if (standing === "taken") return this.#text.say("sign-in-counter-taken", { counter, officer: officer ?? "" });
    if (standing === "mine") return this.#text.say("sign-in-counter-mine", { counter });
    const names = services.map(this.#serviceName).join(", ");
    return this.#text.say("sign-in-counter-services", { counter, services: names });
  }

  /** @param {CounterChoiceRow} row */
  #choose(row) {
    this.#spoken = row.counter;
    // Pressed once more, it is no longer chosen: one may sign in without a counter.
    if (row.standing !== "taken") this.chosen = this.chosen === row.counter ? null : row.counter;
    if (this.chosen === null) this.#spoken = row.standing === "taken" ? row.counter : null;
    this.#redraw();
  }

  /** @param {KeyboardEvent} event */
  #key = (event) => {
    const afterPin = this.#afterPin;
    this.#afterPin = false;
    const digit = digitOf(event);
    // A PIN's last digit that is held down is no counter.
    if (event.repeat && !(event.key in STEPS)) return event.preventDefault();
    if (digit !== null) {
      const numbers = this.rows.map(({ counter }) => counter);
      const { typed, match } = typeDigit(this.#typed, digit, numbers, performance.now());
      this.#typed = typed;
      const row = this.rows.find(({ counter }) => counter === match);
      if (row && row.counter !== this.chosen) this.#choose(row);
      if (row) this.#focusOn(row.counter);
    } else if (event.key in STEPS) {
      event.preventDefault();
      this.#step(STEPS[event.key]);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (!afterPin || this.chosen !== null) this.#submit();
    } else if (event.key === "Backspace") {
      event.preventDefault();
      this.#onBack();
    }
  };

  /** @param {1 | -1} step */
  #step(step) {
    const free = this.#free();
    if (free.length === 0) return;
    const place = free.findIndex(({ counter }) => counter === this.chosen);
    const row = free[place < 0 ? 0 : (place + step + free.length) % free.length];
    if (row.counter !== this.chosen) this.#choose(row);
    this.#focusOn(row.counter);
  }

  /** @param {number} counter */
  #focusOn(counter) {
    /** @type {HTMLElement | null} */ (document.querySelector(`.counters [data-counter="${counter}"]`))?.focus();
  }
}
