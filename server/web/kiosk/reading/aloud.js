/** Reading the kiosk aloud: a screen when it comes, a control when it has the focus or is pressed, what changes. */
import { passageOf, passagesIn } from "./passages.js";
import { Reader } from "./reader.js";
import { Voice } from "./voice.js";

export class Aloud {
  #voice = new Voice();
  #reader;
  #onChange;
  #language = "";
  #unknown = "";
  #screen = "";
  #status = "";
  #on = false;
  /** @type {import("./passages.js").Passage | null} what was pressed, as it was called then */
  #pressed = null;

  /**
   * @param {object} tools
   * @param {() => void} tools.onHeard  a passage was read to its end
   * @param {() => void} tools.onChange  another language can be read now
   */
  constructor({ onHeard, onChange }) {
    this.#onChange = onChange;
    this.#reader = new Reader({ voice: this.#voice, mark, onHeard });
  }

  /** @param {string[]} languages */
  async load(languages) {
    await Promise.all(languages.map((language) => this.#voice.load(language)));
    this.#onChange();
  }

  /** Whether there is a voice for this language here. @param {string} language */
  speaks(language) {
    return this.#voice.speaks(language);
  }

  /**
   * After each drawing.
   * @param {object} shown
   * @param {boolean} shown.on
   * @param {string} shown.language
   * @param {string} shown.unknown  words for a name that nobody can say
   * @param {string} shown.screen  another text is another screen
   */
  shown({ on, language, unknown, screen }) {
    const anew = on && (!this.#on || screen !== this.#screen);
    const status = on ? statusText() : "";
    const changed = on && !anew && status !== this.#status && status !== "";
    if (this.#on && !on) {
      this.#reader.stop();
      this.#voice.reset();
    }
    [this.#on, this.#language, this.#unknown] = [on, language, unknown];
    [this.#screen, this.#status] = [screen, status];
    if (anew) void this.#readScreen();
    else if (changed) this.#read([...document.querySelectorAll("main [role=status]")]);
  }

  /** What is pressed is named before it does what it does. @param {Element} button */
  pressed(button) {
    this.#voice.wake();
    if (!this.#on) return;
    this.#pressed = passageOf(button, this.#language);
    this.#read([button]);
  }

  /** @param {Element} element */
  focused(element) {
    if (this.#on) this.#read([element]);
  }

  /** All of the screen once more. */
  again() {
    this.#voice.wake();
    if (this.#on) void this.#readScreen();
  }

  /** @param {1 | -1} by */
  louder(by) {
    this.#voice.louder(by);
  }

  async #readScreen() {
    const main = document.querySelector("main");
    if (!main) return;
    const pressed = this.#pressed;
    this.#pressed = null;
    const passages = passagesIn(main, this.#language);
    // The name of what was pressed is said to its end, even when its button is gone.
    if (pressed) passages.unshift(pressed);
    await this.#reader.read(passages, { language: this.#language, text: this.#unknown });
  }

  /** @param {Element[]} elements */
  #read(elements) {
    const passages = elements.map((element) => passageOf(element, this.#language));
    void this.#reader.read(passages, { language: this.#language, text: this.#unknown });
  }
}

/** @param {Element | null} element */
function mark(element) {
  for (const one of document.querySelectorAll("[data-read]")) one.removeAttribute("data-read");
  element?.setAttribute("data-read", "");
}

function statusText() {
  return [...document.querySelectorAll("main [role=status]")].map((one) => one.textContent).join(" ").trim();
}
