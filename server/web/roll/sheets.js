/** Which slips stand on which sheet of an outage's numbers. Pure. */

/**
 * @typedef {{ prefix: string, first: string, last: string, used: string | null, printed: string | null }} PaperNumbers
 * @typedef {{ number: string, service: string, services: string[] }} RollSlip  `services`: codes that share the letter
 */

/**
 * Where a print begins: behind the last one that was printed, or anew when there is none behind it.
 * @param {PaperNumbers} one
 * @param {Record<string, Here>} here  the last one of each letter that this page printed
 * @returns {{ from: string, before: string | null }}  `before`: the last one that may lie in the pile
 */
export function begins({ prefix, first, last, printed }, here) {
  const index = (/** @type {string | null | undefined} */ number) => Number(number?.slice(prefix.length) ?? 0);
  // What `moi roll` has printed since then is newer than what this page did.
  const newest = index(here[prefix]?.printed === printed ? here[prefix]?.last : printed);
  if (newest < index(first) || newest >= index(last)) return { from: first, before: null };
  const number = (/** @type {number} */ at) => prefix + String(at).padStart(3, "0");
  return { from: number(newest + 1), before: number(newest) };
}

/** @typedef {{ last: string, printed: string | null }} Here  `printed`: the last one of `moi roll` at that time */

/** Slips on a sheet of A4: two beside each other, four below. */
export const ON_A_SHEET = 8;

/**
 * Sheet by sheet in the order of the numbers, each service on sheets of its own: they go to different desks.
 * @param {PaperNumbers[]} numbers
 * @param {{ code: string, prefix: string }[]} services
 * @param {{ prefix: string | null, count: number, from?: number | null }} wish  `prefix`: null for all; `from`: the
 *   first number of that letter, none for the one behind those that were printed
 * @param {Record<string, Here>} [here]  as in `begins`
 * @returns {RollSlip[][]}
 */
export function sheets(numbers, services, { prefix, count, from = null }, here = {}) {
  const meant = numbers.filter((one) => prefix === null || one.prefix === prefix);
  return meant.flatMap((one) => {
    const codes = services.filter((service) => service.prefix === one.prefix).map(({ code }) => code);
    const [first, last, next] = [one.first, one.last, begins(one, here).from]
      .map((number) => Number(number.slice(one.prefix.length)));
    const start = prefix === null || from === null ? next : Math.max(first, from);
    const all = Array.from({ length: Math.max(0, Math.min(count, last - start + 1)) }, (_, place) => ({
      number: one.prefix + String(start + place).padStart(3, "0"), service: codes[0] ?? "", services: codes,
    }));
    return Array.from({ length: Math.ceil(all.length / ON_A_SHEET) }, (_, sheet) =>
      all.slice(sheet * ON_A_SHEET, (sheet + 1) * ON_A_SHEET));
  });
}
