/** The figures of a running visit or pause: since when, how long, and how that compares with what is usual. */
import { milliseconds, minutesBetween, wallClock } from "../shared/time.js";

/** Where on the bar the usual time stands: behind it is room for those that take longer. */
export const USUAL_AT = 0.8;

/**
 * Time as a running clock: "04:12", from one hour on "1:04:12".
 * @param {number} ms
 */
export function runningTime(ms) {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (/** @type {number} */ part) => String(part).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/**
 * @param {import("./situation.js").Visit} visit
 * @param {number} now  ms by the server's clock
 */
export function visitFigures(visit, now) {
  const from = visit.started_at ?? visit.called_at;
  const elapsed = Math.max(0, now - milliseconds(from));
  const usual = visit.usual_minutes * 60_000;
  return {
    since: wallClock(from),
    running: runningTime(elapsed),
    /** Length of the bar, 0 to 1; the usual time is at `USUAL_AT`. */
    share: usual > 0 ? Math.min(1, (elapsed / usual) * USUAL_AT) : 0,
    /** Whole minutes beyond the usual time. */
    over: Math.max(0, Math.floor((elapsed - usual) / 60_000)),
    waited: minutesBetween(visit.taken_at, visit.called_at),
    calls: visit.recalls + 1,
  };
}

/**
 * What stands large while the counter rests: the time at which it opens again, or since when it rests.
 * @param {{ since: string | null, until: string | null }} view
 * @param {number} now  ms by the server's clock
 */
export function pauseFigures({ since, until }, now) {
  return {
    until: until ? wallClock(until) : null,
    since: since ? wallClock(since) : null,
    running: since ? runningTime(now - milliseconds(since)) : null,
  };
}
