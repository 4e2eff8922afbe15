/** The devices of the office: letting one in by the code that it shows, and shutting one out with one click. */
import { html, nothing, render } from "../vendor/lit-html/lit-html.js";
import { bar, obstacle } from "../admin/frame.js";
import { call } from "../shared/api.js";
import { icon } from "../shared/icons.js";
import { name as nameOf } from "../shared/office.js";
import { checked } from "../shared/shape.js";
import { when } from "../shared/when.js";
import { codeIn, isDevices, isWatching, isWhole } from "./rows.js";

/** How often the list is asked for again, ms. */
const AGAIN_MS = 3_000;

export class DevicesPage {
  #root; #office; #text;
  /** @type {import("./rows.js").Device[] | null} */
  #devices = null;
  /** @type {any} an answer that brought nothing */
  #obstacle = null;
  /** @type {string | null} id of the device that is asked about before it is shut out */
  #asks = null;
  /** @type {{ good: boolean, words: string } | null} */
  #said = null;
  /** @type {{ code: string, role?: string, seen_from?: string } | null} what shows the code that was typed */
  #waiting = null;

  /**
   * @param {HTMLElement} root
   * @param {{ office: import("../shared/office.js").Office, text: import("../shared/text.js").Text }} options
   */
  constructor(root, { office, text }) {
    this.#root = root;
    this.#office = office;
    this.#text = text;
    document.title = `${text.say("devices-title")} · ${nameOf(office.name, text.language)}`;
  }

