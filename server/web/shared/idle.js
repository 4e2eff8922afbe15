/**
 * A signed-in page that nobody touches: it warns a minute before its session ends, and then goes to the sign-in page,
 * which leads back. What somebody does is told to the server now and then; what the page does by itself never is.
 */
import { html, render } from "../vendor/lit-html/lit-html.js";
import { signInAddress } from "../sign-in/addresses.js";
import { call } from "./api.js";
import { nextStep, WARNING_S } from "./idle-step.js";
import { loadText } from "./text.js";

/** Somebody's doing is told to the server at most this often, ms: a third of the shortest idle time's warning. */
const TELL_MS = 20_000;
/** What somebody does. */
const DOINGS = ["pointerdown", "keydown", "wheel"];

/**
 * Watches over the session of this page; does nothing where nobody is signed in, and for devices.
 * @param {{ office: import("./office.js").Office, language: string }} options
 */
export async function watchIdle({ office, language }) {
  const idle = new Idle(office, language);
  await idle.start();
}

class Idle {
  #office; #language;
  #until = 0;
  #touched = false;
  #told = 0;
  #busy = false;
  /** @type {HTMLDialogElement | null} */
  #dialog = null;
  /** @type {import("./text.js").Text | null} */
  #text = null;

  /** @param {import("./office.js").Office} office @param {string} language */
  constructor(office, language) {
    this.#office = office;
    this.#language = language;
  }

  async start() {
    if (!await this.#learn("GET")) return;
    for (const doing of DOINGS) {
      document.addEventListener(doing, (event) => this.#doing(event), { capture: true, passive: true });
    }
    setInterval(() => void this.#tick(), 1_000);
  }

  /** @param {Event} event */
  #doing(event) {
    // Only an answer to the warning takes it away: whoever passes by and touches a key is not the person.
    if (!this.#dialog && event.isTrusted) this.#touched = true;
  }

  /**
   * Asks the server until when the session stands; by POST that somebody is there.
   * @param {"GET" | "POST"} method
   */
  async #learn(method) {
    const answer = await call(method, "/sessions/current", { language: this.#language });
    if (answer.ok) this.#until = answer.body.idle_until ? Date.parse(answer.body.idle_until) : Infinity;
    else if (answer.status === 401 && this.#until) this.#until = 0;
    return answer.ok && this.#until !== Infinity;
  }

  #left() {
    return (this.#until - this.#office.now()) / 1_000;
  }

  async #tick() {
    if (this.#busy) return;
    const step = nextStep({ left: this.#left(), touched: this.#touched, warned: this.#dialog !== null });
    if (step === "wait") return this.#draw();
    if (step === "leave") return this.#leave();
    if (step === "tell" && performance.now() - this.#told < TELL_MS && this.#left() > WARNING_S) return;
    this.#busy = true;
    if (step === "tell") {
      this.#touched = false;
      this.#told = performance.now();
      await this.#learn("POST");
    } else {
      await this.#learn("GET");
    }
    if (this.#left() <= WARNING_S && !this.#touched) await this.#warn();
    this.#busy = false;
  }

  async #warn() {
    try {
      this.#text ??= await loadText(this.#language, ["session"]);
    } catch {
      // The server is away: the page says so itself, and the session is not what is missing.
      return;
    }
    this.#dialog = document.createElement("dialog");
    this.#dialog.className = "session-ends";
    this.#dialog.setAttribute("aria-labelledby", "session-ends");
    // Keys of the page below mean nothing while it is asked.
    this.#dialog.addEventListener("keydown", (event) => event.stopPropagation());
    this.#dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      void this.#stay();
    });
    document.body.append(this.#dialog);
    this.#draw();
    this.#dialog.showModal();
  }

  #draw() {
    const [dialog, text] = [this.#dialog, this.#text];
    if (!dialog || !text) return;
    const seconds = Math.max(0, Math.ceil(this.#left()));
    render(html`
      <h2 id="session-ends">${text.say("session-ends")}</h2>
      <p>${text.say("session-ends-in", { seconds })}</p>
      <button type="button" class="button" data-action="stay" autofocus @click=${() => void this.#stay()}>
        ${text.say("session-stay")}</button>`, dialog);
  }

  async #stay() {
    await this.#learn("POST");
    if (this.#left() <= WARNING_S) return;
    this.#dialog?.close();
    this.#dialog?.remove();
    this.#dialog = null;
  }

  #leave() {
    this.#busy = true;
    location.assign(signInAddress(location));
  }
}
