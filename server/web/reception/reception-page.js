/** The page of the reception: holds what is known and chosen, sends, draws. The rules stand beside it. */
import { html, nothing, render } from "../vendor/lit-html/lit-html.js";
import { call } from "../shared/api.js";
import { icon } from "../shared/icons.js";
import { newKey } from "../shared/key.js";
import { Live } from "../shared/live.js";
import { Renewal } from "../shared/renewal.js";
import { name, named } from "../shared/office.js";
import { wallClock } from "../shared/time.js";
import { singleKeysAreOn } from "../shared/single-keys.js";
import { inLanguage } from "../sign-in/addresses.js";
import { AppointmentDialog } from "./appointment-dialog.js";
import { BookDialog } from "./book-dialog.js";
import { choose, chosenOf, newForm, whyNotAdded, wishOf } from "./form.js";
import { Given } from "./given.js";
import { receptionKey } from "./keys.js";
import { reprintWord } from "./printer.js";
import { OutageDialog } from "./outage-dialog.js";
import { bar } from "./parts/bar.js";
import { formPart } from "./parts/form-part.js";
import { givenPart } from "./parts/given-part.js";
import { peoplePart } from "./parts/people-part.js";
import { peopleRows } from "./people.js";
import { Refresh } from "./refresh.js";
import { nothingScanned, scanned } from "./scan.js";

/** A key that is pressed twice by a trembling hand gives one ticket, ms. */
const QUIET_MS = 400;

/**
 * @typedef {import("../shared/office.js").Office} Office
 * @typedef {import("./form.js").PaperNumbers} PaperNumbers
 * @typedef {{ tone: "bad" | "warn" | "fine", text: string }} Notice
 *
 * @typedef {object} ReceptionModel  all that the parts of the page draw from
 * @property {import("../shared/text.js").Text} text
 * @property {Office} office
 * @property {{ name: string, role: string }} session
 * @property {{ services: { code: string, waiting: number, forecast: { from: number, to: number } | null,
 *   after_break: string | null }[], printer: { state: string, reprint_failed: number | null } }} view
 * @property {import("./form.js").Form} form
 * @property {PaperNumbers[]} numbers
 * @property {string | null} stale  wall clock of the moment when the connection was lost
 * @property {boolean} sending
 * @property {Notice | null} notice  what came of the last deed, when it is not a ticket
 * @property {string} search
 * @property {number | null} open  the ticket of the list whose deeds are shown
 * @property {ReturnType<typeof peopleRows>} rows
 * @property {number} total
 */

export class ReceptionPage {
  #root; #office; #text; #session; #onGone; #live; #given; #outage; #appointments; #book; #refresh; #form; #renewal;
  /** @type {ReceptionModel["view"] | null} */
  #view = null;
  /** @type {{ tickets: any[], away: any[], total: number }} */
  #queue = { tickets: [], away: [], total: 0 };
  /** @type {PaperNumbers[]} */
  #numbers = [];
  /** @type {string | null} */
  #lostAt = null;
  #sending = false;
  #listensAt = 0;
  /** @type {{ id: number, number: string } | null} whose slip was asked for once more last */
  #reprinted = null;
  /** @type {{ wish: string, key: string } | null} the order that has no answer yet: asked again, it is the same one */
  #pending = null;
  /** @type {Notice | null} */
  #notice = null;
  #search = "";
  /** @type {number | null} */
  #open = null;
  #over = false;

