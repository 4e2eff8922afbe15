/**
 * How a new device gets its place: it shows a code, an administrator types it, and this page asks until that is so. The
 * cookie comes with the answer; no script ever sees it.
 */
import { call } from "./api.js";

/** Between two questions, ms: a device comes up within a second of being let in. */
const ASK_MS = 800;
/** After a server that is away or has too many waiting, ms. */
const AGAIN_MS = 3_000;
/** Where the code lies meanwhile: a page that is loaded anew shows the same one. Gone with the tab. */
const PLACE = "moi.pairing";

/**
 * @typedef {{ code: string, secret: string, qr: string, address: string, expires_at: string }} Shown
 * @typedef {{ kind: "asking" } | { kind: "shown", code: string, qr: string, address: string } | { kind: "offline" }
 *   | { kind: "paired", device: { name: string, role: string, counter: number | null } }} PairingState
 *
 * @typedef {object} PairingOptions
 * @property {string} role  what the device wants to be
 * @property {(state: PairingState) => void} onState
 * @property {typeof call} [ask]
 * @property {Pick<Storage, "getItem" | "setItem" | "removeItem">} [storage]
 * @property {(run: () => void, ms: number) => any} [wait]
 */

export class Pairing {
  #role; #onState; #ask; #storage; #wait;
  #running = false;
  /** Which run an answer belongs to: one that comes after `stop` means nothing. */
  #run = 0;

  /** @param {PairingOptions} options */
  constructor({ role, onState, ask = call, storage = globalThis.sessionStorage, wait = setTimeout }) {
    this.#role = role;
    this.#onState = onState;
    this.#ask = ask;
    this.#storage = storage;
    this.#wait = (/** @type {() => void} */ run, /** @type {number} */ ms) => wait(run, ms);
  }

  /** Shows a code until the device is let in, or `stop`. */
  start() {
    if (this.#running) return;
    this.#running = true;
    this.#run += 1;
    this.#onState({ kind: "asking" });
    void this.#show(this.#run);
  }

  stop() {
    this.#running = false;
    this.#run += 1;
  }

  /** @param {number} run */
  async #show(run) {
    const shown = this.#kept() ?? await this.#begin();
    if (run !== this.#run) return;
    if (!shown) {
      this.#onState({ kind: "offline" });
      this.#wait(() => run === this.#run && void this.#show(run), AGAIN_MS);
      return;
    }
    this.#onState({ kind: "shown", code: shown.code, qr: shown.qr, address: shown.address });
    await this.#claim(run, shown);
  }

  /** @returns {Promise<Shown | null>} */
  async #begin() {
    const answer = await this.#ask("POST", "/pairings", { body: { role: this.#role } });
    if (!answer.ok) return null;
    this.#keep({ role: this.#role, ...answer.body });
    return answer.body;
  }

  /** @param {number} run @param {Shown} shown */
  async #claim(run, shown) {
    const answer = await this.#ask("POST", "/pairings/claim", { body: { secret: shown.secret } });
    if (run !== this.#run) return;
    if (answer.ok && answer.status === 201) {
      this.#keep(null);
      this.stop();
      return this.#onState({ kind: "paired", device: answer.body });
    }
    if (answer.status === 410) {
      this.#keep(null);
      return this.#show(run);
    }
    // Waiting, or a server that starts again: the code may be good still.
    const ms = answer.ok ? ASK_MS : AGAIN_MS;
    this.#wait(() => run === this.#run && void this.#claim(run, shown), ms);
  }

  /** @returns {Shown | null} */
  #kept() {
    try {
      const kept = JSON.parse(this.#storage.getItem(PLACE) ?? "null");
      return kept?.role === this.#role && typeof kept.secret === "string" ? kept : null;
    } catch {
      return null;
    }
  }

  /** @param {unknown} shown */
  #keep(shown) {
    try {
      if (shown) this.#storage.setItem(PLACE, JSON.stringify(shown));
      else this.#storage.removeItem(PLACE);
    } catch {
      // A browser that keeps nothing shows another code when it is loaded anew.
    }
  }
}
