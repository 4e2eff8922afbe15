/** Who works here: what each signs in with and where, a new PIN or password on a slip, and ending sessions. */
import { html, nothing, render } from "../vendor/lit-html/lit-html.js";
import { bar, obstacle } from "../admin/frame.js";
import { call } from "../shared/api.js";
import { icon } from "../shared/icons.js";
import { name as nameOf } from "../shared/office.js";
import { checked } from "../shared/shape.js";
import { when } from "../shared/when.js";
import { doingsFor, isPeople, meansOf, needsProof, requestOf } from "./rows.js";

/** How often the list is asked for again, ms. */
const AGAIN_MS = 10_000;

export class PeoplePage {
  #root; #office; #text;
  /** @type {import("./rows.js").Person[] | null} */
  #people = null;
  /** @type {any} an answer that brought nothing */
  #obstacle = null;
  /** @type {{ name: string, doing: import("./rows.js").Doing } | null} what is asked about before it is done */
  #asks = null;
  /** @type {{ name: string, kind: string, secret: string } | null} shown this once */
  #made = null;
  /** @type {string | null} a refusal in words */
  #said = null;

  /**
   * @param {HTMLElement} root
   * @param {{ office: import("../shared/office.js").Office, text: import("../shared/text.js").Text }} options
   */
  constructor(root, { office, text }) {
    this.#root = root;
    this.#office = office;
    this.#text = text;
    document.title = `${text.say("people-title")} · ${nameOf(office.name, text.language)}`;
  }

  async start() {
    this.#draw();
    setInterval(() => document.visibilityState === "visible" && void this.#refresh(), AGAIN_MS);
    await this.#refresh();
  }

  async #refresh() {
    const answer = await call("GET", "/people", { language: this.#text.language });
    this.#obstacle = answer.ok ? null : answer;
    if (answer.ok) this.#people = checked(answer.body, isPeople).people;
    else if (!answer.offline) this.#people = null;
    this.#draw();
  }

  /** @param {string} name @param {import("./rows.js").Doing} doing @param {string} current  one's own password */
  async #do(name, doing, current) {
    this.#said = null;
    const { method, path, body } = requestOf(name, doing, current);
    const answer = await call(method, path, { body, language: this.#text.language });
    // Who mistyped the password asks for the same once more.
    if (answer.ok || !needsProof(doing)) this.#asks = null;
    if (answer.ok) this.#made = answer.body?.secret ? answer.body : this.#made;
    else this.#said = answer.problem?.detail ?? answer.problem?.title ?? this.#text.say("admin-no-server");
    await this.#refresh();
    if (answer.ok && answer.body?.secret) /** @type {HTMLElement} */ (this.#root.querySelector(".slip"))?.focus();
  }

  #draw() {
    const [text, office] = [this.#text, this.#office];
    const shut = this.#obstacle && !(this.#obstacle.offline && this.#people);
    render(html`
      ${bar({ here: "people", office, text })}
      <main class="listed" data-state=${shut ? "refused" : this.#people ? "shown" : "asking"}>
        <h1>${text.say("people-title")}</h1>
        <p class="lead">${text.say("people-lead")}</p>
        ${this.#said ? html`<p class="said" role="alert">${icon("warn")}<span>${this.#said}</span></p>` : nothing}
        ${this.#made ? this.#slip(this.#made) : nothing}
        ${shut ? obstacle(this.#obstacle, text) : this.#people ? this.#list(this.#people)
          : html`<p class="message" role="status">${text.say("people-asking")}</p>`}
      </main>`, this.#root);
  }

  /** @param {{ name: string, kind: string, secret: string }} made */
  #slip({ name, kind, secret }) {
    const text = this.#text;
    const close = () => {
      this.#made = null;
      this.#draw();
    };
    return html`
      <div class="slip" tabindex="-1" role="status" data-made=${kind}>
        <h2>${name}</h2>
        <p>${text.say(`people-made-${kind}`)}</p>
        <p class="secret-shown num" data-field="secret">${secret}</p>
        <p>${text.say("people-made-once")} ${text.say(`people-made-${kind}-how`)}</p>
        <div class="doings">
          <button type="button" class="do" data-action="print" @click=${() => print()}>
            ${text.say("people-print")}</button>
          <button type="button" class="quiet" data-action="hide" @click=${close}>${text.say("people-hide")}</button>
        </div>
      </div>`;
  }

  /** @param {import("./rows.js").Person[]} people */
  #list(people) {
    return html`<ul class="rows">${people.map((person) => this.#row(person))}</ul>`;
  }

  /** @param {import("./rows.js").Person} person */
  #row(person) {
    const text = this.#text;
    const asks = this.#asks?.name === person.name ? this.#asks.doing : null;
    return html`
      <li class="row" data-person=${person.name}>
        <div><b>${person.name}</b><small>${text.say(`people-role-${person.role}`)}</small></div>
        <div>${meansOf(person).map(({ id, sign }) => html`
            <small class="sign">${icon(sign === "ok" ? "check" : "warn")}
              <span class=${sign}>${text.say(id)}</span></small>`)}
          ${person.sessions.map((session) => html`<small>${this.#where(session)}</small>`)}</div>
        <div class="doings">${asks ? nothing : doingsFor(person).map((doing) => html`
          <button type="button" class="quiet" data-action=${doing} @click=${() => this.#ask(person.name, doing)}>
            ${text.say(`people-do-${doing}`)}</button>`)}</div>
        ${asks ? this.#question(person.name, asks) : nothing}
      </li>`;
  }

  /** @param {import("./rows.js").Session} session */
  #where({ begun_at: begun, seen_at: seen, address, browser }) {
    const [text, now] = [this.#text, this.#office.stamp()];
    const time = when(seen ?? begun, now, text.language) ?? "–";
    return text.say("people-session", { time, where: [browser, address].filter(Boolean).join(", ") || "–" });
  }

  /** @param {string} name @param {import("./rows.js").Doing} doing */
  #ask(name, doing) {
    this.#asks = { name, doing };
    this.#draw();
    /** @type {HTMLElement | null} */ (this.#root.querySelector(".asks input, .asks [data-action=yes]"))?.focus();
  }

  /** @param {string} name @param {import("./rows.js").Doing} doing */
  #question(name, doing) {
    const text = this.#text;
    const no = () => {
      this.#asks = null;
      this.#draw();
    };
    /** @param {SubmitEvent} event */
    const yes = (event) => {
      event.preventDefault();
      const form = /** @type {HTMLFormElement} */ (event.currentTarget);
      void this.#do(name, doing, String(new FormData(form).get("current") ?? ""));
      form.reset();
    };
    return html`
      <form class="asks doings" aria-label=${text.say(`people-ask-${doing}`, { name })} @submit=${yes}>
        <span>${text.say(`people-ask-${doing}`, { name })}</span>
        ${needsProof(doing) ? html`<label>${text.say("people-own-password")}
          <input class="field" type="password" name="current" autocomplete="current-password" required
            maxlength="200"></label>` : nothing}
        <button class="do" data-action="yes">${text.say(`people-do-${doing}`)}</button>
        <button type="button" class="quiet" data-action="no" @click=${no}>${text.say("common-cancel")}</button>
      </form>`;
  }
}
