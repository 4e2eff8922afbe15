/** The office's hours of one day: is it closed at a time of day, and when does it open again. Pure. */

/**
 * @typedef {{ from: string, to: string }} Span  times of day, such as `07:00`
 * @typedef {{ kind: "before" | "break" | "after", opens: string | null, hours: Span[] }} Closed
 */

/**
 * Null while open, and where no hours are known.
 * @param {Span[]} hours  in order
 * @param {string} clock  time of day, such as `09:42`
 * @returns {Closed | null}
 */
export function closedAt(hours, clock) {
  if (hours.length === 0 || hours.some(({ from, to }) => from <= clock && clock < to)) return null;
  const next = hours.find(({ from }) => clock < from);
  const kind = !next ? "after" : next === hours[0] ? "before" : "break";
  return { kind, opens: next?.from ?? null, hours };
}
