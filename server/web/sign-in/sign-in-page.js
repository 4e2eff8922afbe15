/** The sign-in page: officer, PIN, counter, each with the number pad alone; or password; or a directory elsewhere. */
import { html, nothing, render } from "../vendor/lit-html/lit-html.js";
import { call } from "../shared/api.js";
import { icon } from "../shared/icons.js";
import { newKey } from "../shared/key.js";
import { name } from "../shared/office.js";
import { counterRows, proposed } from "../desk/counters.js";
import { serviceNaming } from "../desk/services.js";
import { counterIn, inLanguage, keepChoices, nextPath } from "./addresses.js";
import { keepAway } from "./directory.js";
import { recall, remember } from "./habit.js";
import { officerRows } from "./officers.js";
import { CounterField } from "./parts/counter-field.js";
import { notice } from "./parts/notice.js";
import { OfficerField } from "./parts/officer-field.js";
import { picture } from "./parts/picture.js";
import { directoryButton, otherWaysIn, proofFields } from "./parts/proof-fields.js";
import { isJustComplete, missing } from "./pin.js";
import { destination, lockedFor, troubleFrom } from "./trouble.js";
import { credentials, isPinGood, wayOf } from "./way.js";

/** How often the counters are asked for again, ms. */
const REFRESH_MS = 5_000;

/** The server asks the directory for at most 12 s (`STEP_MAX` there). */
const DIRECTORY_MS = 15_000;

export class SignInPage {
  #root; #office; #text; #officer; #counter;
  /** @type {import("../desk/counters.js").CounterAnswer[]} */
  #counters = [];
  #waiting = 0;
  #pinLength = 0;
  #sending = false;
  /** @type {import("./trouble.js").Trouble | null} */
  #trouble = null;
  #unreachable = false;
  /** @type {import("./way.js").Way | null} */
  #chosenWay = null;
  #needsCode = false;
  /** @type {string | null} the state of a try that the directory has vouched for, and whose code is missing */
  #vouched = null;
  /** @type {{ officer: string, role: string } | null} signed in already, but the counter could not be opened */
  #session = null;

