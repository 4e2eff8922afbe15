import assert from "node:assert/strict";
import { test } from "node:test";
import { holidaysOf, LUNAR, yearToPlan } from "./public-holidays.js";

/**
 * The day in Vietnam on which a new moon falls, in days since 1970: Meeus, Astronomical Algorithms, chapter 49, with
 * the terms above a minute.
 * @param {number} k  new moons since January 2000
 */
function newMoon(k) {
  const T = k / 1236.85;
  const sin = (degrees) => Math.sin((degrees * Math.PI) / 180);
  const sun = 2.5534 + 29.1053567 * k;
  const moon = 201.5643 + 385.81693528 * k + 0.0107582 * T * T;
  const node = 160.7108 + 390.67050284 * k - 0.0016118 * T * T;
  const moved = -0.4072 * sin(moon) + 0.17241 * sin(sun) + 0.01608 * sin(2 * moon) + 0.01039 * sin(2 * node)
    + 0.00739 * sin(moon - sun) - 0.00514 * sin(moon + sun) + 0.00208 * sin(2 * sun) - 0.00111 * sin(moon - 2 * node);
  const julian = 2451550.09766 + 29.530588861 * k + 0.00015437 * T * T + moved - 70 / 86_400;
  return Math.floor(julian - 2440587.5 + 7 / 24);
}

const dayNumber = (day) => Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000);

test("the lunar year begins with a new moon at Vietnam's time, and its third month with the second after that", () => {
  for (const [year, [tet, kings]] of Object.entries(LUNAR)) {
    const before = Math.round((Number(year) - 2000) * 12.3685) - 1;
    const moons = Array.from({ length: 5 }, (_, from) => newMoon(before + from));
    const first = moons.indexOf(dayNumber(tet));
    assert.ok(first >= 0, `${year}: no new moon on ${tet}`);
    assert.equal(newMoon(before + first + 2) + 9, dayNumber(kings), year);
  }
});

test("each holiday of the law is proposed, and what is announced each year is not ticked", () => {
  const days = holidaysOf(2027);
  assert.deepEqual(days.filter(({ sure }) => sure).map(({ day }) => day), [
    "2027-01-01", "2027-02-05", "2027-02-06", "2027-02-07", "2027-04-16", "2027-04-30", "2027-05-01", "2027-09-02",
  ]);
  assert.deepEqual(days.filter(({ sure }) => !sure).map(({ day }) => day.slice(5)),
    ["02-03", "02-04", "02-08", "02-09", "02-10", "09-01", "09-03"]);
  assert.deepEqual(holidaysOf(2099), []);
});

test("from October on the next year is planned", () => {
  assert.deepEqual(["2026-09-30", "2026-11-27", "2027-01-02"].map(yearToPlan), [2026, 2027, 2027]);
});
