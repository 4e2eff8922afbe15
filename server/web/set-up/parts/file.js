/** The whole set-up as a file: taken away, or brought in, part by part, with the difference first. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { live } from "../../vendor/lit-html/directives/live.js";
import { icon } from "../../shared/icons.js";
import { PAGES, TOP_KEYS } from "../data/pages.js";
import { troubleLink } from "../troubles-view.js";

/** As much as the server takes of one body, with room for the rest of it. */
const FILE_MAX = 240 * 1024;

/** @param {import("./part.js").PartOptions} options @returns {import("./part.js").Part} */
export function makePart({ text, draw, look }) {
  return new FilePart({ text, draw, look });
}

class FilePart {
  #text; #draw; #look;
  #brought = "";
  #tooLarge = false;
  #chosen = new Set(TOP_KEYS);
  /** @type {import("../changing/troubles.js").Trouble[]} */
  #troubles = [];

  /**
   * @param {{ text: import("../../shared/text.js").Text, draw: () => void,
   *   look: (wish: import("../changing/saving.js").Wish) => void }} options
   */
  constructor({ text, draw, look }) {
    this.#text = text;
    this.#draw = draw;
    this.#look = look;
  }

  /** It was taken over. */
  clear() {
    this.#brought = "";
    this.#troubles = [];
    this.#chosen = new Set(TOP_KEYS);
  }

  /** It has mistakes. @param {import("../changing/troubles.js").Trouble[]} troubles */
  wrong(troubles) {
    this.#troubles = troubles;
    this.#draw();
  }

  /** @param {import("./part.js").PartView} view */
  view({ known, unsaved, form }) {
    const text = this.#text;
    return html`
      <section data-part="file-take"><h2>${text.say("set-up-file-take")}</h2>
        <p class="help">${text.say("set-up-file-take-lead")}</p>
        <a class="button" href="/api/v1/set-up/text" download="office.toml" data-action="download">${
          text.say("set-up-file-take")}</a></section>
      ${known.mayChange ? html`
        <section data-part="file-bring"><h2>${text.say("set-up-file-bring")}</h2>
          <p class="help">${text.say("set-up-file-bring-lead")}</p>
          ${unsaved ? html`<p class="note">${icon("warn")}<span>${text.say("set-up-file-unsaved")}</span></p>`
            : this.#bring(form)}</section>` : nothing}`;
  }

  /** @param {import("../fields/field.js").Form} form */
  #bring(form) {
    const text = this.#text;
    const ready = this.#brought.trim() !== "" && this.#chosen.size > 0;
    return html`
      <div class="choose"><label class="button quiet">${text.say("set-up-file-choose")}
        <input class="sr" type="file" accept=".toml,text/plain" data-field="file"
          @change=${(/** @type {any} */ event) => void this.#take(event.target)}></label></div>
      <label class="paste"><span>${text.say("set-up-file-paste")}</span>
        <textarea rows="8" spellcheck="false" autocomplete="off" data-field="paste" .value=${live(this.#brought)}
          @input=${(/** @type {any} */ event) => this.#become(event.target.value)}></textarea></label>
      ${this.#tooLarge ? html`<p class="wrong">${icon("x")}<span>${text.say("set-up-file-large")}</span></p>` : nothing}
      ${this.#brought ? this.#choice() : nothing}
      ${this.#troubles.length === 0 ? nothing : html`
        <section class="troubles" role="alert"><h2>${icon("x")}<span>${
          text.say("set-up-wrong-count", { count: this.#troubles.length })}</span></h2>
          <ul>${this.#troubles.map((trouble) => html`<li>${
            troubleLink({ ...trouble, line: this.#whole() ? trouble.line : null }, form, false)
          }</li>`)}</ul></section>`}
      <button type="button" class="button" data-action="compare" ?disabled=${!ready}
        @click=${() => this.#compare()}>${text.say("set-up-file-compare")}</button>`;
  }

  #choice() {
    const text = this.#text;
    const all = (/** @type {boolean} */ ticked) => {
      this.#chosen = new Set(ticked ? TOP_KEYS : []);
      this.#draw();
    };
    return html`
      <fieldset class="take-parts"><legend>${text.say("set-up-file-parts")}</legend>
        <p class="help">${text.say("set-up-file-parts-lead")}
          <button type="button" class="link" data-action="all" @click=${() => all(true)}>${
            text.say("set-up-file-all")}</button>
          <button type="button" class="link" data-action="none" @click=${() => all(false)}>${
            text.say("set-up-file-none")}</button></p>
        <div class="boxes">${PAGES.map(({ id, keys }) => html`
          <label><input type="checkbox" data-take=${id} .checked=${live(keys.every((key) => this.#chosen.has(key)))}
              @change=${(/** @type {any} */ event) => {
                keys.forEach((key) => event.target.checked ? this.#chosen.add(key) : this.#chosen.delete(key));
                this.#troubles = [];
                this.#draw();
              }}><span>${text.say(`set-up-page-${id}`)}</span></label>`)}</div>
        ${this.#chosen.size === 0 ? html`<p class="wrong">${icon("x")}<span>${
          text.say("set-up-file-no-part")}</span></p>` : nothing}</fieldset>`;
  }

  #whole() {
    return this.#chosen.size === TOP_KEYS.length;
  }

  #compare() {
    this.#troubles = [];
    this.#look(this.#whole() ? { text: this.#brought } : { text: this.#brought, parts: [...this.#chosen] });
  }

  /** @param {HTMLInputElement} input */
  async #take(input) {
    const [file] = input.files ?? [];
    if (!file) return;
    const large = file.size > FILE_MAX;
    this.#become(large ? "" : await file.text());
    this.#tooLarge = large;
    input.value = "";
    this.#draw();
  }

  /** @param {string} brought */
  #become(brought) {
    this.#tooLarge = brought.length > FILE_MAX;
    this.#brought = this.#tooLarge ? "" : brought;
    this.#troubles = [];
    this.#draw();
  }
}
