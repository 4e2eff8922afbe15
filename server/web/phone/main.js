/** The phone page of one ticket: puts the live view, the buttons and the phone's own means together. */
import { render } from "../vendor/lit-html/lit-html.js";
import { call } from "../shared/api.js";
import { Live } from "../shared/live.js";
import { loadOtherTexts, startPage } from "../shared/page.js";
import { checked } from "../shared/shape.js";
import { happenToContact, newContact } from "./contact.js";
import { happen, newFollow } from "./flow.js";
import { phone } from "./screens.js";
import { ticketShape } from "./shape.js";

/** Three long shakes: felt in a pocket, and not mistaken for a message. ms on, off, on … */
const SHAKE_MS = [400, 200, 400, 200, 800];

class Phone {
  #token;
  #office;
  #text;
  /** @type {import("../shared/text.js").Text[]} */
  #texts;
  #follow = newFollow();
  #contact = newContact();
  #live;

  /**
   * @param {string} token
   * @param {any} office
   * @param {import("../shared/text.js").Text} text
   */
  constructor(token, office, text) {
    this.#token = token;
    this.#office = office;
    this.#text = text;
    this.#texts = [text];
    this.#live = new Live({
      path: `/live/tickets/${token}`,
      onView: (view) => {
        this.#tell({ type: "view", view: checked(view, ticketShape), stamp: office.stamp() });
      },
      onState: (state) => {
        this.#tell({ type: "link", link: state === "refused" ? "gone" : state });
        if (state === "refused") void this.#askWhy();
      },
      onClock: (now) => {
        office.sync(now);
        this.#tell({ type: "heard", stamp: now });
      },
    });
  }

  start() {
    document.addEventListener("click", (event) => {
      const target = event.target instanceof Element ? event.target.closest("[data-action], [data-language]") : null;
      if (!(target instanceof HTMLElement)) return;
      const { action, language } = target.dataset;
      if (language) event.preventDefault();
      if (language) this.#speak(language);
      else if (action) this.#act(action);
    });
    document.addEventListener("submit", (event) => {
      event.preventDefault();
      if (event.target instanceof HTMLFormElement) this.#leaveContact(new FormData(event.target).get("phone"));
    });
    this.#draw();
    this.#live.start();
    loadOtherTexts(this.#office, this.#text.language, ["phone"], (text) => {
      this.#texts.push(text);
      this.#draw();
    });
  }

  /** A number that is followed no more may have expired with its day. */
  async #askWhy() {
    const answer = await call("GET", `/tickets/${this.#token}`);
    if (!answer.ok && answer.problem?.code === "ticket-expired") {
      const { number, day } = answer.problem;
      this.#tell({ type: "expired", number, day });
    }
  }

  /** @param {string} action */
  #act(action) {
    if (action === "again") {
      this.#live.stop();
      this.#live.start();
      return;
    }
    if (action.startsWith("contact-")) return this.#actOnContact(action);
    const { cancelling: wasCancelling, comingBack } = this.#follow;
    this.#tell({ type: action });
    if (action === "ask-cancel") focusOn("keep");
    if (action === "keep") focusOn("ask-cancel");
    if (this.#follow.cancelling && !wasCancelling) this.#cancel();
    if (this.#follow.comingBack === "sending" && comingBack !== "sending") this.#comeBack();
  }

  /** @param {import("./flow.js").Happening} happening */
  #tell(happening) {
    const before = this.#follow.rung;
    this.#follow = happen(this.#follow, happening);
    this.#contact = happenToContact(this.#contact, happening);
    this.#draw();
    if (this.#follow.rung !== before) shake();
  }

  #draw() {
    const text = this.#text;
    const others = this.#texts.filter((one) => one !== text);
    render(phone({ follow: this.#follow, contact: this.#contact, office: this.#office, text, others }), document.body);
    document.title = this.#title();
  }

  /** The title is all that is seen of a page in the background. */
  #title() {
    const { view } = this.#follow;
    if (!view) return this.#text.say("phone-title");
    const { number, counter } = view;
    return view.status === "called"
      ? this.#text.say("phone-title-called", { number, counter })
      : this.#text.say("phone-title-number", { number });
  }

  async #comeBack() {
    const answer = await call("POST", `/tickets/${this.#token}/return`, { language: this.#text.language });
    if (answer.ok) this.#tell({ type: "view", view: answer.body, stamp: this.#office.stamp() });
    else if (answer.offline || answer.problem.status >= 500) this.#tell({ type: "come-back-failed" });
    else this.#tell({ type: "come-back-refused" });
  }

  async #cancel() {
    const answer = await call("DELETE", `/tickets/${this.#token}`, { language: this.#text.language });
    if (answer.ok) this.#tell({ type: "view", view: answer.body, stamp: this.#office.stamp() });
    else if (answer.offline || answer.problem.status >= 500) this.#tell({ type: "cancel-failed" });
    else this.#tell({ type: "cancel-refused" });
  }

  /** @param {string} action */
  #actOnContact(action) {
    const wasSending = this.#contact.sending;
    this.#tell({ type: action });
    if (action === "contact-open") focusOnField();
    if (action === "contact-close") focusOn("contact-open");
    if (action === "contact-take-back" && !wasSending) this.#takeContactBack();
  }

  /** @param {unknown} phone  as it was typed */
  async #leaveContact(phone) {
    if (this.#contact.sending) return;
    this.#tell({ type: "contact-leave" });
    const path = `/tickets/${this.#token}/contact`;
    const answer = await call("PUT", path, { body: { phone }, language: this.#text.language });
    if (!answer.ok) return this.#contactFailed(answer, focusOnField);
    this.#tell({ type: "contact-left", phone: answer.body.phone });
    focusOn("contact-take-back");
  }

  async #takeContactBack() {
    const answer = await call("DELETE", `/tickets/${this.#token}/contact`, { language: this.#text.language });
    if (!answer.ok) return this.#contactFailed(answer);
    this.#tell({ type: "contact-gone" });
    focusOn("contact-open");
  }

  /**
   * @param {import("../shared/api.js").Refused | import("../shared/api.js").Unreachable} answer
   * @param {() => void} [then]
   */
  #contactFailed({ problem }, then) {
    const refused = problem && problem.status < 500;
    this.#tell({ type: "contact-failed", words: refused ? problem.detail ?? problem.title : "" });
    then?.();
  }

  /**
   * Another language without losing the page: the number, the connection and an open question stay.
   * @param {string} language
   */
  #speak(language) {
    this.#text = this.#texts.find((text) => text.language === language) ?? this.#text;
    document.documentElement.lang = language;
    const address = new URL(location.href);
    address.searchParams.set("lang", language);
    history.replaceState(null, "", address);
    this.#draw();
  }
}

/** Browsers allow it only after the page was touched once. */
function shake() {
  if (navigator.userActivation?.hasBeenActive !== false) navigator.vibrate?.(SHAKE_MS);
}

/** @param {string} action */
function focusOn(action) {
  /** @type {HTMLElement | null} */ (document.querySelector(`[data-action=${action}]`))?.focus();
}

/** The one field of the page, when its form is open. */
function focusOnField() {
  document.getElementById("contact-phone")?.focus();
}

const token = location.pathname.split("/")[2] ?? "";
const { office, text } = await startPage({ areas: ["phone"] });
new Phone(token, office, text).start();
