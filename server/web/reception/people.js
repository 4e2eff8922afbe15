/** Who waits and who is away, by number. Pure. */
import { minutesBetween } from "../shared/time.js";

/**
 * @typedef {{ id: number, number: string, service: string, taken_at: string, effective: string, why: string }} Waiting
 * @typedef {{ id: number, number: string, service: string, status: "parked" | "no-show", since: string,
 *   until: string | null, counter: number }} Away
 */

/** Rows that are drawn: who looks for another types its number. */
const ROWS_MAX = 60;

/**
 * @param {{ tickets: Waiting[], away: Away[], total: number }} queue
 * @param {string} search  as typed: `12`, `a12` and `A012` are the same
 * @param {number} now  ms by the server's clock
 */
export function peopleRows(queue, search, now) {
  const is = matches(search);
  const waiting = queue.tickets.filter(({ number }) => is(number)).map((ticket) => ({
    ...ticket, waited: minutesBetween(ticket.taken_at, now),
  }));
  return {
    waiting: waiting.slice(0, ROWS_MAX),
    away: queue.away.filter(({ number }) => is(number)).slice(0, ROWS_MAX),
    more: Math.max(0, (search.trim() ? waiting.length : queue.total) - ROWS_MAX),
  };
}

/** @param {string} search @returns {(number: string) => boolean} */
function matches(search) {
  const typed = search.replace(/\s/g, "").toUpperCase();
  const [, letters = "", digits = ""] = /^([A-Z]*)0*(\d*)$/.exec(typed) ?? [];
  if (!typed) return () => true;
  if (!letters && !digits) return () => false;
  return (number) => {
    const [, prefix = "", index = ""] = /^([A-Z]+)0*(\d+)$/.exec(number) ?? [];
    return (!letters || prefix === letters) && (!digits || index === digits || number.endsWith(typed));
  };
}
