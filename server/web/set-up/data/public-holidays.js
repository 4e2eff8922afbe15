/**
 * The public holidays of Vietnam as a proposal: somebody confirms each day. What falls on which day is announced anew
 * every year, as are days that are swapped with a Saturday.
 *
 * Sources: Labour Code 45/2019/QH14, article 112: 1 January one day, Lunar New Year five days, 10th of the third lunar
 * month one day, 30 April one day, 1 May one day, National Day two days (2 September and the day before or after it).
 * Both lunar dates are reckoned from the new moons at UTC+7, as the calendar of Vietnam does; the test does so again.
 */

/** First day of the lunar year, and the 10th of its third month. @type {Record<string, [string, string]>} */
export const LUNAR = {
  2027: ["2027-02-06", "2027-04-16"],
  2028: ["2028-01-26", "2028-04-04"],
  2029: ["2029-02-13", "2029-04-23"],
  2030: ["2030-02-02", "2030-04-12"],
};

/** Days around Tet that may be free, from the first day of the lunar year, and those that always are. */
const TET = [-3, -2, -1, 0, 1, 2, 3, 4];
const TET_ALWAYS = [-1, 0, 1];

/**
 * @typedef {{ day: string, name: string, sure: boolean }} Proposal  `set-up-holiday-<name>`; not sure: by announcement
 *
 * @param {number} year
 * @returns {Proposal[]} by day; empty for a year whose lunar dates are not known here
 */
export function holidaysOf(year) {
  const lunar = LUNAR[year];
  if (!lunar) return [];
  const [tet, kings] = lunar;
  return [
    { day: `${year}-01-01`, name: "new-year", sure: true },
    ...TET.map((from) => ({ day: later(tet, from), name: "tet", sure: TET_ALWAYS.includes(from) })),
    { day: kings, name: "kings", sure: true },
    { day: `${year}-04-30`, name: "reunification", sure: true },
    { day: `${year}-05-01`, name: "labour", sure: true },
    { day: `${year}-09-01`, name: "national", sure: false },
    { day: `${year}-09-02`, name: "national", sure: true },
    { day: `${year}-09-03`, name: "national", sure: false },
  ].sort((one, other) => one.day.localeCompare(other.day));
}

/** @param {string} day @param {number} days */
function later(day, days) {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/**
 * The year for which days are proposed: from October on the next one.
 * @param {string} today
 */
export function yearToPlan(today) {
  return Number(today.slice(0, 4)) + (today.slice(5, 7) >= "10" ? 1 : 0);
}
