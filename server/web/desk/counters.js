/** The office's counters as an officer chooses among them: mine, free, or somebody else's. */

/**
 * @typedef {{ counter: number, services: string[], state: string, officer: string | null, number?: string | null,
 *   until?: string | null }} CounterAnswer  one row of GET /counters
 * @typedef {CounterAnswer & { standing: "mine" | "free" | "taken" }} CounterChoiceRow
 */

/**
 * @param {CounterAnswer[]} counters
 * @param {string | null} officer  null: nobody is signed in yet
 * @returns {CounterChoiceRow[]}
 */
export function counterRows(counters, officer) {
  return counters.map((counter) => ({ ...counter, standing: standingOf(counter, officer) }));
}

/** @param {CounterAnswer} counter @param {string | null} officer */
function standingOf(counter, officer) {
  if (counter.state === "closed" || !counter.officer) return "free";
  return officer !== null && counter.officer.normalize("NFC") === officer.normalize("NFC") ? "mine" : "taken";
}

/**
 * Which counter to propose: the officer's own, else the one they had before if it is free, else the only free one.
 * @param {CounterChoiceRow[]} rows
 * @param {number | null} before
 * @returns {number | null}
 */
export function proposed(rows, before) {
  const mine = rows.filter((row) => row.standing === "mine");
  if (mine.length > 0) return (mine.find((row) => row.counter === before) ?? mine[0]).counter;
  const free = rows.filter((row) => row.standing === "free");
  if (free.some((row) => row.counter === before)) return before;
  return free.length === 1 ? free[0].counter : null;
}
