/** Which slips stand on which sheet of an outage's numbers. Pure. */

/**
 * @typedef {{ prefix: string, first: string, last: string, used: string | null }} PaperNumbers
 * @typedef {{ number: string, service: string, services: string[] }} RollSlip  `services`: codes that share the letter
 */

/** Slips on a sheet of A4: two beside each other, four below. */
export const ON_A_SHEET = 8;

/**
 * Sheet by sheet in the order of the numbers, each service on sheets of its own: they go to different desks.
 * @param {PaperNumbers[]} numbers
 * @param {{ code: string, prefix: string }[]} services
 * @param {{ prefix: string | null, count: number }} wish  `prefix`: null for all
 * @returns {RollSlip[][]}
 */
export function sheets(numbers, services, { prefix, count }) {
  const meant = numbers.filter((one) => prefix === null || one.prefix === prefix);
  return meant.flatMap((one) => {
    const codes = services.filter((service) => service.prefix === one.prefix).map(({ code }) => code);
    const [first, last] = [one.first, one.last].map((number) => Number(number.slice(one.prefix.length)));
    const all = Array.from({ length: Math.min(count, last - first + 1) }, (_, place) => ({
      number: one.prefix + String(first + place).padStart(3, "0"), service: codes[0] ?? "", services: codes,
    }));
    return Array.from({ length: Math.ceil(all.length / ON_A_SHEET) }, (_, sheet) =>
      all.slice(sheet * ON_A_SHEET, (sheet + 1) * ON_A_SHEET));
  });
}
