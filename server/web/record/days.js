/** The days that can be chosen: those that the journal has. Days are ISO dates, which sort as text. */

/**
 * The day to show for a wish: the wish itself, else the last one before it, else the first of all.
 * @param {string[]} days  the oldest first
 * @param {string | null} wish
 * @returns {string | null} null when there is none at all
 */
export function dayFor(days, wish) {
  if (days.length === 0) return null;
  if (!wish) return days[days.length - 1];
  return days.findLast((day) => day <= wish) ?? days[0];
}

/**
 * The next day of the journal in a direction.
 * @param {string[]} days
 * @param {string} day
 * @param {-1 | 1} step
 * @returns {string | null}
 */
export function neighbour(days, day, step) {
  return days[days.indexOf(day) + step] ?? null;
}

/**
 * The day in an address's question, if it is a date.
 * @param {string} search
 */
export function wishedDay(search) {
  const day = new URLSearchParams(search).get("day");
  return day && /^\d{4}-\d\d-\d\d$/.test(day) ? day : null;
}
