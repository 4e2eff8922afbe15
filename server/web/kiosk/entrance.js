/** Whether the machine gives tickets at a time of day, and else when people may come back. Pure. */

/**
 * @typedef {{ from: string, to: string }} Span  times of day, such as `07:00`
 * @typedef {{ opens_on: string, opens_at: string, tickets_from: string }} Opening
 * @typedef {object} Entrance  of the office's set-up; none where there are tickets at any time
 * @property {(Span & { opens: string })[]} windows  today: tickets from, until, and when the office opens
 * @property {Opening | null} next_day  the first opening of the next day that has one
 *
 * @typedef {object} Closed
 * @property {"before" | "break" | "after"} kind  before the day's first opening, between two, after the last
 * @property {string | null} on  the day, when it is not today
 * @property {string | null} opens
 * @property {string | null} from  when the machine begins
 */

/**
 * Null while there are tickets.
 * @param {Entrance | null | undefined} entrance
 * @param {string} clock  time of day, such as `09:42`
 * @returns {Closed | null}
 */
export function closedAt(entrance, clock) {
  if (!entrance) return null;
  const { windows, next_day: next } = entrance;
  if (windows.some(({ from, to }) => from <= clock && clock < to)) return null;
  const later = windows.find(({ from }) => clock < from);
  if (later) {
    return { kind: later === windows[0] ? "before" : "break", on: null, opens: later.opens, from: later.from };
  }
  return { kind: "after", on: next?.opens_on ?? null, opens: next?.opens_at ?? null, from: next?.tickets_from ?? null };
}

/** Whether two of them say the same. @param {Closed | null} one @param {Closed | null} other */
export function isSame(one, other) {
  return one?.kind === other?.kind && one?.on === other?.on && one?.opens === other?.opens && one?.from === other?.from;
}
