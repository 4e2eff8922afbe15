/** Today's appointments at the reception: how each stands now, in which order, and what was typed of a code. Pure. */
import { appointmentIn } from "../kiosk/scan.js";
import { milliseconds } from "../shared/time.js";

/**
 * `now`: its number can be taken · `early`, `late`: not yet, no longer as of its time · `missed`, `kept`, `cancelled`:
 * as the server says.
 * @typedef {"now" | "early" | "late" | "missed" | "kept" | "cancelled"} Stand
 *
 * @typedef {object} Appointment
 * @property {string} code
 * @property {string} service
 * @property {string} state
 * @property {string} starts_at
 * @property {string} check_in_from
 * @property {string} check_in_until
 * @property {string | null} number  of the ticket that its citizen got
 *
 * @typedef {Appointment & { stand: Stand }} Row
 */

/** Who may still come stands before who did. @type {Record<Stand, number>} */
const RANK = { now: 0, early: 0, late: 0, missed: 1, kept: 2, cancelled: 3 };

/**
 * @param {Appointment[]} appointments  of a day, by their times
 * @param {number} now  ms by the server's clock
 * @returns {Row[]}
 */
export function dayRows(appointments, now) {
  const rows = appointments.map((one) => ({ ...one, stand: standOf(one, now) }));
  return rows.sort((one, other) => RANK[one.stand] - RANK[other.stand]);
}

/** @param {Appointment} appointment @param {number} now @returns {Stand} */
function standOf({ state, check_in_from: from, check_in_until: until }, now) {
  if (state === "kept" || state === "cancelled" || state === "missed") return state;
  if (now < milliseconds(from)) return "early";
  return now > milliseconds(until) ? "late" : "now";
}

/** Who never came or will come may be picked; who has a number, too: it is shown once more. @param {Row} row */
export function isPickable({ stand }) {
  return stand !== "cancelled";
}

/**
 * The code of the row after the one with this code, or before it; round the end, and from the first.
 * @param {Row[]} rows
 * @param {string} code
 * @param {1 | -1} by
 */
export function neighbour(rows, code, by) {
  const codes = rows.filter(isPickable).map((row) => row.code);
  if (codes.length === 0) return "";
  const at = codes.indexOf(code);
  const from = at < 0 && by < 0 ? 0 : at;
  return codes[(from + by + codes.length) % codes.length];
}

/**
 * The code or secret in what was typed or scanned; null while it is none.
 * @param {string} typed
 */
export function codeIn(typed) {
  return appointmentIn(typed.replace(/\s/g, ""));
}

/**
 * Whether `+`, `-` and `*` are keys in the field: they are letters in what a scanner types.
 * @param {string} typed
 */
export function isForKeys(typed) {
  return /^(\d{6})?$/.test(typed.trim());
}

/**
 * What becomes of what was typed, in one message with its row.
 * @param {Row[]} rows
 * @param {string} typed
 * @returns {{ word: string, row: Row | null }}
 */
export function outlookOf(rows, typed) {
  const code = codeIn(typed);
  if (!typed.trim()) return { word: "reception-appointment-how", row: null };
  if (!code) return { word: "reception-appointment-more-digits", row: null };
  const row = rows.find((one) => one.code === code) ?? null;
  return { word: row ? `reception-appointment-${row.stand}` : "reception-appointment-not-today", row };
}
