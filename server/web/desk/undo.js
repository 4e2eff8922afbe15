/** What the officer can take back, and for how many seconds still: the view says until when, the page counts. */
import { milliseconds } from "../shared/time.js";

/**
 * @typedef {object} Undo
 * @property {"call" | "start" | "outcome" | "services" | "finish" | "no-show" | "park" | "transfer" | "pause"} step
 * @property {string | null} number  the ticket that the step was about
 * @property {string} until
 */

/**
 * The words for it, and whole seconds, counted down to 1; null when there is nothing, or not any more.
 * @param {{ undo: Undo | null }} view
 * @param {number} now  ms by the server's clock
 * @returns {{ label: string, values: { number: string }, seconds: number } | null}
 */
export function undoNow({ undo }, now) {
  if (!undo) return null;
  const seconds = Math.ceil((milliseconds(undo.until) - now) / 1_000);
  return seconds > 0 ? { label: `desk-undo-${undo.step}`, values: { number: undo.number ?? "" }, seconds } : null;
}
