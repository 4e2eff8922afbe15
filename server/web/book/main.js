/** The booking page: puts touch and network together; what they mean is in `booking.js`. */
import { render } from "../vendor/lit-html/lit-html.js";
import { call } from "../shared/api.js";
import { newKey } from "../shared/key.js";
import { loadOtherTexts, startPage } from "../shared/page.js";
import { happen, needsSlots, newBooking } from "./booking.js";
import { book } from "./screens.js";

class Book {
  #office;
  #text;
  /** @type {import("../shared/text.js").Text[]} */
  #texts;
  #booking;
  #asking = false;

  /** @param {any} office @param {import("../shared/text.js").Text} text */
  constructor(office, text) {
    this.#office = office;
    this.#text = text;
    this.#texts = [text];
    const bookable = office.services.filter((/** @type {any} */ one) => one.appointments);
    this.#booking = newBooking(bookable.map((/** @type {any} */ one) => one.code));
  }

  start() {
    document.addEventListener("click", (event) => {
      const target = event.target instanceof Element ? event.target.closest("[data-action], [data-language]") : null;
      if (!(target instanceof HTMLElement)) return;
      const { action, language, service, day, time } = target.dataset;
      if (language) {
        event.preventDefault();
        this.#speak(language);
      } else if (action === "book") this.#book();
      else if (action) this.#tell({ type: action, service, day, time, key: newKey() });
    });
    this.#tell({ type: "begin" });
    loadOtherTexts(this.#office, this.#text.language, ["appointment"], (text) => {
      this.#texts.push(text);
      this.#draw();
    });
  }

  /** @param {import("./booking.js").Happening} happening */
  #tell(happening) {
    const before = this.#booking.step;
    this.#booking = happen(this.#booking, happening);
    this.#draw();
    if (this.#booking.step !== before) scrollTo(0, 0);
    const failed = happening.type === "slots-failed";
    if (needsSlots(this.#booking) && this.#office.appointments.online && !failed) this.#ask();
  }

  async #ask() {
    if (this.#asking) return;
    this.#asking = true;
    const { service, step } = this.#booking;
    const day = step === "time" ? this.#booking.day : null;
    const wish = new URLSearchParams(day ? { service: service ?? "", day } : { service: service ?? "" });
    const answer = await call("GET", `/appointments/slots?${wish}`, { language: this.#text.language });
    this.#asking = false;
    if (answer.ok) this.#tell({ type: "slots", service, day, days: answer.body.days, slots: answer.body.slots });
    else this.#tell({ type: "slots-failed", words: answer.problem?.detail ?? "" });
  }

  async #book() {
    const before = this.#booking;
    this.#tell({ type: "book" });
    if (this.#booking === before) return;
    const { service, day, time, key } = before;
    const { language } = this.#text;
    const body = { service, day, time, language };
    const answer = await call("POST", "/appointments", { body, key: key ?? undefined, language });
    if (answer.ok) return location.assign(`/a/${answer.body.token}?lang=${language}`);
    const { problem } = answer;
    const passing = !problem || problem.status >= 500 || problem.status === 429;
    this.#tell({ type: passing ? "book-failed" : "book-refused", words: problem?.detail ?? "" });
  }

  #draw() {
    const others = this.#texts.filter((one) => one !== this.#text);
    render(book({ booking: this.#booking, office: this.#office, text: this.#text, others }), document.body);
    document.title = this.#text.say("appointment-book-title");
  }

  /** @param {string} language */
  #speak(language) {
    this.#text = this.#texts.find((text) => text.language === language) ?? this.#text;
    document.documentElement.lang = language;
    this.#draw();
  }
}

const { office, text } = await startPage({ areas: ["appointment"] });
new Book(office, text).start();
