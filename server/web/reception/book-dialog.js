/** The dialog in which an appointment is booked for somebody: service, day, time, by the keys of the pad. */
import { happen, needsSlots, newBooking } from "../book/booking.js";
import { newKey } from "../shared/key.js";
import { named } from "../shared/office.js";
import { bookKey, optionsOf } from "./book-options.js";
import { bookPart } from "./parts/book-part.js";

/**
 * @typedef {object} Tools
 * @property {import("../shared/text.js").Text} text
 * @property {import("../shared/office.js").Office} office
 * @property {(method: "GET" | "POST", path: string, options?: { body?: unknown, key?: string }) => Promise<any>} call
 * @property {() => string} language  of the citizen
 * @property {() => void} draw
 */

export class BookDialog {
  #tools; #services; #booking;
  #marked = 0;
  /** @type {any} the appointment that was booked */
  #booked = null;
  isOpen = false;

  /** @param {Tools} tools */
  constructor(tools) {
    this.#tools = tools;
    const { office, text } = tools;
    const given = office.services.filter(({ appointments }) => appointments);
    this.#services = named(given.map((service) => ({ ...service, id: service.code })), text.language);
    this.#booking = this.#new();
  }

  open() {
    [this.#booking, this.#booked, this.#marked, this.isOpen] = [this.#new(), null, 0, true];
    this.#tools.draw();
    element()?.showModal();
    element()?.focus();
    void this.#ask();
  }

  close() {
    element()?.close();
  }

  #new() {
    return newBooking(this.#services.map(({ id }) => id));
  }

  /** @param {import("../book/booking.js").Happening} happening */
  #happen(happening) {
    const { step } = this.#booking;
    this.#booking = happen(this.#booking, happening);
    if (step !== this.#booking.step) this.#marked = 0;
    this.#tools.draw();
    element()?.focus();
  }

  /** Asks for days and times where they are needed. */
  async #ask() {
    const { service, step } = this.#booking;
    if (!service || !needsSlots(this.#booking)) return;
    const day = step === "time" ? this.#booking.day : null;
    const query = new URLSearchParams({ service, ...(day ? { day } : {}) });
    const answer = await this.#tools.call("GET", `/appointments/slots?${query}`);
    if (answer.ok) {
      const { days, slots } = answer.body;
      return this.#happen({ type: "slots", service, day, days, slots });
    }
    this.#happen({ type: "slots-failed", words: this.#words(answer) });
  }

  /** @param {any} answer */
  #words(answer) {
    return answer.problem?.detail ?? this.#tools.text.say("reception-no-answer");
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
    const press = bookKey(event.key, this.#marked, this.#options()?.length ?? 0);
    if (!press) return;
    event.preventDefault();
    switch (press.type) {
      case "back":
        return this.#back();
      case "mark":
        this.#marked = press.place;
        this.#tools.draw();
        return document.querySelector("[data-marked=true]")?.scrollIntoView({ block: "nearest" });
      case "choose":
        return this.#choose(press.place);
    }
  }

  #back() {
    if (this.#booked || this.#booking.step === "service") return this.close();
    if (this.#booking.step === "day" && this.#services.length === 1) return this.close();
    this.#happen({ type: "back" });
    void this.#ask();
  }

  /** @param {number} place */
  #choose(place) {
    const id = this.#options()?.[place]?.id;
    if (this.#booked) return this.close();
    const { step } = this.#booking;
    if (step === "check") return void this.#book();
    if (id === undefined) return;
    this.#happen({ type: `choose-${step}`, [step]: id, key: newKey() });
    void this.#ask();
  }

  async #book() {
    if (this.#booking.sending) return;
    this.#happen({ type: "book" });
    const { service, day, time, key } = this.#booking;
    const body = { service, day, time, language: this.#tools.language() };
    const answer = await this.#tools.call("POST", "/appointments", { body, key: key ?? newKey() });
    if (answer.ok) {
      this.#booked = answer.body;
      this.#tools.draw();
      // What had the focus is gone: the keys are the dialog's.
      return element()?.focus();
    }
    this.#happen({ type: answer.offline ? "book-failed" : "book-refused", words: this.#words(answer) });
    void this.#ask();
  }

  #options() {
    return optionsOf(this.#booking, this.#services, this.#tools.text.language);
  }

  part() {
    const { text } = this.#tools;
    return bookPart({
      text, isOpen: this.isOpen, booking: this.#booking, booked: this.#booked, marked: this.#marked,
      options: this.#options(), service: this.#services.find(({ id }) => id === this.#booking.service) ?? null,
    }, {
      key: (event) => this.#key(event),
      choose: (place) => this.#choose(place),
      back: () => this.#back(),
      closed: () => { this.isOpen = false; this.#tools.draw(); },
    });
  }
}

/** @returns {HTMLDialogElement | null} */
function element() {
  const dialog = document.querySelector("dialog.booking");
  return dialog instanceof HTMLDialogElement ? dialog : null;
}