  async start() {
    this.#draw();
    setInterval(() => document.visibilityState === "visible" && void this.#refresh(), AGAIN_MS);
    await this.#refresh();
    const code = codeIn(location.search);
    const field = this.#field("code");
    if (!field) return;
    field.value = code ?? "";
    if (code) void this.#look();
    (code ? this.#field("name") : field)?.focus();
  }

  async #refresh() {
    const answer = await call("GET", "/devices", { language: this.#text.language });
    this.#obstacle = answer.ok ? null : answer;
    if (answer.ok) this.#devices = checked(answer.body, isDevices).devices;
    else if (!answer.offline) this.#devices = null;
    this.#draw();
  }

  /** What shows the code: people compare it with the device before they let it in. */
  async #look() {
    const code = this.#field("code")?.value.trim() ?? "";
    if (code === this.#waiting?.code) return;
    this.#waiting = isWhole(code) ? { code } : null;
    this.#draw();
    if (!this.#waiting) return;
    const answer = await call("POST", "/pairings/waiting", { body: { code }, language: this.#text.language });
    if (this.#waiting?.code !== code) return;
    this.#waiting = answer.ok ? { code, ...answer.body } : null;
    if (answer.ok) this.#said = null;
    else this.#said = { good: false, words: this.#wordsOf(answer) };
    this.#draw();
  }

  async #admit() {
    const [code, name, counter] = ["code", "name", "counter"].map((field) => this.#field(field)?.value.trim() ?? "");
    if (!code || !name) return this.#field(code ? "name" : "code")?.focus();
    if (this.#waiting?.code !== code) await this.#look();
    const role = this.#waiting?.role;
    if (!role) return;
    const body = counter ? { code, name, role, counter: Number(counter) } : { code, name, role };
    const answer = await call("POST", "/devices", { body, language: this.#text.language });
    if (!answer.ok) return this.#tell(false, this.#wordsOf(answer));
    for (const field of ["code", "name", "counter"]) {
      const input = this.#field(field);
      if (input) input.value = "";
    }
    this.#waiting = null;
    // The code in the address is used up.
    history.replaceState(null, "", withoutCode(location.href));
    this.#tell(true, this.#text.say("devices-admitted", { name: answer.body.name }));
    await this.#refresh();
    this.#field("code")?.focus();
  }

  /** @param {import("./rows.js").Device} device */
  async #revoke({ id, name }) {
    this.#asks = null;
    const answer = await call("DELETE", `/devices/${id}`, { language: this.#text.language });
    if (answer.ok) this.#tell(true, this.#text.say("devices-revoked", { name }));
    else this.#tell(false, this.#wordsOf(answer));
    await this.#refresh();
  }

  /** @param {boolean} good @param {string} words */
  #tell(good, words) {
    this.#said = { good, words };
    this.#draw();
  }

  /** @param {any} answer */
  #wordsOf({ problem }) {
    return problem?.detail ?? problem?.title ?? this.#text.say("admin-no-server");
  }

  /** @param {string} name @returns {HTMLInputElement | null} */
  #field(name) {
    return this.#root.querySelector(`[data-field=${name}]`);
  }

  #draw() {
    const [text, office] = [this.#text, this.#office];
    const shut = this.#obstacle && !(this.#obstacle.offline && this.#devices);
    render(html`
      ${bar({ here: "devices", office, text })}
      <main class="listed" data-state=${shut ? "refused" : this.#devices ? "shown" : "asking"}>
        <h1>${text.say("devices-title")}</h1>
        <p class="lead">${text.say("devices-lead")}</p>
        ${shut ? obstacle(this.#obstacle, text) : html`
          ${this.#form()}
          ${this.#said ? notice(this.#said) : nothing}
          <section aria-labelledby="all"><h2 id="all">${text.say("devices-all")}</h2>${this.#list()}</section>`}
      </main>`, this.#root);
  }

  #form() {
    const [text, office] = [this.#text, this.#office];
    return html`
      <form class="form" novalidate autocomplete="off" @submit=${(/** @type {Event} */ event) => {
        event.preventDefault();
        void this.#admit();
      }}>
        <div><label for="code">${text.say("devices-code")}</label>
          <input id="code" class="field code num" data-field="code" maxlength="20" spellcheck="false"
            autocapitalize="characters" aria-describedby="code-hint" @input=${() => void this.#look()}>
          <p id="code-hint">${text.say("devices-code-hint")}</p>
          <p class="waiting" role="status" data-waiting=${this.#waiting?.role ?? ""}>${this.#shown()}</p></div>
        <div><label for="name">${text.say("devices-name")}</label>
          <input id="name" class="field" data-field="name" maxlength="64"
            placeholder=${text.say("devices-name-hint")}></div>
        <div><label for="counter">${text.say("devices-counter")}</label>
          <select id="counter" data-field="counter">
            <option value="">${text.say("devices-counter-none")}</option>
            ${office.counters.map(({ counter }) => html`<option value=${counter}>${
              text.say("common-counter", { counter })}</option>`)}
          </select></div>
        <button class="button" data-action="admit">${text.say("devices-admit")}</button>
      </form>`;
  }

  #shown() {
    if (!this.#waiting) return nothing;
    const { role, seen_from: where } = this.#waiting;
    if (!role) return this.#text.say("devices-waiting-asking");
    return html`${icon("check")} ${
      this.#text.say("devices-waiting", { role: this.#text.say(`devices-role-${role}`), where: where ?? "–" })}`;
  }

  #list() {
    const text = this.#text;
    if (!this.#devices) return html`<p class="message" role="status">${text.say("devices-asking")}</p>`;
    if (this.#devices.length === 0) return html`<p class="message">${text.say("devices-none")}</p>`;
    return html`<ul class="rows">${this.#devices.map((device) => this.#row(device))}</ul>`;
  }

  /** @param {import("./rows.js").Device} device */
  #row(device) {
    const [text, now] = [this.#text, this.#office.stamp()];
    const at = (/** @type {string | null} */ stamp) => when(stamp, now, text.language) ?? "";
    const role = text.say(`devices-role-${device.role}`);
    const { counter } = device;
    const where = counter === null ? role : `${role} · ${text.say("common-counter", { counter })}`;
    const asks = this.#asks === device.id;
    const ask = (/** @type {string | null} */ id) => {
      this.#asks = id;
      this.#draw();
      if (id) /** @type {HTMLElement | null} */ (this.#root.querySelector("[data-action=yes]"))?.focus();
    };
    return html`
      <li class="row" data-device=${device.name} data-sockets=${device.sockets}>
        <div><b>${device.name}</b><small>${where}</small></div>
        <div>
          <small class="sign">${isWatching(device)
            ? html`${icon("check")}<span class="ok">${text.say("devices-on")}</span>`
            : device.seen_at ? text.say("devices-seen", { time: at(device.seen_at) }) : text.say("devices-not-seen")}
            ${device.seen_from ? html` · ${device.seen_from}` : nothing}</small>
          <small>${text.say("devices-paired", { time: at(device.paired_at), who: device.paired_by })}</small></div>
        <div class="doings">${asks ? nothing : html`
          <button type="button" class="quiet" data-action="revoke" @click=${() => ask(device.id)}>${
            text.say("devices-revoke")}</button>`}</div>
        ${asks ? html`
          <div class="asks doings" role="group" aria-label=${text.say("devices-ask", { name: device.name })}>
            <span>${text.say("devices-ask", { name: device.name })}</span>
            <button type="button" class="do" data-action="yes" @click=${() => void this.#revoke(device)}>${
              text.say("devices-revoke")}</button>
            <button type="button" class="quiet" data-action="no" @click=${() => ask(null)}>${
              text.say("common-cancel")}</button>
          </div>` : nothing}
      </li>`;
  }
}

/** @param {{ good: boolean, words: string }} said */
function notice({ good, words }) {
  return html`<p class="said ${good ? "good" : ""}" role=${good ? "status" : "alert"}>
    ${icon(good ? "check" : "warn")}<span>${words}</span></p>`;
}

/** @param {string} href */
function withoutCode(href) {
  const address = new URL(href);
  address.searchParams.delete("code");
  return address;
}
