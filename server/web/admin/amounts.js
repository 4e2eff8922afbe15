/** Sizes, counts and days in the reader's language. */
import { formatDate, wallClock } from "../shared/time.js";

const UNITS = ["KB", "MB", "GB", "TB"];

/**
 * `amount(2_340_000, "vi")` is `"2,3 MB"`: units of a thousand, as disks are sold; one digit after the point below ten.
 * @param {number} bytes
 * @param {string} language
 */
export function amount(bytes, language) {
  // Something is never written as nothing.
  let size = bytes <= 0 ? 0 : Math.max(1, bytes / 1_000);
  let unit = 0;
  // 999.6 would be written as a thousand.
  while (Math.round(size) >= 1_000 && unit < UNITS.length - 1) {
    size /= 1_000;
    unit += 1;
  }
  const digits = size < 9.95 && unit > 0 ? 1 : 0;
  const figure = new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(size);
  return `${figure}\u00a0${UNITS[unit]}`;
}

/**
 * With marks between thousands: `count(39503, "vi")` is `"39.503"`.
 * @param {number} number
 * @param {string} language
 */
export function count(number, language) {
  return new Intl.NumberFormat(language).format(number);
}

/**
 * Seconds with as many digits as matter to a person: 0.01 to 0.99, then 1.2, then 14.
 * @param {number} ms
 * @param {string} language
 */
export function seconds(ms, language) {
  const value = Math.max(10, ms) / 1_000;
  const digits = value < 1 ? 2 : value < 10 ? 1 : 0;
  return new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value);
}

/**
 * A day as people say it beside another: today and yesterday by their words, else weekday and date, the year too when
 * it is another.
 * @param {string} stamp  RFC 3339 in the office's offset
 * @param {string} now  the same
 * @param {import("../shared/text.js").Text} text
 */
export function dayOf(stamp, now, text) {
  const days = Math.round((midnight(now) - midnight(stamp)) / 86_400_000);
  if (days === 0) return text.say("admin-today");
  if (days === 1) return text.say("admin-yesterday");
  if (days === -1) return text.say("admin-tomorrow");
  return formatDate(stamp, text.language, stamp.slice(0, 4) === now.slice(0, 4) ? "short" : "full");
}

/**
 * Day and time, such as "hôm nay lúc 09:14".
 * @param {string} stamp
 * @param {string} now
 * @param {import("../shared/text.js").Text} text
 */
export function moment(stamp, now, text) {
  return text.say("admin-moment", { day: dayOf(stamp, now, text), time: wallClock(stamp) });
}

/** @param {string} stamp */
function midnight(stamp) {
  return Date.parse(`${stamp.slice(0, 10)}T00:00:00Z`);
}
