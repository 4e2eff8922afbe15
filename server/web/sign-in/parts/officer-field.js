/** Choosing the officer: a field that lists the officers, by number, by letters, or by any other name. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { live } from "../../vendor/lit-html/directives/live.js";
import { icon } from "../../shared/icons.js";
import { certain, matching, taken } from "../officers.js";

/** @typedef {import("../officers.js").OfficerRow} OfficerRow */

export class OfficerField {
  /** The name that is chosen; empty when none is. */
  name = "";
  #text; #rows; #redraw; #onChanged; #onChosen;
  #typed = "";
  #open = false;
  /** @type {number | null} place of the lit row */
  #lit = null;

  /**
   * @param {{ text: import("../../shared/text.js").Text, rows: OfficerRow[], redraw: () => void,
   *   onChanged: () => void, onChosen: () => void }} options
   *   `onChanged`: another name; `onChosen`: on to the next field
   */
  constructor({ text, rows, redraw, onChanged, onChosen }) {
    this.#text = text;
    this.#rows = rows;
    this.#redraw = redraw;
    this.#onChanged = onChanged;
    this.#onChosen = onChosen;
  }

  part() {
    const found = this.#open ? matching(this.#rows, this.#typed) : [];
    const listed = this.#open && (found.length > 0 || this.#typed !== "");
    return html`
      <div class="officer">
        <label for="officer">${this.#text.say("sign-in-officer")}</label>
        <input id="officer" class="field" data-field="officer" role="combobox" autocomplete="off" spellcheck="false"
          maxlength="80" aria-expanded=${listed} aria-controls="officers"
          aria-activedescendant=${this.#lit === null || !listed ? nothing : `officer-${this.#lit}`}
          placeholder=${this.#text.say("sign-in-officer-hint")}
          .value=${live(this.#open ? this.#typed : this.name)}
          @focus=${this.#focused} @blur=${this.#blurred} @input=${this.#inputted} @keydown=${this.#key}
          @mousedown=${this.#focused}>
        ${icon("down")}
        ${listed ? html`
          <ul id="officers" role="listbox" @mousedown=${keepFocus}>
            ${found.map((row, place) => this.#row(row, place))}
            ${found.length === 0 && !/^\d+$/.test(this.#typed) ? this.#otherName() : nothing}
          </ul>` : nothing}
      </div>`;
  }

  /** Takes what is typed as the name, when nothing was chosen from the list. */
  settle() {
    if (!this.#open || this.#typed === "") return;
    this.#open = false;
    this.#rename(taken(this.#rows, this.#typed, null) ?? this.name);
  }

  /** @param {string} name */
  #rename(name) {
    this.#typed = "";
    this.#lit = null;
    if (name === this.name) return;
    this.name = name;
    this.#onChanged();
  }

  /** @param {OfficerRow} row @param {number} place */
  #row({ ordinal, name, title }, place) {
    return html`
      <li id="officer-${place}" role="option" aria-selected=${place === this.#lit} data-officer=${name}
          @click=${() => this.#choose(name)}>
        <kbd>${ordinal}</kbd><b>${name}</b><small>${title}</small>
      </li>`;
  }

  #otherName() {
    return html`<li role="option" aria-selected="false" @click=${() => this.#choose(this.#typed.trim())}>
      <b>${this.#text.say("sign-in-officer-other", { name: this.#typed.trim() })}</b></li>`;
  }

  /** @param {string} name */
  #choose(name) {
    this.#open = false;
    this.#rename(name);
    this.#onChosen();
  }

  #focused = () => {
    if (this.#open) return;
    this.#open = true;
    this.#typed = "";
    this.#lit = null;
    this.#redraw();
  };

  #blurred = () => {
    this.settle();
    this.#open = false;
    this.#redraw();
  };

  /** @param {InputEvent} event */
  #inputted = (event) => {
    this.#open = true;
    this.#typed = /** @type {HTMLInputElement} */ (event.target).value;
    this.#lit = null;
    const sure = certain(this.#rows, this.#typed);
    if (sure) return this.#choose(sure.name);
    this.#redraw();
  };

  /** @param {KeyboardEvent} event */
  #key = (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      this.#light(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter") {
      event.preventDefault();
      const name = taken(this.#rows, this.#typed, this.#lit) ?? this.name;
      if (name) this.#choose(name);
    } else if (event.key === "Escape" && this.#open) {
      this.#open = false;
      this.#redraw();
    }
  };

  /** @param {1 | -1} step */
  #light(step) {
    const count = matching(this.#rows, this.#open ? this.#typed : "").length;
    this.#open = true;
    if (count > 0) this.#lit = this.#lit === null ? (step === 1 ? 0 : count - 1) : (this.#lit + step + count) % count;
    this.#redraw();
    document.getElementById(`officer-${this.#lit}`)?.scrollIntoView({ block: "nearest" });
  }
}

/** @param {MouseEvent} event */
function keepFocus(event) {
  event.preventDefault();
}
