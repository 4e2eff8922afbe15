/** What the page needs of its two answers: the office's state for whoever looks after it, and its health for others. */
import { isFlag, isNumber, isText, listOf, oneOf, orNull, shaped } from "../shared/shape.js";
import { isStranded } from "../shared/stranded.js";

/**
 * @typedef {object} OfficeState  answer of GET /api/v1/office/state
 * @property {string} version
 * @property {boolean} [rehearsal]  nothing of what happens there is real
 * @property {string} started_at
 * @property {{ accepted: boolean, cause: "disk-full" | "storage-failed" | null, reason: string | null }} orders
 * @property {Stranded[]} stranded  who waits while no open counter calls them
 * @property {{ folder: string, free_bytes: number | null, total_bytes: number | null, warn_below_bytes: number }} disk
 * @property {{ state: string, office_time: string, machine_time: string }} clock
 * @property {{ prints: boolean, state: string, waiting: number }} printer
 * @property {{ folder: string, newest: { file: string, made_at: string, bytes: number } | null,
 *   ahead: string[], next_at: string | null, trouble: string | null }} backup
 * @property {{ events: number, closed_days: number | null, since: string | null, bytes: number | null,
 *   opened_in_ms: number, damage: string | null, sealing_trouble: string | null }} journal
 * @property {{ walls: number, kiosks: number, counters: number, desks: number, phones: number }} screens
 * @property {{ connections: number, connections_max: number, turned_away: Record<string, number>,
 *   certificate: Certificate | null }} doors
 *
 * @typedef {object} Certificate  where pages are encrypted
 * @property {boolean} self_made
 * @property {string} fingerprint
 * @property {string[]} names
 * @property {string} until
 * @property {number} days_left  below 0 once it is over
 * @property {string | null} trouble  why a newer one is not served
 *
 * @typedef {import("../shared/stranded.js").Stranded} Stranded
 *
 * @typedef {object} Health  answer of GET /api/v1/health
 * @property {boolean} ready
 * @property {{ code: string, text: string }[]} wrong
 * @property {string} version
 */

export const CLOCK_STATES = ["right", "unset", "behind", "jumped", "ahead"];
export const PRINTER_STATES = [
  "ready", "near-end", "out-of-paper", "cover-open", "offline", "unknown", "error",
];

/** Times by name. @param {unknown} value */
function isTally(value) {
  return typeof value === "object" && value !== null && Object.values(value).every(isNumber);
}

export const isState = shaped({
  version: isText,
  started_at: isText,
  orders: shaped({ accepted: isFlag, cause: orNull(oneOf("disk-full", "storage-failed")), reason: orNull(isText) }),
  stranded: listOf(isStranded),
  disk: shaped({
    folder: isText, free_bytes: orNull(isNumber), total_bytes: orNull(isNumber), warn_below_bytes: isNumber,
  }),
  clock: shaped({ state: oneOf(...CLOCK_STATES), office_time: isText, machine_time: isText }),
  printer: shaped({ prints: isFlag, state: oneOf(...PRINTER_STATES), waiting: isNumber }),
  backup: shaped({
    folder: isText,
    newest: orNull(shaped({ file: isText, made_at: isText, bytes: isNumber })),
    ahead: listOf(isText),
    next_at: orNull(isText),
    trouble: orNull(isText),
  }),
  journal: shaped({
    events: isNumber, closed_days: orNull(isNumber), since: orNull(isText), bytes: orNull(isNumber),
    opened_in_ms: isNumber, damage: orNull(isText), sealing_trouble: orNull(isText),
  }),
  screens: shaped({ walls: isNumber, kiosks: isNumber, counters: isNumber, desks: isNumber, phones: isNumber }),
  doors: shaped({
    connections: isNumber, connections_max: isNumber, turned_away: isTally,
    certificate: orNull(shaped({
      self_made: isFlag, fingerprint: isText, names: listOf(isText), until: isText, days_left: isNumber,
      trouble: orNull(isText),
    })),
  }),
});

export const isHealth = shaped({
  ready: isFlag, wrong: listOf(shaped({ code: isText, text: isText })), version: isText,
});
