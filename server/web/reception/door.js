/** Before the page: an officer signs in with the PIN; a device of the reception's is connected once by its token. */
import { html, nothing, render } from "../vendor/lit-html/lit-html.js";
import { call } from "../shared/api.js";
import { icon } from "../shared/icons.js";
import { signInAddress } from "../sign-in/addresses.js";

export class Door {
  #root; #text; #onOpen;
  #failed = "";

  /**
   * @param {HTMLElement} root
   * @param {{ office: import("../shared/office.js").Office, text: import("../shared/text.js").Text,
   *   onOpen: () => void }} options
   */
  constructor(root, { text, onOpen }) {
    this.#root = root;
    this.#text = text;
    this.#onOpen = onOpen;
  }

  start() {
    const text = this.#text;
    document.title = text.say("reception-title");
    render(html`
      <main class="door" data-state="door">
        ${icon("branch")}
        <h1>${text.say("reception-door")}</h1>
        <a class="key main" href=${signInAddress(location)} data-action="sign-in">
          ${icon("user")}${text.say("reception-door-officer")}</a>
        <form @submit=${(/** @type {SubmitEvent} */ event) => this.#connect(event)}>
          <label for="token">${text.say("reception-door-device")}</label>
          <input id="token" type="password" autocomplete="off" autocapitalize="none" spellcheck="false" required>
          <button class="key">${icon("check")}${text.say("reception-door-connect")}</button>
          ${this.#failed ? html`<p class="notice bad" role="alert">${icon("warn")}${this.#failed}</p>` : nothing}
        </form>
      </main>`, this.#root);
  }

  /** @param {SubmitEvent} event */
  async #connect(event) {
    event.preventDefault();
    const field = /** @type {HTMLInputElement} */ (this.#root.querySelector("#token"));
    const body = { token: field.value.trim() };
    const answer = await call("POST", "/sessions", { body, language: this.#text.language });
    if (answer.ok && answer.body.role !== "kiosk") return this.#onOpen();
    this.#failed = answer.problem?.detail
      ?? this.#text.say(answer.ok ? "reception-door-kiosk" : "common-no-server");
    this.start();
  }
}
