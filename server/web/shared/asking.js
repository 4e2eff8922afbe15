/**
 * A page that asks the server every few seconds, and an honest word on how fresh the last answer is: the same promises
 * as the live connection's, for what no live topic tells.
 */

/** From an answer to the next question, ms. */
const EVERY_MS = 3_000;
/** Silence after which what is shown counts as out of date, ms: one second less than the ten that a page may take. */
const STALE_AFTER_MS = 9_000;
/** How long the server may be away before that shows, ms: a restart is no alarm. */
const GONE_GRACE_MS = 5_000;

/**
 * @typedef {object} Clock
 * @property {() => number} now  milliseconds that only go forwards
 * @property {(run: () => void, ms: number) => any} setTimeout
 * @property {(timer: any) => void} clearTimeout
 *
 * @typedef {object} AskingOptions
 * @property {() => Promise<any>} ask  the answer; undefined when the server could not be reached. Has its own deadline
 * @property {(answer: any) => void} onAnswer  draws it; when it throws, the answer counts as none
 * @property {(state: "live" | "stale") => void} [onState]  called when the state changes
 * @property {Clock} [clock]
 */

/** @type {Clock} */
const ownClock = {
  now: () => performance.now(),
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (timer) => clearTimeout(timer),
};

export class Asking {
  #options;
  #clock;
  /** @type {"live" | "stale" | null} */
  #state = null;
  #heardAt = 0;
  /** @type {number | null} */
  #goneAt = null;
  #asking = false;
  /** @type {any} */
  #nextTimer = null;

  /** @param {AskingOptions} options */
  constructor(options) {
    this.#options = { onState: () => {}, ...options };
    this.#clock = options.clock ?? ownClock;
  }

  /** Asks now and from then on. */
  start() {
    this.#heardAt = this.#clock.now();
    const soon = () => this.askSoon();
    globalThis.document?.addEventListener("visibilitychange", soon);
    globalThis.addEventListener?.("online", soon);
    void this.#ask();
    this.#watch();
  }

  /** Asks at once instead of at its time: the page is looked at again, or the network is back. */
  askSoon() {
    if (this.#asking) return;
    this.#clock.clearTimeout(this.#nextTimer);
    void this.#ask();
  }

  async #ask() {
    this.#asking = true;
    const answer = await this.#options.ask().catch(() => undefined);
    this.#asking = false;
    this.#nextTimer = this.#clock.setTimeout(() => void this.#ask(), EVERY_MS);
    if (answer === undefined || !this.#draw(answer)) {
      this.#goneAt ??= this.#clock.now();
      return;
    }
    this.#heardAt = this.#clock.now();
    this.#goneAt = null;
    this.#become("live");
  }

  /** @param {any} answer */
  #draw(answer) {
    try {
      this.#options.onAnswer(answer);
      return true;
    } catch (error) {
      console.error(error);
      return false;
    }
  }

  #watch() {
    this.#clock.setTimeout(() => {
      const now = this.#clock.now();
      const gone = this.#goneAt !== null && now - this.#goneAt >= GONE_GRACE_MS;
      if (gone || now - this.#heardAt >= STALE_AFTER_MS) this.#become("stale");
      this.#watch();
    }, 500);
  }

  /** @param {"live" | "stale"} state */
  #become(state) {
    if (state === this.#state) return;
    this.#state = state;
    this.#options.onState?.(state);
  }
}
