/** The hall in a few figures: people waiting, counters at work, and one cell a counter. */
import { wallClock } from "../shared/time.js";

/**
 * @typedef {{ counter: number, state: string, number: string | null, until: string | null }} CounterAnswer
 * @typedef {{ counter: number, state: string, figure: string, message: string | null }} HallCell
 *   `figure`: a ticket's number or a time; `message`: id of the words that stand with it or instead
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
function cell({ counter, state, number, until }) {
  if (state === "paused") {
    return until
      ? { counter, state, figure: wallClock(until), message: "start-paused-until" }
      : { counter, state, figure: "", message: "start-paused" };
  }
  if (state === "closed") return { counter, state, figure: "", message: "start-closed" };
  return { counter, state, figure: number ?? "", message: number ? null : "start-open" };
}
