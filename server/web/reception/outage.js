/** Entering the numbers of an outage: what the typed one would come to. Pure. */
import { indexOf, paperNumber } from "./form.js";

/** @typedef {import("./form.js").PaperNumbers} PaperNumbers */

/**
 * `missing`: nothing typed · `foreign`: none of these numbers · `known`: entered already · `behind`: numbers up to a
 * higher one were used · `new`: so many enter.
 * @typedef {{ kind: "missing" | "foreign" | "known" | "behind" }
 *   | { kind: "new", first: string, last: string, count: number }} Outlook
 */

/**
 * @param {PaperNumbers | undefined} numbers  those of the service
 * @param {string} typed
 * @returns {Outlook & { number: string }}
 */
export function entryOutlook(numbers, typed) {
  const number = paperNumber(typed, numbers?.prefix ?? "");
  if (!numbers || !typed.trim()) return { kind: "missing", number };
  const [last, first, end] = [number, numbers.first, numbers.last].map(indexOf);
  if (!number.startsWith(numbers.prefix) || last < first || last > end) return { kind: "foreign", number };
  const used = numbers.used ? indexOf(numbers.used) : first - 1;
  if (last === used) return { kind: "known", number };
  if (last < used) return { kind: "behind", number };
  const from = numbers.prefix + String(used + 1).padStart(3, "0");
  return { kind: "new", first: from, last: number, count: last - used, number };
}
