/** The rules that can be tried, and what comes of trying, as the server tells it. */
import { isFlag, isNumber, isText, listOf, oneOf, orNull, shaped } from "../shared/shape.js";

/**
 * @typedef {number | string | string[]} Setting  minutes, a word, or codes of services
 *
 * @typedef {object} Rule
 * @property {string} key  such as `priorities.elderly.head_start_minutes`
 * @property {Setting} value  as it is in force
 * @property {{ from?: number, to?: number, words?: string[], codes?: string[] }} allowed
 *
 * @typedef {{ rules: Rule[], days: string[], closed: string | null }} Form  answer of GET /api/v1/office/preview
 *
 * @typedef {{ called: number, uncalled: number, mean_seconds: number, p95_seconds: number }} Waits
 * @typedef {{ kind: "all" | "none" | "priority", priority: string | null, happened: Waits, present: Waits,
 *   changed: Waits }} ClassWaits
 * @typedef {{ number: string, taken_at: string, present_seconds: number, changed_seconds: number }} Moved
 *
 * @typedef {object} Preview  answer of POST /api/v1/office/preview
 * @property {string | null} day
 * @property {boolean} running
 * @property {ClassWaits[]} classes
 * @property {number} earlier
 * @property {number} later
 * @property {Moved[]} moved
 * @property {number} refused
 * @property {string[]} next_present
 * @property {string[]} next_changed
 * @property {string[]} warnings
 */

const isWaits = shaped({ called: isNumber, uncalled: isNumber, mean_seconds: isNumber, p95_seconds: isNumber });

export const isForm = shaped({
  rules: listOf(shaped({ key: isText, allowed: shaped({}) })), days: listOf(isText), closed: orNull(isText),
});

export const isPreview = shaped({
  day: orNull(isText), running: isFlag, earlier: isNumber, later: isNumber, refused: isNumber,
  classes: listOf(shaped({
    kind: oneOf("all", "none", "priority"), priority: orNull(isText),
    happened: isWaits, present: isWaits, changed: isWaits,
  })),
  moved: listOf(shaped({ number: isText, taken_at: isText, present_seconds: isNumber, changed_seconds: isNumber })),
  next_present: listOf(isText), next_changed: listOf(isText), warnings: listOf(isText),
});
