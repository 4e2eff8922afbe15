/** The office's set-up as every page needs it, and the office's clock. */
import { milliseconds, stampAt } from "./time.js";

/**
 * @typedef {Record<string, string>} Texts  one text a language, such as `{"vi":"Hộ tịch","en":"Civil status"}`
 *
 * @typedef {object} Service
 * @property {string} code
 * @property {Texts} name
 * @property {Texts | null} about
 * @property {string} pictogram
 * @property {number} usual_minutes
 * @property {Texts | null} fee
 * @property {{ name: Texts, note: Texts | null }[]} documents
 * @property {Texts | null} wish
 * @property {number[]} counters
 *
 * @typedef {object} OfficeSetup  answer of GET /api/v1/office
 * @property {string} now
 * @property {Texts} name
 * @property {Texts} unit
 * @property {string[]} languages
 * @property {string | null} phone
 * @property {Service[]} services
 * @property {{ counter: number, services: string[], direction: "left" | "right" | "up" | "back" }[]} counters
 * @property {{ id: string, name: Texts, pictogram: string }[]} priorities
 * @property {{ name: string, title: Texts }[]} officers
 * @property {{ from: string, to: string }[]} hours
 * @property {{ title: Texts, rows: { figure: string, lead: Texts, text: Texts }[] }[]} slides
 * @property {{ here: boolean }} [kiosk]
 * @property {string} [version]
 *
 * @typedef {OfficeSetup & Pick<OfficeClock, "now" | "stamp" | "sync">} Office
 */

export class OfficeClock {
  #steady;
  #serverMs = 0;
  #steadyMs = 0;
  #offset = "Z";

  /**
   * @param {string} stamp  the server's time, RFC 3339 in the office's offset
   * @param {() => number} [steady]  milliseconds that only go forwards: a screen's own clock may be set any time
   */
  constructor(stamp, steady = () => performance.now()) {
    this.#steady = steady;
    this.sync(stamp);
  }

  /** Milliseconds since 1970 by the server's clock. */
  now = () => this.#serverMs + this.#steady() - this.#steadyMs;

  /** The same as RFC 3339 in the office's own offset. */
  stamp = () => stampAt(this.now(), this.#offset);

  /**
   * Takes the server's time anew.
   * @param {string} stamp  RFC 3339 in the office's offset
   */
  sync = (stamp) => {
    this.#serverMs = milliseconds(stamp);
    this.#steadyMs = this.#steady();
    this.#offset = /(Z|[+-]\d\d:\d\d)$/.exec(stamp)?.[0] ?? "Z";
  };
}

/**
 * The set-up, with `now()`, `stamp()` and `sync(stamp)` of the server's clock in place of the time at which it came.
 * @param {any} setup  answer of GET /api/v1/office
 * @param {() => number} [steady]
 * @returns {any}
 */
export function officeFrom(setup, steady) {
  const clock = new OfficeClock(setup.now, steady);
  return { ...setup, now: clock.now, stamp: clock.stamp, sync: clock.sync };
}

/** @returns {Promise<any>} an `Office` */
export async function loadOffice() {
  const response = await fetch("/api/v1/office", { headers: { accept: "application/json" } });
  if (!response.ok) throw new Error(`office: ${response.status}`);
  return officeFrom(await response.json());
}

/**
 * The text in a language, or in whatever language there is.
 * @param {Record<string, string> | null | undefined} texts
 * @param {string} language
 * @returns {string}
 */
export function name(texts, language) {
  if (!texts) return "";
  return texts[language] ?? Object.values(texts)[0] ?? "";
}
