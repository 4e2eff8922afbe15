/** Entries of the record of changes, and those of them that a reader wants to see. */
import { isText, listOf, orNull, shaped } from "../shared/shape.js";
import { pageOf } from "../set-up/data/pages.js";

/**
 * @typedef {object} Entry
 * @property {number} number
 * @property {string} at
 * @property {string | null} by  null: the machine's command line
 * @property {string} act
 * @property {string | null} about
 * @property {{ key: string, before: string | null, after: string | null }[]} changes
 *
 * @typedef {{ until: string, days: number, act: string, by: string, part: string }} Wish  empty: all of them
 */

/** Numbers of days to choose from; the server reads a quarter of a year at once. */
export const DAYS = [1, 7, 30, 92];
const DAYS_USUAL = 30;
/** An entry of a whole new set-up shows so many of its changes; the table for spreadsheets has them all. */
export const CHANGES_SHOWN = 40;
/** Stands for the command line, which has no name. */
export const OWNER = "\u0000";

export const isAudit = shaped({
  from: isText, until: isText,
  entries: listOf(shaped({
    at: isText, by: orNull(isText), act: isText, about: orNull(isText),
    changes: listOf(shaped({ key: isText, before: orNull(isText), after: orNull(isText) })),
  })),
});

/**
 * What the address asks for.
 * @param {string} search @param {string} today
 * @returns {Wish}
 */
export function wishOf(search, today) {
  const asked = new URLSearchParams(search);
  const days = Number(asked.get("days"));
  const until = asked.get("until") ?? "";
  const part = asked.get("part") ?? "";
  return {
    until: /^\d{4}-\d\d-\d\d$/.test(until) && until <= today ? until : today,
    // Whoever comes from a part's page wants to see its last change, however long ago.
    days: DAYS.includes(days) ? days : part ? Math.max(...DAYS) : DAYS_USUAL,
    act: asked.get("act") ?? "", by: asked.get("by") ?? "", part,
  };
}

/**
 * The address of a wish; what is usual is left out.
 * @param {Wish} wish @param {string} search  whose other parts are kept @param {string} today
 */
export function addressOf(wish, search, today) {
  const address = new URLSearchParams(search);
  const values = { ...wish, until: wish.until === today ? "" : wish.until, days: String(wish.days) };
  for (const [key, value] of Object.entries(values)) {
    if (value) address.set(key, value);
    else address.delete(key);
  }
  return `?${address}`;
}

/** @param {Entry[]} entries @param {Wish} wish @returns {Entry[]} */
export function filtered(entries, { act, by, part }) {
  return entries
    .filter((entry) => (!act || entry.act === act) && (!by || (entry.by ?? OWNER) === by))
    .map((entry) => (part ? { ...entry, changes: entry.changes.filter(({ key }) => pageOf(key.split(".")[0]) === part) }
      : entry))
    .filter((entry) => !part || entry.changes.length > 0);
}

/**
 * What each filter can be set to: only what occurs.
 * @param {Entry[]} entries
 */
export function choicesOf(entries) {
  const all = (/** @type {(entry: Entry) => string[]} */ of) => [...new Set(entries.flatMap(of))];
  return {
    acts: all((entry) => [entry.act]),
    people: all((entry) => [entry.by ?? OWNER]).sort((one, other) => one.localeCompare(other)),
    parts: all((entry) => entry.changes.map(({ key }) => pageOf(key.split(".")[0]))).filter(Boolean),
  };
}
