/** What is told of a day's record: its figures, and those of its calls that a reader wants to see. */
import { minutesBetween } from "../shared/time.js";
import { KINDS } from "./shape.js";

/** Rows that are drawn; a day of a thousand calls has some hundred. The table for spreadsheets has them all. */
export const ROWS_MAX = 1_000;

/**
 * @typedef {import("./shape.js").Passing} Passing
 * @typedef {{ kind: string, officer: string, counter: string }} Filter  empty: all of them
 */

/** @type {Filter} */
export const NO_FILTER = { kind: "", officer: "", counter: "" };

/**
 * By how many minutes the first of those who were passed had come earlier.
 * @param {Passing} passing
 */
export function overtaking({ taken_at: taken, earliest_taken_at: earliest }) {
  return minutesBetween(earliest, taken);
}

/** @param {import("./shape.js").Record} record */
export function figuresOf({ calls, total, passings }) {
  /** @type {Passing | null} */
  let largest = null;
  for (const passing of passings) {
    if (!largest || overtaking(passing) > overtaking(largest)) largest = passing;
  }
  const chosen = passings.filter((passing) => passing.kind === "chosen").length;
  return { calls, total, chosen, share: calls === 0 ? 0 : (total / calls) * 100, largest };
}

/** @param {Passing[]} passings @param {Filter} filter */
export function filtered(passings, { kind, officer, counter }) {
  return passings.filter((passing) =>
    (!kind || passing.kind === kind) && (!officer || (passing.officer ?? "") === officer)
    && (!counter || String(passing.counter) === counter));
}

/**
 * What each filter can be set to: only what occurs on this day.
 * @param {Passing[]} passings
 */
export function choicesOf(passings) {
  const all = (/** @type {(passing: Passing) => string} */ of) => [...new Set(passings.map(of))];
  const kinds = all((passing) => passing.kind);
  return {
    kinds: [...KINDS.filter((kind) => kinds.includes(kind)), ...kinds.filter((kind) => !KINDS.includes(kind))],
    officers: all((passing) => passing.officer ?? "").filter(Boolean).sort((one, other) => one.localeCompare(other)),
    counters: all((passing) => String(passing.counter)).sort((one, other) => Number(one) - Number(other)),
  };
}
