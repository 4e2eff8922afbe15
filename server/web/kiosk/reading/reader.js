/** Reads passages one after the other: each is marked while it is read, and anything newer ends what is older. */
import { partsOf } from "./parts.js";

/** Between two passages, ms: long enough to hear that one is over. */
const PAUSE_MS = 350;

/**
 * @typedef {object} Voice  who says a part; see `voice.js`
 * @property {(language: string) => (part: string) => boolean} clips  whether there is a clip of a part
 * @property {(part: string, language: string) => boolean} canSay
 * @property {(part: string, language: string) => Promise<void>} say  until it is said, or was broken off
 * @property {() => void} stop
 */

export class Reader {
  #voice; #mark; #onHeard; #wait;
  #turn = 0;

  /**
   * @param {object} tools
   * @param {Voice} tools.voice
   * @param {(element: Element | null) => void} tools.mark  which element is read now
   * @param {() => void} tools.onHeard  somebody listens: another passage was read to its end
   * @param {(ms: number) => Promise<void>} [tools.wait]
   */
  constructor({ voice, mark, onHeard, wait = pause }) {
    this.#voice = voice;
    this.#mark = mark;
    this.#onHeard = onHeard;
    this.#wait = wait;
  }

  /**
   * @param {import("./passages.js").Passage[]} passages
   * @param {{ language: string, text: string }} unknown  said for a control whose name nobody can say
   * @returns {Promise<void>}  at the end, or when something else is read instead
   */
  async read(passages, unknown) {
    const turn = (this.#turn += 1);
    this.#voice.stop();
    for (const { element, texts, language, control } of passages) {
      const known = this.#sayable(texts, language);
      const said = known.length === 0 && control ? this.#sayable([unknown.text], unknown.language) : known;
      if (said.length === 0) continue;
      this.#mark(element);
      for (const say of said) {
        await say();
        if (turn !== this.#turn) return;
      }
      this.#onHeard();
      await this.#wait(PAUSE_MS);
      if (turn !== this.#turn) return;
    }
    this.#mark(null);
  }

  /** The parts that there is a voice for. @param {string[]} texts @param {string} language */
  #sayable(texts, language) {
    const parts = texts.flatMap((text) => partsOf(text, language, this.#voice.clips(language)));
    return parts.filter((part) => this.#voice.canSay(part, language)).map((part) =>
      () => this.#voice.say(part, language));
  }

  stop() {
    this.#turn += 1;
    this.#voice.stop();
    this.#mark(null);
  }
}

/** @param {number} ms @returns {Promise<void>} */
function pause(ms) {
  return new Promise((resume) => setTimeout(resume, ms));
}
