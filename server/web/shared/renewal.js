/**
 * A screen that nobody ever closes takes up a new set-up or version by itself: when what the server tells about the
 * office differs from what the page was built with, the page loads anew, at a moment when nothing is going on.
 */
import { loadOffice } from "./office.js";

export class Renewal {
  #built;
  #load;
  #reload;
  #due = false;
  #busy = false;
  #day = "";

  /**
   * @param {object} options
   * @param {any} options.office  as the page was built with
   * @param {() => Promise<any>} [options.load]
   * @param {() => void} [options.reload]
   */
  constructor({ office, load = loadOffice, reload = () => location.reload() }) {
    this.#built = fingerprint(office);
    this.#load = load;
    this.#reload = reload;
  }

  /** Asks the server whether there is something new. Never throws. */
  async look() {
    try {
      this.#due = fingerprint(await this.#load()) !== this.#built;
    } catch {
      // The server is away again: the next look will tell.
      this.#due = false;
    }
  }

  /**
   * Call it whenever nothing is going on: looks once on each new day (the hours differ), and loads anew if it is due.
   * @param {string} stamp  the office's time now, RFC 3339
   */
  async renew(stamp) {
    if (this.#busy) return;
    const day = stamp.slice(0, 10);
    const newDay = this.#day !== "" && this.#day !== day;
    this.#day = day;
    if (!this.#due && !newDay) return;
    this.#busy = true;
    // Asked again just before: a page loaded while the server is away would be the browser's own error page.
    await this.look();
    this.#busy = false;
    if (this.#due) this.#reload();
  }
}

/** @param {any} office */
function fingerprint(office) {
  // What differs from machine to machine is no news of the office.
  const { now, kiosk, sign_in: signIn, ...setup } = office;
  return JSON.stringify(setup);
}
