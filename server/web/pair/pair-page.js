/** A new device: what it is for, then its code, large enough to be read from across the room. */
import { html, nothing, render } from "../vendor/lit-html/lit-html.js";
import { icon } from "../shared/icons.js";
import { name } from "../shared/office.js";
import { Pairing } from "../shared/pairing.js";
import { inLanguage, keepChoices } from "../sign-in/addresses.js";
import { CHOICES, pageOf, wishedRole } from "./roles.js";

/** What the device is told stays on its screen for so long, ms. */
const DONE_MS = 1_500;

export class PairPage {
  #root; #office; #text;
  #role = wishedRole(location.search);
  /** @type {import("../shared/pairing.js").PairingState} */
  #state = { kind: "asking" };
  /** @type {Pairing | null} */
  #pairing = null;

  /**
   * @param {HTMLElement} root
   * @param {{ office: import("../shared/office.js").Office, text: import("../shared/text.js").Text }} options
   */
  constructor(root, { office, text }) {
    this.#root = root;
    this.#office = office;
    this.#text = text;
  }

  start() {
    if (this.#role) this.#pair(this.#role);
    this.#draw();
    this.#root.querySelector("h1")?.focus();
  }

  /** @param {string} role */
  #pair(role) {
    this.#pairing = new Pairing({ role, onState: (state) => this.#become(state) });
    this.#pairing.start();
  }

  /** @param {import("../shared/pairing.js").PairingState} state */
  #become(state) {
    this.#state = state;
    this.#draw();
    if (state.kind !== "paired") return;
    const page = pageOf(state.device, location.search);
    if (page) setTimeout(() => location.assign(keepChoices(page, location.search)), DONE_MS);
  }

  #draw() {
    const [text, office] = [this.#text, this.#office];
    document.title = `${text.say("pair-title")} · ${name(office.name, text.language)}`;
    render(html`
      <main class="pair" data-state=${this.#role ? this.#state.kind : "choose"}>
        <p class="office">${icon("mark")}<span><b>${name(office.name, text.language)}</b>
          <small>${name(office.unit, text.language)}</small></span></p>
        ${this.#role ? this.#shown(this.#role) : this.#choices()}
        ${this.#languageLink()}
      </main>`, this.#root);
  }

  #choices() {
    const text = this.#text;
    return html`
      <h1 tabindex="-1">${text.say("pair-choose")}</h1>
      <ul class="choices">${CHOICES.map(({ role, icon: drawing }) => html`
        <li><a href=${keepChoices(`/pair?role=${role}`, location.search)} data-role=${role}>${icon(drawing)}
          <span><b>${text.say(`pair-role-${role}`)}</b><small>${text.say(`pair-role-${role}-for`)}</small></span>
        </a></li>`)}</ul>`;
  }

  /** @param {string} role */
  #shown(role) {
    const [text, state] = [this.#text, this.#state];
    return html`
      <h1 tabindex="-1">${text.say(`pair-role-${role}`)}</h1>
      <div class="card" role="status">${this.#matter(state)}</div>
      ${state.kind === "paired" ? nothing
        : html`<a class="other" href=${keepChoices("/pair", location.search)}>${text.say("pair-other")}</a>`}`;
  }

  /** @param {import("../shared/pairing.js").PairingState} state */
  #matter(state) {
    const text = this.#text;
    switch (state.kind) {
      case "asking":
        return html`<p>${text.say("pair-asking")}</p>`;
      case "offline":
        return html`<p class="away">${icon("unlink")}${text.say("pair-offline")}</p>`;
      case "paired":
        return html`<p class="done">${icon("check")}<b>${text.say("pair-done", { name: state.device.name })}</b></p>
          <p>${text.say("pair-done-how")}</p>`;
      case "shown":
        return html`
          <div><h2>${text.say("pair-code")}</h2>
            <p class="code num" data-code=${state.code}>${state.code}</p>
            <p class="how">${text.say("pair-how", { address: state.address })}</p></div>
          <img src=${state.qr} alt=${text.say("pair-qr")} width="240" height="240">`;
    }
  }

  #languageLink() {
    const { languages } = this.#office;
    if (languages.length < 2) return nothing;
    const other = languages[(languages.indexOf(this.#text.language) + 1) % languages.length];
    return html`<a class="language" href=${inLanguage(location, other)} lang=${other} data-action="language">
      ${icon("globe")}${this.#text.say("pair-language")}</a>`;
  }
}
