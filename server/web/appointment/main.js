/** The page of one appointment: asks for it when it opens, when it is looked at again, and after each deed. */
import { render } from "../vendor/lit-html/lit-html.js";
import { call } from "../shared/api.js";
import { newKey } from "../shared/key.js";
import { loadOtherTexts, startPage } from "../shared/page.js";
import { happen, newFollow } from "./appointment.js";
import { appointment } from "./screens.js";

class AppointmentPage {
  #token;
  #office;
  #text;
  /** @type {import("../shared/text.js").Text[]} */
  #texts;
  #follow = newFollow;

  /** @param {string} token @param {any} office @param {import("../shared/text.js").Text} text */
  constructor(token, office, text) {
    this.#token = token;
    this.#office = office;
    this.#text = text;
    this.#texts = [text];
  }

  start() {
    document.addEventListener("click", (event) => {
      const target = event.target instanceof Element ? event.target.closest("[data-action], [data-language]") : null;
      if (!(target instanceof HTMLElement)) return;
      const { action, language } = target.dataset;
      if (language) {
        event.preventDefault();
        this.#speak(language);
      } else if (action) this.#act(action);
    });
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.#load());
    this.#draw();
    this.#load();
    loadOtherTexts(this.#office, this.#text.language, ["appointment"], (text) => {
      this.#texts.push(text);
      this.#draw();
    });
  }

  /** @param {string} action */
  #act(action) {
    const wasSending = this.#follow.sending;
    this.#tell({ type: action });
    if (action === "again") this.#load();
    if (wasSending || !this.#follow.sending) return;
    if (action === "cancel") this.#cancel();
    if (action === "check-in") this.#checkIn();
  }

  /** @param {import("./appointment.js").Happening} happening */
  #tell(happening) {
    this.#follow = happen(this.#follow, happening);
    this.#draw();
  }

  async #load() {
    const answer = await call("GET", `/appointments/${this.#token}`, { language: this.#text.language });
    if (answer.ok && !this.#follow.asksCancel) this.#tell({ type: "view", view: answer.body });
    else if (!answer.ok) this.#tell({ type: answer.problem?.status === 404 ? "gone" : "failed" });
  }

  async #cancel() {
    const answer = await call("DELETE", `/appointments/${this.#token}`, { language: this.#text.language });
    if (answer.ok) this.#tell({ type: "view", view: answer.body });
    else this.#tell({ type: "send-failed", words: answer.problem?.detail ?? "" });
  }

  async #checkIn() {
    const wish = { key: newKey(), language: this.#text.language };
    const answer = await call("POST", `/appointments/${this.#token}/check-in`, wish);
    if (answer.ok) location.assign(`/t/${answer.body.token}?lang=${this.#text.language}`);
    else this.#tell({ type: "send-failed", words: answer.problem?.detail ?? "" });
  }

  #draw() {
    const others = this.#texts.filter((one) => one !== this.#text);
    const page = { token: this.#token, follow: this.#follow, office: this.#office, text: this.#text, others };
    render(appointment(page), document.body);
    document.title = this.#text.say("appointment-title");
  }

  /** @param {string} language */
  #speak(language) {
    this.#text = this.#texts.find((text) => text.language === language) ?? this.#text;
    document.documentElement.lang = language;
    this.#draw();
  }
}

const token = location.pathname.split("/")[2] ?? "";
const { office, text } = await startPage({ areas: ["appointment"] });
new AppointmentPage(token, office, text).start();
