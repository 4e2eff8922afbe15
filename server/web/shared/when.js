/** A time as people say it: today the clock alone, else with its day. Pure. */
import { formatDate, wallClock } from "./time.js";

/**
 * @param {string | null} stamp  RFC 3339 in the office's offset
 * @param {string} now  the same
 * @param {string} language
 * @returns {string | null}
 */
export function when(stamp, now, language) {
  if (!stamp) return null;
  const clock = wallClock(stamp);
  return stamp.slice(0, 10) === now.slice(0, 10) ? clock : `${clock}, ${formatDate(stamp, language)}`;
}
