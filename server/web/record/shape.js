/** The record as the server tells it. */
import { isNumber, isText, listOf, orNull, shaped } from "../shared/shape.js";

/**
 * @typedef {object} Passing  a call before somebody who had come earlier
 * @property {string} at
 * @property {number} counter
 * @property {string | null} officer
 * @property {number} ticket
 * @property {string} number
 * @property {string} taken_at
 * @property {number} passed
 * @property {string} earliest
 * @property {string} earliest_taken_at
 * @property {string} kind
 * @property {string} why
 *
 * @typedef {object} Record  answer of GET /api/v1/order
 * @property {string | null} day
 * @property {number} calls
 * @property {number} total
 * @property {Passing[]} passings
 *
 * @typedef {{ days: string[], running: string | null }} Days  answer of GET /api/v1/order/days
 */

/** Why a call came before others, in the order of the filter's list. A newer server may know more. */
export const KINDS = [
  "chosen", "priority", "returned", "missed", "transferred", "transferred-front", "goes-on",
  "put-back", "outage", "turn", "other-set-up",
];

export const isDays = shaped({ days: listOf(isText), running: orNull(isText) });

export const isRecord = shaped({
  day: orNull(isText), calls: isNumber, total: isNumber,
  passings: listOf(shaped({
    at: isText, counter: isNumber, officer: orNull(isText), ticket: isNumber, number: isText, taken_at: isText,
    passed: isNumber, earliest: isText, earliest_taken_at: isText, kind: isText, why: isText,
  })),
});
