/** The hall in a few figures: people waiting, counters at work, and one cell a counter. */
import { wallClock } from "../shared/time.js";

/**
 * @typedef {{ counter: number, state: string, number: string | null, until: string | null,
 *   pause_reason: string | null }} CounterAnswer
 * @typedef {{ counter: number, state: string, figure: string, message: string | null, reason: string | null }} HallCell
 *   `figure`: a ticket's number or a time; `message`: id of the words that stand with it or instead; `reason`: id of a
 *   pause's reason, of the set-up
 *
 * @param {CounterAnswer[]} counters  of GET /counters
 * @param {{ waiting: number }[]} services  of GET /services
 * @returns {{ waiting: number, open: number, cells: HallCell[] }}
 */
export function hallFigures(counters, services) {
  return {
    waiting: services.reduce((sum, { waiting }) => sum + waiting, 0),
    open: counters.filter(({ state }) => state !== "closed" && state !== "paused").length,
    cells: counters.map(cell),
  };
}

/** @param {CounterAnswer} counter @returns {HallCell} */
function cell({ counter, state, number, until, pause_reason: reason }) {
  const of = { counter, state, reason: null };
  if (state === "paused") {
    return until
      ? { ...of, figure: wallClock(until), message: "start-paused-until", reason }
      : { ...of, figure: "", message: "start-paused", reason };
  }
  if (state === "closed") return { ...of, figure: "", message: "start-closed" };
  return { ...of, figure: number ?? "", message: number ? null : "start-open" };
}
