/** A new office in five steps: the code, the office, what people come for, who works here, who looks after it. */
import { html, nothing, render } from "../vendor/lit-html/lit-html.js";
import { call } from "../shared/api.js";
import { icon } from "../shared/icons.js";
import { newKey } from "../shared/key.js";
import { inLanguage } from "../sign-in/addresses.js";
import { editsOf, missing, newPlan, STEPS } from "./plan.js";
import { administratorStep, codeStep, doneStep, officeStep, peopleStep, servicesStep } from "./steps.js";

/** A slow machine takes a second for each person's PIN, and an answer that is given up is lost with them. */
const DEADLINE_MS = 120_000;

export class InstallationPage {
  #root; #office; #text;
  /** @type {import("./plan.js").Step} */
  #step = "code";
  #code = "";
  /** @type {{ made_from: number, document: any } | null} */
  #beginning = null;
  /** @type {import("./plan.js").Plan} */
  #plan = newPlan({ services: [] });
  /** @type {string[]} */
  #missing = [];
  /** @type {string} */
  #trouble = "";
  #busy = false;
  /** Whether the last answer was that the set-up is another one by now. */
  #moved = false;
  /** @type {{ name: string, role: string, kind: string, secret: string }[]} */
  #credentials = [];

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
    window.addEventListener("beforeunload", (event) => {
      if (this.#step !== "code" && this.#step !== "done") event.preventDefault();
    });
    this.#draw();
    this.#focus();
  }

  /** @param {Event} event */
  async #next(event) {
    event.preventDefault();
    if (this.#busy) return;
    this.#missing = missing(this.#step, this.#plan);
    if (this.#missing.length > 0) {
      this.#draw();
      return this.#root.querySelector("[aria-invalid=true]")?.focus();
    }
    if (this.#step === "code") return this.#begin();
    if (this.#step === "administrator") return this.#install();
    this.#go(STEPS[STEPS.indexOf(this.#step) + 1]);
  }

  #back() {
    this.#go(STEPS[STEPS.indexOf(this.#step) - 1]);
  }

  /** @param {import("./plan.js").Step} step */
  #go(step) {
    this.#step = step;
    this.#missing = [];
    this.#trouble = "";
    this.#draw();
    this.#focus();
  }

  async #begin() {
    const answer = await this.#ask("/installation/check", { code: this.#code });
    if (!answer) return;
    this.#beginning = answer;
    this.#plan = newPlan(answer.document);
    this.#go("office");
  }

  /** @param {boolean} [again]  whether the answer to the last one was lost: then its set-up is there already */
  async #install(again = false) {
    const { made_from, document } = /** @type {{ made_from: number, document: any }} */ (this.#beginning);
    const title = { vi: this.#text.say("installation-officer-vi"), en: this.#text.say("installation-officer-en") };
    const { administrator, password } = this.#plan;
    const answer = await this.#ask("/installation", {
      code: this.#code, made_from, edits: editsOf(this.#plan, document, title),
      administrator: administrator.trim(), password,
    });
    if (!answer && this.#moved && !again) {
      this.#beginning = await this.#ask("/installation/check", { code: this.#code });
      return this.#beginning && this.#install(true);
    }
    if (!answer) return;
    this.#credentials = answer.credentials;
    this.#plan = { ...this.#plan, password: "" };
    this.#go("done");
  }

  /** The body of a good answer; else the trouble stands on the page. @param {string} path @param {object} body */
  async #ask(path, body) {
    this.#busy = true;
    this.#trouble = "";
    this.#draw();
    const options = { body, key: newKey(), language: this.#text.language, deadlineMs: DEADLINE_MS };
    const answer = await call("POST", path, options);
    this.#busy = false;
    this.#moved = answer.problem?.code === "set-up-moved";
    if (!answer.ok) {
      const { problem } = answer;
      const findings = problem?.findings?.map((/** @type {{ text: string }} */ one) => one.text) ?? [];
      this.#trouble = problem ? [problem.detail ?? problem.title, ...findings].join(" ")
        : this.#text.say("installation-offline");
    }
    this.#draw();
    return answer.ok ? answer.body : null;
  }

  #focus() {
    const first = this.#root.querySelector("[data-first]") ?? this.#root.querySelector("h1");
    if (first instanceof HTMLElement) first.focus();
  }

  /** @param {Partial<import("./plan.js").Plan>} change */
  #change(change) {
    this.#plan = { ...this.#plan, ...change };
    if (this.#missing.length > 0) this.#missing = missing(this.#step, this.#plan);
    this.#draw();
  }

  #draw() {
    const text = this.#text;
    document.title = text.say("installation-title", { step: STEPS.indexOf(this.#step) + 1, of: STEPS.length });
    render(html`
      <main class="installation" data-step=${this.#step}>
        <header>${icon("mark")}<b>Mời</b>${this.#progress()}${this.#languageLink()}</header>
        <form novalidate @submit=${(/** @type {Event} */ event) => void this.#next(event)} ?inert=${this.#busy}>
          ${this.#shown()}
          ${this.#trouble === "" ? nothing : html`
            <p class="trouble" role="alert">${icon("warn")}<span>${this.#trouble}</span></p>`}
          ${this.#step === "done" ? nothing : this.#buttons()}
        </form>
      </main>`, this.#root);
  }

  #shown() {
    const model = {
      text: this.#text, plan: this.#plan, missing: this.#missing,
      document: this.#beginning?.document ?? { services: [] },
      change: (/** @type {Partial<import("./plan.js").Plan>} */ change) => this.#change(change),
    };
    switch (this.#step) {
      case "code":
        return codeStep(model, this.#code, (code) => { this.#code = code; });
      case "office": return officeStep(model);
      case "services": return servicesStep(model);
      case "people": return peopleStep(model);
      case "administrator": return administratorStep(model);
      case "done": return doneStep(model, this.#credentials);
    }
  }

  #buttons() {
    const text = this.#text;
    const isFirst = this.#step === "code";
    const label = this.#step === "administrator" ? "installation-finish" : "installation-next";
    return html`
      <div class="buttons">
        ${isFirst || this.#step === "office" ? nothing : html`
          <button type="button" class="quiet" @click=${() => this.#back()}>${text.say("installation-back")}</button>`}
        <button class="do" data-action="next">${text.say(this.#busy ? "installation-busy" : label)}</button>
      </div>`;
  }

  #progress() {
    const at = STEPS.indexOf(this.#step);
    const words = this.#text.say("installation-progress", { step: at + 1, of: STEPS.length });
    return html`
      <ol class="progress" aria-label=${words}>
        ${STEPS.map((step, place) => html`<li ?data-done=${place < at} aria-current=${place === at ? "step" : nothing}>
          <span class="sr">${this.#text.say(`installation-step-${step}`)}</span></li>`)}
      </ol>`;
  }

  #languageLink() {
    const { languages } = this.#office;
    // With something typed the page would lose it.
    if (languages.length < 2 || this.#step !== "code") return nothing;
    const other = languages[(languages.indexOf(this.#text.language) + 1) % languages.length];
    return html`<a href=${inLanguage(location, other)} lang=${other} data-action="language">
      ${icon("globe")}${this.#text.say("installation-language")}</a>`;
  }
}
