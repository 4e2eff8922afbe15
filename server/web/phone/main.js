/** The phone page of one ticket: puts the live view, the buttons and the phone's own means together. */
import { render } from "../vendor/lit-html/lit-html.js";
import { call } from "../shared/api.js";
import { Live } from "../shared/live.js";
import { startPage } from "../shared/page.js";
import { loadText } from "../shared/text.js";
import { happen, newFollow } from "./flow.js";
import { phone } from "./screens.js";

/** Three long shakes: felt in a pocket, and not mistaken for a message. ms on, off, on … */
const SHAKE_MS = [400, 200, 400, 200, 800];

class Phone {
  #token;
  #office;
  #text;
  /** @type {{ language: string, name: string }[]} */
  #names;
  #follow = newFollow();
  #live;

  /**
   * @param {string} token
   * @param {any} office
   * @param {import("../shared/text.js").Text} text
   * @param {{ language: string, name: string }[]} names  of the office's languages
   */
  constructor(token, office, text, names) {
    this.#token = token;
    this.#office = office;
    this.#text = text;
    this.#names = names;
    this.#live = new Live({
      path: `/live/tickets/${token}`,
      onView: (view) => this.#tell({ type: "view", view, stamp: office.stamp() }),
      onState: (state) => this.#tell({ type: "link", link: state === "refused" ? "gone" : state }),
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
    this.#draw();
    this.#live.start();
  }

  /** @param {string} action */
  #act(action) {
    if (action === "again") {
      this.#live.stop();
      this.#live.start();
      return;
    }
    const wasCancelling = this.#follow.cancelling;
    this.#tell({ type: action });
    if (action === "ask-cancel") focusOn("keep");
    if (action === "keep") focusOn("ask-cancel");
    if (this.#follow.cancelling && !wasCancelling) this.#cancel();
  }

  /** @param {import("./flow.js").Happening} happening */
  #tell(happening) {
    const before = this.#follow.rung;
    this.#follow = happen(this.#follow, happening);
    this.#draw();
    if (this.#follow.rung !== before) navigator.vibrate?.(SHAKE_MS);
  }

  #draw() {
    const text = this.#text;
    const languages = this.#names.filter(({ language }) => language !== text.language);
    render(phone({ follow: this.#follow, office: this.#office, text, languages }), document.body);
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

  async #cancel() {
    const answer = await call("DELETE", `/tickets/${this.#token}`, { language: this.#text.language });
    if (answer.ok) this.#tell({ type: "view", view: answer.body, stamp: this.#office.stamp() });
    else if (answer.offline || answer.problem.status >= 500) this.#tell({ type: "cancel-failed" });
    else this.#tell({ type: "cancel-refused" });
  }

  /** Another language without losing the page: the number, the connection and an open question stay. @param {string} language */
  async #speak(language) {
    try {
      this.#text = await loadText(language, ["phone"]);
    } catch (error) {
      console.warn(error);
      return;
    }
    document.documentElement.lang = language;
    const address = new URL(location.href);
    address.searchParams.set("lang", language);
    history.replaceState(null, "", address);
    this.#draw();
  }
}

/** @param {string} action */
function focusOn(action) {
  /** @type {HTMLElement | null} */ (document.querySelector(`[data-action=${action}]`))?.focus();
}

const token = location.pathname.split("/")[2] ?? "";
const { office, text } = await startPage({ areas: ["phone"] });
new Phone(token, office, text, languageNames(office.languages)).start();

/** Each language by the name that its speakers give it. @param {string[]} languages */
function languageNames(languages) {
  return languages.map((language) => {
    const name = new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language;
    return { language, name: name.charAt(0).toLocaleUpperCase(language) + name.slice(1) };
  });
}
