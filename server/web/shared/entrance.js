/**
 * Calls that have had their entrance: an officer who takes a step back brings a call back, which then only stands
 * there.
 */

/** Ids that are kept: a view carries at most 8 calls, and a step can be taken back for a minute. */
const BEFORE_MAX = 64;

/**
 * @param {number[]} before  ids of calls whose entrance is over
 * @param {number[]} over  ids of calls that are not on any more
 * @returns {number[]}  the same list when there is nothing new
 */
export function entered(before, over) {
  const fresh = over.filter((id) => !before.includes(id));
  return fresh.length === 0 ? before : [...before, ...fresh].slice(-BEFORE_MAX);
}
