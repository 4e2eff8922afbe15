/** "Try a rule": the rules beside what a past day comes to under them. */
import { html, nothing, render } from "../vendor/lit-html/lit-html.js";
import { bar, obstacle } from "../admin/frame.js";
import { call } from "../shared/api.js";
import { icon } from "../shared/icons.js";
import { name } from "../shared/office.js";
import { checked } from "../shared/shape.js";
import { changesOf, FILE_MAX } from "./changes.js";
import { formOf } from "./form.js";
import { resultOf } from "./result.js";
import { isForm, isPreview } from "./shape.js";

/** The server gives up after 30 s; then it says so itself. */
const PLAY_DEADLINE_MS = 35_000;
/** While there is nothing to try, or no server, it is asked again so often, ms. */
const AGAIN_MS = 5_000;
export class PreviewPage {
  #root; #office; #text;
  /** @type {import("./shape.js").Form | null} */
  #form = null;
  /** @type {any} an answer that brought no form */
  #obstacle = null;
  #day = "";
  /** @type {Map<string, import("./shape.js").Setting>} */
  #entered = new Map();
  /** Rules whose field holds no number. @type {Set<string>} */
  #unfit = new Set();
  #config = "";
  #fileTooLarge = false;
  #trying = false;
  /** @type {{ preview?: import("./shape.js").Preview, answer?: any, wish: string } | null} */
  #result = null;

  /**
   * @param {HTMLElement} root
   * @param {{ office: import("../shared/office.js").Office, text: import("../shared/text.js").Text }} options
   */
  constructor(root, { office, text }) {
    this.#root = root;
    this.#office = office;
    this.#text = text;
    document.title = `${text.say("preview-title")} · ${name(office.name, text.language)}`;
  }

  async start() {
    this.#draw();
    setInterval(() => this.#draw(), 1_000);
    setInterval(() => void this.#again(), AGAIN_MS);
    await this.#ask();
  }

  async #again() {
    const missing = !this.#form || this.#form.days.length === 0;
    if (missing && document.visibilityState === "visible" && !this.#trying) await this.#ask();
  }

  async #ask() {
    const answer = await call("GET", "/office/preview", { language: this.#text.language });
    this.#obstacle = answer.ok ? null : answer;
    if (answer.ok) {
      this.#form = checked(answer.body, isForm);
      this.#day ||= this.#form.closed ?? "";
    }
    this.#draw();
  }

  /** What would be sent now. */
  #wish() {
    const changes = changesOf(this.#form?.rules ?? [], this.#entered);
    return JSON.stringify({ day: this.#day, changes, ...(this.#config.trim() ? { config: this.#config } : {}) });
  }

  async #try() {
    if (this.#trying || this.#unfit.size > 0) return;
    const wish = this.#wish();
    this.#trying = true;
    this.#draw();
    const answer = await call("POST", "/office/preview", {
      body: JSON.parse(wish), language: this.#text.language, deadlineMs: PLAY_DEADLINE_MS,
    });
    this.#trying = false;
    this.#result = answer.ok ? { preview: checked(answer.body, isPreview), wish } : { answer, wish };
    this.#draw();
    this.#root.querySelector(".result")?.scrollIntoView({ block: "nearest" });
  }

  /** @type {import("./form.js").FormActions} */
  #actions = {
    day: (day) => this.#change(() => (this.#day = day)),
    set: (key, value) => this.#change(() => {
      if (value === null) this.#unfit.add(key);
      else {
        this.#unfit.delete(key);
        this.#entered.set(key, value);
      }
    }),
    undo: () => this.#change(() => {
      this.#entered.clear();
      this.#unfit.clear();
      this.#config = "";
      this.#fileTooLarge = false;
    }),
    config: (config) => this.#change(() => {
      this.#fileTooLarge = config.length > FILE_MAX;
      this.#config = this.#fileTooLarge ? "" : config;
    }),
    tooLarge: () => this.#change(() => (this.#fileTooLarge = true)),
    try: () => void this.#try(),
  };

  /** @param {() => void} change */
  #change(change) {
    change();
    this.#draw();
  }

  #draw() {
    const [text, office, form] = [this.#text, this.#office, this.#form];
    const state = this.#obstacle && !form ? "refused" : !form ? "asking" : form.days.length === 0 ? "empty"
      : this.#trying ? "trying" : this.#result?.preview ? "shown" : this.#result ? "wrong" : "ready";
    render(html`
      ${bar({ here: "preview", office, text })}
      <main class="preview" data-state=${state}>
        <div class="head"><h1>${text.say("preview-title")}</h1><p class="lead">${text.say("preview-lead")}</p></div>
        ${state === "refused" ? obstacle(this.#obstacle, text)
          : state === "asking" ? html`<p class="message" role="status">${text.say("preview-asking")}</p>`
            : state === "empty" ? html`<p class="message" role="status">${text.say("preview-no-day")}</p>`
              : this.#both(/** @type {import("./shape.js").Form} */ (form))}
      </main>`, this.#root);
  }

  /** @param {import("./shape.js").Form} form */
  #both(form) {
    const [text, office] = [this.#text, this.#office];
    const changes = changesOf(form.rules, this.#entered);
    return html`
      <div class="both">
        ${formOf({
          form, office, text, day: this.#day, entered: this.#entered, unfit: this.#unfit, changes, config: this.#config,
          fileTooLarge: this.#fileTooLarge, trying: this.#trying, actions: this.#actions,
        })}
        <section class="result" aria-live="polite" aria-busy=${this.#trying ? "true" : "false"}>
          ${this.#outcome()}
        </section>
      </div>`;
  }

  #outcome() {
    const text = this.#text;
    if (this.#trying) return html`<p class="message">${text.say("preview-trying")}</p>`;
    if (!this.#result) return html`<p class="message">${text.say("preview-nothing")}</p>`;
    const { preview, answer, wish } = this.#result;
    const outdated = wish !== this.#wish();
    return html`
      ${outdated ? html`<p class="note" data-note="outdated">${icon("clock")}<span>${
        text.say("preview-outdated")}</span></p>` : nothing}
      <div class=${outdated ? "outdated" : "fresh"}>
        ${preview ? resultOf({ preview, office: this.#office, text }) : this.#failed(answer)}
      </div>`;
  }

  /** @param {any} answer */
  #failed(answer) {
    const text = this.#text;
    const findings = answer.problem?.code === "wrong-set-up" ? answer.problem.findings : null;
    if (!Array.isArray(findings)) return obstacle(answer, text);
    return html`
      <div class="wrong" role="alert">
        <h2>${icon("x")}<span>${text.say("preview-wrong", { count: findings.length })}</span></h2>
        <ol>${findings.map((finding) => html`
          <li>${finding.line ? html`<b>${text.say("preview-line", { line: finding.line })}</b> ` : nothing}
            <samp>${finding.text}</samp></li>`)}</ol>
      </div>`;
  }
}
