/** The dialog of who has an appointment: the code by number pad or scanner, or one picked from today's. */
import { newKey } from "../shared/key.js";
import { codeIn, dayRows, isForKeys, neighbour, outlookOf } from "./appointments.js";
import { appointmentsPart } from "./parts/appointments-part.js";

/**
 * @typedef {object} Tools
 * @property {import("../shared/text.js").Text} text
 * @property {import("../shared/office.js").Office} office
 * @property {(method: "GET" | "POST", path: string, options?: { body?: unknown, key?: string }) => Promise<any>} call
 * @property {() => { id: string, name: string } | null} priority  that was chosen before, for who has come
 * @property {() => void} draw
 * @property {(ticket: any) => void} onTicket
 * @property {(service: string) => void} onOrdinary  an ordinary number instead
 * @property {() => boolean} hasOutage  whether there are numbers for an outage
 * @property {() => void} onOutage
 * @property {() => void} onBook
 */

export class AppointmentDialog {
  #tools;
  /** @type {import("./appointments.js").Appointment[]} */
  #day = [];
  #typed = "";
  #sending = false;
  /** @type {{ told: string, key: string } | null} the check-in that has no answer yet: asked again, it is the same */
  #pending = null;
  /** @type {string | null} why there is no number */
  #failed = null;
  isOpen = false;

  /** @param {Tools} tools */
  constructor(tools) {
    this.#tools = tools;
  }

  /** With what a scanner typed, it is asked for at once. @param {string} [scannedText] */
  open(scannedText = "") {
    if (!this.isOpen) {
      [this.#typed, this.#failed, this.isOpen] = ["", null, true];
      this.#tools.draw();
      element()?.showModal();
    }
    void this.load();
    this.#type(scannedText);
    focusField();
    if (scannedText) void this.#checkIn();
  }

  close() {
    element()?.close();
  }

  /** Today's appointments anew. */
  async load() {
    const answer = await this.#tools.call("GET", "/appointments");
    if (answer.ok) this.#day = answer.body.appointments;
    this.#tools.draw();
  }

  async #checkIn() {
    const code = codeIn(this.#typed);
    if (this.#sending) return;
    if (!code) return this.#fail(this.#typed.trim() ? this.#tools.text.say("reception-appointment-no-code") : null);
    const priority = this.#tools.priority()?.id;
    const told = `${code} ${priority}`;
    this.#pending = this.#pending?.told === told ? this.#pending : { told, key: newKey() };
    this.#sending = true;
    this.#fail(null);
    const body = priority ? { priority } : {};
    const answer = await this.#tools.call("POST", `/appointments/${code}/check-in`, { body, key: this.#pending.key });
    this.#sending = false;
    if (!answer.offline) this.#pending = null;
    if (answer.ok) {
      this.close();
      return this.#tools.onTicket(answer.body);
    }
    const { title = "", detail = "" } = answer.problem ?? {};
    this.#fail(answer.problem ? `${title}. ${detail}` : this.#tools.text.say("reception-no-answer"));
    void this.load();
    focusField();
  }

  /** @param {string | null} words */
  #fail(words) {
    this.#failed = words;
    this.#tools.draw();
    if (words) selectField();
  }

  /** @param {string} typed */
  #type(typed) {
    this.#typed = typed;
    this.#failed = null;
    this.#tools.draw();
  }

  /** The keys of the pad that are no digits, while no address is being typed. @param {KeyboardEvent} event */
  #key(event) {
    if (!isForKeys(this.#typed) || event.ctrlKey || event.altKey || event.metaKey) return;
    const deed = this.#deed(event.key);
    if (!deed) return;
    event.preventDefault();
    deed();
  }

  /** @param {string} key @returns {(() => void) | null} */
  #deed(key) {
    switch (key) {
      case "-":
      case "ArrowDown":
        return () => this.#pick(neighbour(this.#rows(), this.#typed, 1));
      case "ArrowUp":
        return () => this.#pick(neighbour(this.#rows(), this.#typed, -1));
      case "+":
        return () => this.#goOn(this.#tools.onBook);
      case "*":
        return () => { if (this.#tools.hasOutage()) this.#goOn(this.#tools.onOutage); };
      default:
        return null;
    }
  }

  /** To another dialog. @param {() => void} next */
  #goOn(next) {
    this.close();
    next();
  }

  /** @param {string} code */
  #pick(code) {
    this.#type(code);
    focusField();
    document.querySelector(`[data-appointment="${code}"]`)?.scrollIntoView({ block: "nearest" });
  }

  #closed() {
    this.isOpen = false;
    this.#tools.draw();
  }

  #rows() {
    return dayRows(this.#day, this.#tools.office.now());
  }

  part() {
    const { text, office, priority, hasOutage, onOutage, onBook, onOrdinary } = this.#tools;
    const rows = this.isOpen ? this.#rows() : [];
    const outlook = outlookOf(rows, this.#typed);
    return appointmentsPart({
      text, office, rows, outlook, isOpen: this.isOpen, typed: this.#typed, code: codeIn(this.#typed),
      sending: this.#sending, failed: this.#failed, priority: priority(), hasOutage: hasOutage(),
    }, {
      type: (typed) => this.#type(typed),
      key: (event) => this.#key(event),
      enter: () => void this.#checkIn(),
      pick: (code) => this.#pick(code),
      ordinary: (service) => this.#goOn(() => onOrdinary(service)),
      book: () => this.#goOn(onBook),
      outage: () => this.#goOn(onOutage),
      close: () => this.close(),
      closed: () => this.#closed(),
    });
  }
}

/** @returns {HTMLDialogElement | null} */
function element() {
  const dialog = document.querySelector("dialog.appointments");
  return dialog instanceof HTMLDialogElement ? dialog : null;
}

function focusField() {
  const field = document.querySelector("#appointment-code");
  if (field instanceof HTMLElement) field.focus();
}

/** What is typed next takes the place of what was refused. */
function selectField() {
  const field = document.querySelector("#appointment-code");
  if (field instanceof HTMLInputElement) field.select();
}