  /**
   * @param {HTMLElement} root
   * @param {{ office: import("../shared/office.js").Office, text: import("../shared/text.js").Text }} options
   */
  constructor(root, { office, text }) {
    this.#root = root;
    this.#office = office;
    this.#text = text;
    const rows = officerRows(office.officers, (texts) => name(texts, text.language));
    this.#officer = new OfficerField({
      text, rows,
      redraw: () => this.#draw(),
      onChanged: () => this.#officerChanged(),
      onChosen: () => {
        this.#draw();
        this.#focusProof();
      },
    });
    const serviceOf = serviceNaming(office, text.language);
    this.#counter = new CounterField({
      text,
      serviceName: (code) => serviceOf(code).name,
      redraw: () => this.#draw(),
      submit: () => void this.#submit(),
      onBack: () => {
        this.#emptyProof();
        this.#focusProof();
      },
    });
  }

  /**
   * @param {{ returned: import("./directory.js").Returned, counter: number | null } | null} back  from the directory
   */
  start(back) {
    const habit = recall();
    if (habit) this.#officer.name = habit.name;
    this.#draw();
    if (habit) this.#focusProof();
    else this.#focus("officer");
    const before = back?.counter ?? counterIn(nextPath(location.search)) ?? habit?.counter ?? null;
    void this.#refresh(before);
    if (back) void this.#comeBack(back.returned, back.counter);
    setInterval(() => this.#draw(), 1_000);
  }

  /** @param {number | null} [before]  the counter to propose, once */
  async #refresh(before) {
    const [counters, services] = await Promise.all([call("GET", "/counters"), call("GET", "/services")]);
    this.#unreachable = Boolean(counters.offline);
    if (counters.ok) {
      this.#counters = counters.body.counters;
      this.#counter.rows = this.#counterRows();
      if (before !== undefined) this.#counter.propose(proposed(this.#counter.rows, before));
      before = undefined;
    }
    if (services.ok) {
      this.#waiting = services.body.services.reduce(
        (/** @type {number} */ sum, /** @type {{ waiting: number }} */ { waiting }) => sum + waiting, 0);
    }
    this.#draw();
    setTimeout(() => void this.#refresh(before), REFRESH_MS);
  }

  #counterRows() {
    return counterRows(this.#counters, this.#officer.name || null);
  }

  #officerChanged() {
    // Another account, another PIN, another lock.
    this.#trouble = null;
    this.#session = null;
    this.#chosenWay = null;
    this.#vouched = null;
    this.#needsCode = false;
    this.#emptyProof();
    this.#counter.rows = this.#counterRows();
    this.#counter.propose(proposed(this.#counter.rows, this.#counter.chosen));
  }

  async #submit() {
    this.#officer.settle();
    if (this.#sending || lockedFor(this.#trouble, performance.now())) return;
    if (!this.#officer.name && this.#way() !== "directory") return this.#focus("officer");
    if (!this.#session && !this.#isComplete()) return;
    // `Enter` after the PIN goes on to the counter when there is one to choose; without one, choosing comes later.
    const atPin = document.activeElement === this.#field("pin");
    if (this.#counter.chosen === null && atPin && this.#counter.focus()) return;
    this.#become({ sending: true, trouble: null });
    const trouble = await this.#signIn();
    this.#become({ sending: false, trouble });
    if (this.#needsCode && !trouble && !this.#session) return this.#focus("code");
    if (!trouble || trouble.kind === "offline") return;
    if (this.#needsCode && trouble.kind !== "locked") return this.#emptyCode();
    this.#emptyProof();
    if (this.#session) this.#counter.focus();
    else if (trouble.kind !== "locked") this.#focusProof();
  }

  /** A PIN that can't be right is not sent: it would cost a try. An empty field is not sent either. */
  #isComplete() {
    if (this.#way() === "pin") {
      const left = missing(this.#value("pin"));
      if (left === 0) return true;
      this.#become({ sending: false, trouble: { kind: "short-pin", missing: left } });
      this.#focus("pin");
      return false;
    }
    const fields = [...this.#root.querySelectorAll("[data-field=recovery], [data-field=password], [data-field=code]")];
    const empty = fields.find((field) => /** @type {HTMLInputElement} */ (field).value === "");
    if (empty) /** @type {HTMLElement} */ (empty).focus();
    return !empty;
  }

  /** @returns {Promise<import("./trouble.js").Trouble | null>} */
  async #signIn() {
    const language = this.#text.language;
    const officer = this.#officer.name;
    const way = this.#way();
    if (way === "directory" ? !this.#session : this.#session?.officer !== officer) {
      const answer = way === "directory" ? await this.#askDirectory({ second_factor: this.#value("code") })
        : await call("POST", "/sessions", { language, body: credentials(way, {
          name: officer, pin: this.#value("pin"), password: this.#value("password"), code: this.#value("code"),
          recovery: this.#value("recovery"),
        }) });
      if (answer.problem?.code === "second-factor-needed") {
        this.#needsCode = true;
        return null;
      }
      if (!answer.ok) return troubleFrom(answer, performance.now());
      this.#session = { officer: way === "directory" ? answer.body.name : officer, role: answer.body.role };
    }
    return this.#goOn(this.#counter.chosen);
  }

  /**
   * Signed in, and on to work.
   * @param {number | null} chosen  the counter
   * @returns {Promise<import("./trouble.js").Trouble | null>}
   */
  async #goOn(chosen) {
    const { officer, role } = /** @type {{ officer: string, role: string }} */ (this.#session);
    const language = this.#text.language;
    const counter = role === "officer" ? chosen : null;
    if (counter !== null) {
      const answer = await call("POST", `/counters/${counter}/open`, { language, key: newKey() });
      if (!answer.ok) return this.#counterRefused(answer);
    }
    remember({ name: officer, counter });
    const page = destination({ role, counter, next: nextPath(location.search) });
    location.assign(keepChoices(page, location.search));
    return null;
  }

  /** Off to the directory. */
  async #leave() {
    if (this.#sending) return;
    this.#become({ sending: true, trouble: null });
    const language = this.#text.language;
    const answer = await call("POST", "/sessions/directory", { language, deadlineMs: DIRECTORY_MS });
    if (!answer.ok) return this.#become({ sending: false, trouble: troubleFrom(answer, performance.now()) });
    keepAway({ search: location.search, counter: this.#counter.chosen });
    location.assign(answer.body.address);
  }

  /** @param {import("./directory.js").Returned} returned @param {number | null} counter */
  async #comeBack(returned, counter) {
    this.#vouched = returned.state;
    this.#become({ sending: true, trouble: null });
    const answer = await this.#askDirectory(returned);
    if (answer.problem?.code === "second-factor-needed") {
      this.#chosenWay = "directory";
      this.#needsCode = true;
      this.#become({ sending: false, trouble: null });
      return this.#focus("code");
    }
    if (!answer.ok) return this.#become({ sending: false, trouble: troubleFrom(answer, performance.now()) });
    this.#session = { officer: answer.body.name, role: answer.body.role };
    this.#officer.name = answer.body.name;
    this.#become({ sending: false, trouble: await this.#goOn(counter) });
  }

  /** @param {{ code?: string, error?: string, iss?: string, second_factor?: string }} said */
  #askDirectory(said) {
    const body = { ...said, state: this.#vouched };
    return call("PUT", "/sessions/directory", { body, language: this.#text.language, deadlineMs: DIRECTORY_MS });
  }

  /** What the directory is called; empty where there is none. */
  #directory() {
    return name(this.#office.sign_in?.directory, this.#text.language);
  }

  /** @param {import("../shared/api.js").Refused | import("../shared/api.js").Unreachable} answer */
  #counterRefused(answer) {
    if (answer.problem?.code === "not-signed-in") this.#session = null;
    else if (!answer.offline) this.#counter.propose(null);
    return troubleFrom(answer, performance.now());
  }

  /** @param {{ sending: boolean, trouble: import("./trouble.js").Trouble | null }} change */
  #become({ sending, trouble }) {
    this.#sending = sending;
    this.#trouble = trouble;
    this.#draw();
  }

  #way() {
    return wayOf({ name: this.#officer.name, chosen: this.#chosenWay, office: this.#office });
  }

  /** @param {import("./way.js").Way} way */
  #choose(way) {
    this.#chosenWay = way;
    this.#needsCode = false;
    this.#trouble = null;
    this.#emptyProof();
    this.#focusProof();
  }

  /** @param {string} name @returns {HTMLInputElement | null} */
  #field(name) {
    return this.#root.querySelector(`[data-field=${name}]`);
  }

  /** @param {string} name */
  #value(name) {
    return this.#field(name)?.value ?? "";
  }

  /** @param {string} pin */
  #pinTyped(pin) {
    const complete = isJustComplete(this.#pinLength, pin);
    this.#pinLength = pin.length;
    if (this.#trouble?.kind === "short-pin") this.#trouble = null;
    this.#draw();
    if (complete) this.#counter.focus({ afterPin: true });
  }

  #emptyProof() {
    for (const name of ["pin", "password", "code", "recovery"]) {
      const field = this.#field(name);
      if (field) field.value = "";
    }
    this.#pinLength = 0;
    this.#draw();
  }

  #emptyCode() {
    const code = this.#field("code");
    if (code) code.value = "";
    code?.focus();
  }

  #focusProof() {
    const way = this.#way();
    this.#focus(way === "directory" ? "code" : way);
  }

  /** @param {"officer" | "code" | "pin" | "password" | "recovery"} field */
  #focus(field) {
    this.#field(field)?.focus();
  }

  #draw() {
    const text = this.#text;
    const locked = lockedFor(this.#trouble, performance.now());
    if (this.#trouble?.kind === "locked" && !locked) this.#trouble = null;
    const trouble = this.#trouble ?? (this.#unreachable ? { kind: /** @type {const} */ ("offline") } : null);
    const state = this.#sending ? "sending" : trouble?.kind ?? "ready";
    document.title = text.say("sign-in-title");
    render(html`
      <main class="sign-in" data-state=${state}>
        ${picture({ text, office: this.#office, waiting: this.#waiting })}
        <form novalidate autocomplete="off" @submit=${(/** @type {Event} */ event) => {
          event.preventDefault();
          void this.#submit();
        }}>
          ${notice({ text, trouble, locked })}
          <h2>${text.say("sign-in-title")}</h2>
          ${this.#way() === "directory" ? nothing : this.#officer.part()}
          ${proofFields({
            text, way: this.#way(), needsCode: this.#needsCode, length: this.#pinLength, locked: locked !== null,
            directory: this.#directory(),
            onPin: (pin) => this.#pinTyped(pin),
          })}
          ${this.#counter.part()}
          <button class="start" data-action="start" ?disabled=${this.#sending || locked !== null}>
            ${text.say(this.#startLabel())}
          </button>
          ${directoryButton({
            text, directory: this.#directory(), disabled: this.#sending, onLeave: () => void this.#leave(),
          })}
          <p>${text.say(isPinGood(this.#office) ? "sign-in-help" : "sign-in-help-password")}</p>
          ${otherWaysIn({
            text, way: this.#way(), office: this.#office, onWay: (way) => this.#choose(way),
            pairing: isPinGood(this.#office) ? null : this.#pairing(),
          })}
          ${this.#languageLink()}
        </form>
      </main>`, this.#root);
  }

  /** The page that makes this computer a desk, and leads back here. */
  #pairing() {
    const next = `${location.pathname}${location.search}`;
    return keepChoices(`/pair?${new URLSearchParams({ role: "desk", next })}`, location.search);
  }

  #startLabel() {
    if (this.#sending) return "sign-in-sending";
    return this.#counter.chosen === null ? "sign-in-enter" : "sign-in-start";
  }

  #languageLink() {
    const { languages } = this.#office;
    if (languages.length < 2) return nothing;
    const other = languages[(languages.indexOf(this.#text.language) + 1) % languages.length];
    return html`<a class="language" href=${inLanguage(location, other)} lang=${other} data-action="language">
      ${icon("globe")}${this.#text.say("sign-in-language")}</a>`;
  }
}
