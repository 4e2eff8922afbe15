/** Asks soon after something changed, however often that is, and now and then when nothing does. */

/** Between two questions: a hall where four counters call at once changes several times a second, ms. */
const APART_MS = 700;
/** Who came back by the time alone shows within this, ms. */
const EVERY_MS = 20_000;

export class Refresh {
  #run;
  #asking = false;
  #wanted = false;
  /** @type {any} */
  #timer = null;

  /** @param {{ run: () => Promise<void> }} options  never throws */
  constructor({ run }) {
    this.#run = run;
  }

  /** Something may have changed. */
  soon() {
    this.#plan(APART_MS);
  }

  /** Something has changed by the page's own doing. */
  now() {
    this.#plan(0);
  }

  /** @param {number} ms */
  #plan(ms) {
    if (this.#asking) {
      this.#wanted = true;
      return;
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), ms);
  }

  async #ask() {
    this.#asking = true;
    await this.#run();
    this.#asking = false;
    const ms = this.#wanted ? APART_MS : EVERY_MS;
    this.#wanted = false;
    this.#plan(ms);
  }
}
