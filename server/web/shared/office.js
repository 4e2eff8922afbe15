/** The office's set-up as every page needs it, and the office's clock. */
import { milliseconds, stampAt } from "./time.js";

/**
 * @typedef {Record<string, string>} Texts  one text a language, such as `{"vi":"Hộ tịch","en":"Civil status"}`
 *
 * @typedef {object} Service
 * @property {string} code
 * @property {string} prefix  of its numbers
 * @property {Texts} name
 * @property {Texts | null} about
 * @property {string} pictogram
 * @property {number} usual_minutes
 * @property {number} cases_max  people or files of one ticket
 * @property {boolean} ask_cases  whether the kiosk asks how many
 * @property {Texts | null} fee
 * @property {{ name: Texts, note: Texts | null }[]} documents
 * @property {boolean} [appointments]  whether times of it can be booked
 * @property {Texts | null} wish
 * @property {number[]} counters
 *
 * @typedef {{ address: string, width: number, height: number }} Picture
 *
 * @typedef {object} Slide
 * @property {Texts} title  of a picture: what it shows
 * @property {Picture | null} [picture]  in place of rows
 * @property {{ figure: string, lead: Texts, text: Texts }[]} rows
 *
 * @typedef {object} OfficeSetup  answer of GET /api/v1/office
 * @property {string} now
 * @property {Texts} name
 * @property {Texts} unit
 * @property {string[]} languages
 * @property {Picture | null} [logo]
 * @property {string | null} phone
 * @property {number} keep_contacts_days
 * @property {{ given: boolean, online: boolean, check_in_by_phone: boolean }} appointments
 * @property {Service[]} services
 * @property {{ counter: number, services: string[], helps_with?: string[], helps_after_minutes?: number,
 *   direction: "left" | "right" | "up" | "back" }[]} counters
 * @property {{ id: string, name: Texts, pictogram: string }[]} priorities
 * @property {{ id: string, name: Texts }[]} call_reasons
 * @property {boolean} call_reason_required
 * @property {{ id: string, name: Texts, usual_minutes: number | null }[]} pause_reasons
 * @property {{ id: string, name: Texts }[]} outcomes
 * @property {boolean} outcome_required
 * @property {number} services_max  of one ticket
 * @property {boolean} kiosk_asks_services
 * @property {{ name: string, title: Texts, signs_in_by?: "pin" | "password" }[]} officers
 * @property {{ from: string, to: string }[]} hours
 * @property {Slide[]} slides
 * @property {boolean} [rehearsal]  nothing of what happens here is real
 * @property {{ here: boolean }} [kiosk]
 * @property {{ pin: boolean, directory?: Texts | null }} [sign_in]  whether a PIN is good on this machine, and what
 *   the directory is called by which one may sign in, too
 *
 * @typedef {object} Clock  the server's clock
 * @property {() => number} now  milliseconds since 1970
 * @property {() => string} stamp  the same as RFC 3339 in the office's own offset
 * @property {(stamp: string) => void} sync  takes the server's time anew, RFC 3339 in the office's offset
 *
 * @typedef {Omit<OfficeSetup, "now"> & Clock} Office
 */

/** @returns {Promise<Office>} */
export async function loadOffice() {
  const response = await fetch("/api/v1/office", { headers: { accept: "application/json" } });
  if (!response.ok) throw new Error(`office: ${response.status}`);
  return officeFrom(await response.json());
}

/**
 * The text in a language, or in whatever language there is.
 * @param {Texts | null | undefined} texts
 * @param {string} language
 * @returns {string}
 */
export function name(texts, language) {
  if (!texts) return "";
  return texts[language] ?? Object.values(texts)[0] ?? "";
}

/**
 * The things of a list of the set-up with their names in a language.
 * @template {{ id: string, name: Texts }} Thing
 * @param {Thing[]} things
 * @param {string} language
 * @returns {(Omit<Thing, "name"> & { id: string, name: string })[]}
 */
export function named(things, language) {
  return things.map((thing) => ({ ...thing, name: name(thing.name, language) }));
}

/**
 * Why a counter pauses, in words; empty without a reason, and for one that the set-up no longer has.
 * @param {Pick<OfficeSetup, "pause_reasons">} office
 * @param {string | null} id
 * @param {string} language
 */
export function pauseReason(office, id, language) {
  return name(office.pause_reasons.find((reason) => reason.id === id)?.name, language);
}

/**
 * The set-up with the server's clock in place of the time at which it came.
 * @param {OfficeSetup} setup
 * @param {() => number} [steady]
 * @returns {Office}
 */
export function officeFrom(setup, steady) {
  return { ...setup, ...clockFrom(setup.now, steady) };
}

/**
 * @param {string} first  the server's time, RFC 3339 in the office's offset
 * @param {() => number} [steady]  milliseconds that only go forwards: a screen's own clock may be set at any time
 * @returns {Clock}
 */
function clockFrom(first, steady = () => performance.now()) {
  let serverMs = 0;
  let steadyMs = 0;
  let offset = "Z";
  const now = () => serverMs + steady() - steadyMs;
  const sync = (/** @type {string} */ stamp) => {
    serverMs = milliseconds(stamp);
    steadyMs = steady();
    offset = /(Z|[+-]\d\d:\d\d)$/.exec(stamp)?.[0] ?? "Z";
  };
  sync(first);
  return { now, sync, stamp: () => stampAt(now(), offset) };
}