  /**
   * @param {HTMLElement} root
   * @param {{ office: Office, text: import("../shared/text.js").Text, session: { name: string, role: string },
   *   onGone: () => void }} options  `onGone`: nobody is signed in any more
   */
  constructor(root, { office, text, session, onGone }) {
    this.#root = root;
    this.#office = office;
    this.#text = text;
    this.#session = session;
    this.#onGone = onGone;
    this.#form = newForm(office.languages[0]);
    this.#refresh = new Refresh({ run: () => this.#ask() });
    this.#given = new Given({ draw: () => this.#draw() });
    this.#outage = new OutageDialog({
      text,
      services: named(office.services.map((service) => ({ ...service, id: service.code })), text.language),
      numbersOf: (service) => this.#numbers.find(({ services }) => services.includes(service)),
      send: (body, key) => this.#call("POST", "/outage", { body, key }),
      draw: () => this.#draw(),
      onEntered: () => this.#refresh.now(),
    });
    this.#book = new BookDialog({
      office, text,
      call: (method, path, options) => this.#call(method, path, options),
      language: () => this.#form.language,
      draw: () => this.#draw(),
    });
    this.#appointments = this.#appointmentDialog();
    this.#live = new Live({
      path: "/live/kiosk",
      onView: (view) => this.#show(view),
      onState: (state) => this.#connection(state),
      onClock: office.sync,
      onSetUp: () => void this.#renewal.look(),
    });
    this.#renewal = new Renewal({ office });
  }

  #appointmentDialog() {
    const [office, text] = [this.#office, this.#text];
    return new AppointmentDialog({
      text, office,
      call: (method, path, options) => this.#call(method, path, options),
      priority: () => {
        const found = office.priorities.find(({ id }) => id === this.#form.priority);
        return found ? { id: found.id, name: name(found.name, text.language) } : null;
      },
      draw: () => this.#draw(),
      onTicket: (ticket) => this.#hand(ticket, false),
      onOrdinary: (service) => {
        this.#form = { ...newForm(office.languages[0]), priority: this.#form.priority };
        this.#choose({ type: "service", code: service });
        focus(this.#root.querySelector("main"));
      },
      onBook: () => this.#book.open(),
      hasOutage: () => this.#numbers.length > 0,
      onOutage: () => this.press({ type: "outage" }),
    });
  }

  start() {
    document.title = this.#text.say("reception-title");
    document.addEventListener("keydown", this.#listen);
    this.#live.start();
    this.#tickSeconds();
  }

  /** @type {(event: KeyboardEvent) => void} */
  #listen = (event) => {
    if (event.defaultPrevented || this.#over || !this.#view) return;
    if (this.#outage.isOpen || this.#appointments.isOpen || this.#book.isOpen) return;
    if (this.#isScanner(event)) return event.preventDefault();
    const press = singleKeysAreOn() ? receptionKey(event, targetOf(event), this.#office.services) : null;
    if (!press) return;
    event.preventDefault();
    this.press(press);
  };

  #scan = nothingScanned;
  /** The form before the scanner's first letters chose something. @type {import("./form.js").Form | null} */
  #beforeScan = null;

  /** A scanner's keys are no choices; with its last one it is asked what they name. @param {KeyboardEvent} event */
  #isScanner(event) {
    if (!this.#office.appointments.given || ["field", "paper"].includes(targetOf(event))) return false;
    const { scan, held, begins, ended } = scanned(this.#scan, event.key, event.timeStamp);
    this.#scan = scan;
    if (begins) this.#beforeScan = this.#form;
    if (held && this.#beforeScan) [this.#form, this.#beforeScan] = [this.#beforeScan, null];
    if (ended) this.#appointments.open(ended);
    return held;
  }

  /** A key, or its button. @param {import("./keys.js").Press} press */
  press(press) {
    this.#open = null;
    switch (press.type) {
      case "service":
        return this.#want(press);
      case "give":
        return void this.#give();
      case "clear":
        // The citizen whose number has no answer yet may be gone: the next one gets their own.
        [this.#notice, this.#pending] = [null, null];
        return this.#choose(press);
      case "take-away":
      case "cases":
      case "next-priority":
      case "next-language":
      case "paper":
        return this.#choose(press);
      case "search":
        return focus(this.#root.querySelector("#search"));
      case "reprint":
        if (this.#given.ticket) void this.#reprint(this.#given.ticket);
        return;
      case "back":
        return this.press({ type: this.#form.service ? "take-away" : "give-back" });
      case "give-back":
        return this.#given.askOrGiveBack((ticket) => void this.#giveBack(ticket));
      case "appointments":
        if (this.#office.appointments.given) return this.#appointments.open();
        return this.press({ type: "outage" });
      case "outage":
        if (this.#numbers.length > 0) this.#outage.open(this.#absences);
        return;
    }
  }

  /** A service's key. @param {{ type: "service", code: string }} choice */
  #want(choice) {
    // The same service once more is as good as Enter: the finger is there.
    if (!this.#form.paper && chosenOf(this.#form).at(-1) === choice.code) return void this.#give();
    const why = whyNotAdded(this.#form, choice.code, this.#office);
    if (why) return this.#say("warn", this.#text.say(`reception-then-${why}`, { count: this.#office.services_max }));
    this.#notice = null;
    this.#choose(choice);
  }

  /** @type {{ gone: string, back: string }[]} */
  #absences = [];

  /** @param {import("./form.js").Choice} choice */
  #choose(choice) {
    const possible = { ...this.#office, numbers: this.#numbers };
    this.#form = choose(this.#form, choice, possible);
    this.#draw();
    if ((choice.type === "service" || choice.type === "paper") && this.#form.paper && this.#form.service) {
      const field = this.#root.querySelector("#paper-number");
      focus(field);
      if (field instanceof HTMLInputElement) field.select();
    }
  }

  async #give() {
    const now = performance.now();
    const wish = wishOf(this.#form, this.#numbers);
    if (!wish || this.#sending || now < this.#listensAt || this.#lostAt !== null) return;
    const told = JSON.stringify(wish);
    this.#pending = this.#pending?.wish === told ? this.#pending : { wish: told, key: newKey() };
    this.#sending = true;
    this.#notice = null;
    this.#draw();
    const answer = await this.#call("POST", "/tickets", { body: wish, key: this.#pending.key });
    this.#sending = false;
    this.#listensAt = performance.now() + QUIET_MS;
    if (answer.ok) {
      this.#pending = null;
      this.#hand(answer.body, "paper_number" in wish);
      // Its slip may be out, in the hands of who stood here before.
      const { given_before: before, number } = answer.body;
      if (before) this.#say("warn", this.#text.say("reception-given-before", { number }));
      return;
    }
    // Without an answer the same key is sent again: then it is the same ticket, however often.
    if (!answer.offline) this.#pending = null;
    this.#say("bad", answer.problem?.detail ?? this.#text.say("reception-no-answer"));
  }

  /** The citizen has it. @param {any} ticket @param {boolean} paper  its number stands on a paper */
  #hand(ticket, paper) {
    this.#notice = null;
    this.#given.show(ticket, { paper, priority: this.#form.priority !== null });
    this.#choose({ type: "given" });
    // Its slip may be out, in the hands of who stood here before.
    const { given_before: before, number } = ticket;
    if (before) this.#say("warn", this.#text.say("reception-given-before", { number }));
    focus(this.#root.querySelector("main"));
    this.#refresh.now();
  }

  /** @param {{ id: number, number: string }} ticket */
  async #reprint({ id, number }) {
    const answer = await this.#call("POST", `/tickets/${id}/slip`, { key: newKey() });
    if (!answer.ok) return this.#sayFailure(answer);
    this.#reprinted = { id, number };
    if (answer.body.print === "none") return this.#say("warn", this.#text.say("reception-slip-none"));
    this.#given.reprinted(id);
    const word = reprintWord(this.#view?.printer.state ?? "unknown");
    this.#say(word.tone, this.#text.say(word.id, { number }));
  }

  /** @param {{ id: number, number: string }} ticket */
  async #giveBack({ id, number }) {
    const answer = await this.#call("DELETE", `/tickets/${id}`, { key: newKey() });
    if (!answer.ok) return this.#sayFailure(answer);
    this.#given.forget(id);
    this.#say("fine", this.#text.say("reception-given-back", { number }));
    this.#refresh.now();
  }

  /** @param {{ id: number, number: string }} ticket */
  async #letBack({ id, number }) {
    const answer = await this.#call("POST", `/tickets/${id}/return`, { key: newKey() });
    if (!answer.ok) return this.#sayFailure(answer);
    this.#say("fine", this.#text.say("reception-returned", { number }));
    this.#refresh.now();
  }

  /** @param {{ id: number, number: string }} ticket @param {string} priority */
  async #grant({ id, number }, priority) {
    const answer = await this.#call("POST", `/tickets/${id}/priority`, { body: { priority }, key: newKey() });
    if (!answer.ok) return this.#sayFailure(answer);
    this.#say("fine", this.#text.say("reception-granted", { number }));
    this.#refresh.now();
  }

  /** @param {any} answer */
  #sayFailure(answer) {
    this.#say("bad", answer.problem?.detail ?? this.#text.say("reception-no-answer"));
  }

  /** @param {Notice["tone"]} tone @param {string} text */
  #say(tone, text) {
    this.#open = null;
    this.#notice = { tone, text };
    this.#draw();
  }

  /**
   * @param {"GET" | "POST" | "DELETE"} method @param {string} path
   * @param {{ body?: unknown, key?: string }} [options]
   */
  async #call(method, path, options) {
    const answer = await call(method, path, { ...options, language: this.#text.language });
    if (!answer.ok && answer.problem?.code === "not-signed-in") this.#leave();
    return answer;
  }

  /** Asks for what no live view tells: who waits, and the numbers for paper. */
  async #ask() {
    const [queue, outage] = await Promise.all([
      this.#call("GET", "/queue?limit=1000"), this.#call("GET", "/outage"),
      this.#appointments.isOpen ? this.#appointments.load() : null,
    ]);
    if (this.#over) return;
    if (queue.ok) this.#queue = queue.body;
    if (outage.ok) {
      this.#absences = outage.body.absences;
      this.#numbers = outage.body.numbers.map((/** @type {any} */ one) => ({
        ...one,
        services: this.#office.services.filter(({ prefix }) => prefix === one.prefix).map(({ code }) => code),
      }));
    }
    this.#draw();
  }

  /** @param {ReceptionModel["view"]} view */
  #show(view) {
    this.#view = view;
    if (this.#reprinted && view.printer.reprint_failed === this.#reprinted.id) {
      this.#say("bad", this.#text.say("reception-reprint-failed", { number: this.#reprinted.number }));
      this.#reprinted = null;
    }
    this.#refresh.soon();
    this.#draw();
  }

  /** @param {import("../shared/live.js").LiveState} state */
  #connection(state) {
    // Back again, perhaps with another set-up or version: the first frame has nothing to compare with.
    if (state === "live") void this.#renewal.look();
    this.#lostAt = state === "stale" ? wallClock(this.#office.stamp()) : null;
    this.#draw();
  }

  #leave() {
    if (this.#over) return;
    this.#over = true;
    document.removeEventListener("keydown", this.#listen);
    this.#live.stop();
    this.#given.stop();
    this.#onGone();
  }

  async #signOut() {
    const answer = await call("DELETE", "/sessions/current", { language: this.#text.language });
    if (answer.ok || answer.problem?.code === "not-signed-in") this.#leave();
    else this.#sayFailure(answer);
  }

  /** Nobody is in the middle of something that loading the page anew would lose. */
  #isQuiet() {
    const isTyping = this.#form.service !== null || this.#search !== "" || this.#sending || this.#pending !== null;
    const isOpen = this.#outage.isOpen || this.#appointments.isOpen || this.#book.isOpen || this.#open !== null;
    return !isTyping && !isOpen && this.#lostAt === null;
  }

  #tickSeconds() {
    if (this.#over) return;
    this.#draw();
    if (this.#isQuiet()) void this.#renewal.renew(this.#office.stamp());
    setTimeout(() => this.#tickSeconds(), 1_000 - (this.#office.now() % 1_000) + 5);
  }

  #draw() {
    if (this.#over || !this.#view) return;
    render(this.#page(this.#model(this.#view)), this.#root);
  }

  /** @param {ReceptionModel["view"]} view @returns {ReceptionModel} */
  #model(view) {
    return {
      text: this.#text, office: this.#office, session: this.#session, view, form: this.#form, numbers: this.#numbers,
      stale: this.#lostAt, sending: this.#sending, notice: this.#notice, search: this.#search, open: this.#open,
      rows: peopleRows(this.#queue, this.#search, this.#office.now()),
      total: this.#queue.total,
    };
  }

  /** @param {ReceptionModel} model */
  #page(model) {
    const { text, stale, office } = model;
    const other = office.languages[(office.languages.indexOf(text.language) + 1) % office.languages.length];
    const press = (/** @type {import("./keys.js").Press} */ one) => this.press(one);
    return html`
      <main class="reception" tabindex="-1" data-connection=${stale ? "stale" : "live"} ?data-busy=${model.sending}>
        ${bar(model, {
          time: wallClock(office.stamp()),
          otherLanguage: office.languages.length > 1 ? inLanguage(location, other) : null,
          other,
          signOut: () => void this.#signOut(),
        })}
        ${stale ? html`
          <p class="offline" role="status">${icon("unlink")}<span>
            <b>${text.say("reception-offline", { time: stale })}</b>
            ${text.say("reception-offline-advice")}</span></p>` : nothing}
        <div class="columns">
          ${formPart(model, { press, choose: (choice) => this.#choose(choice) })}
          ${givenPart(model, this.#given.state, press)}
          ${peoplePart(model, {
            search: (typed) => { this.#search = typed; this.#draw(); },
            open: (id) => { this.#open = this.#open === id ? null : id; this.#draw(); },
            giveBack: (ticket) => void this.#giveBack(ticket),
            letBack: (ticket) => void this.#letBack(ticket),
            reprint: (ticket) => void this.#reprint(ticket),
            grant: (ticket, priority) => void this.#grant(ticket, priority),
          })}
        </div>
        ${this.#outage.part()}
        ${office.appointments.given ? [this.#appointments.part(), this.#book.part()] : nothing}
      </main>`;
  }
}

/** @param {KeyboardEvent} event @returns {"field" | "paper" | "control" | "page"} */
function targetOf({ target }) {
  if (!(target instanceof Element)) return "page";
  if (target.id === "paper-number") return "paper";
  if (target.closest("input, textarea, select, [contenteditable]")) return "field";
  return target.closest("a, button, summary") ? "control" : "page";
}

/** @param {Element | null} element */
function focus(element) {
  if (element instanceof HTMLElement) element.focus();
}
