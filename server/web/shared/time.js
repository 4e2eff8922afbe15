/**
 * Times as the office sees them. The server sends RFC 3339 with the office's own offset, so the time of day is cut out
 * of the string: the time zone and the clock of the screen don't matter.
 */

const WEEKDAYS = {
  vi: ["Chủ Nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"],
  en: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
};
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * `wallClock("2026-11-24T09:42:10+07:00")` is `"09:42"`.
 * @param {string} stamp  RFC 3339 in the office's offset
 */
export function wallClock(stamp) {
  return stamp.slice(11, 16);
}

/**
 * Whole minutes from one time to another, rounded down, never below 0.
 * @param {string | number} from  RFC 3339 or milliseconds since 1970
 * @param {string | number} to
 */
export function minutesBetween(from, to) {
  return Math.max(0, Math.floor((milliseconds(to) - milliseconds(from)) / 60_000));
}

/**
 * `short` is "Thứ Ba, 24/11" or "Tuesday, 24 Nov"; `full` is "24/11/2026" or "24 Nov 2026".
 * @param {string} stamp  RFC 3339 in the office's offset
 * @param {string} language
 * @param {"short" | "full"} [style]
 */
export function formatDate(stamp, language, style = "short") {
  const [year, month, day] = stamp.slice(0, 10).split("-");
  const english = language === "en";
  const dayAndMonth = english ? `${Number(day)} ${MONTHS[Number(month) - 1]}` : `${day}/${month}`;
  if (style === "full") return english ? `${dayAndMonth} ${year}` : `${dayAndMonth}/${year}`;
  const weekday = new Date(`${year}-${month}-${day}T12:00:00Z`).getUTCDay();
  return `${(english ? WEEKDAYS.en : WEEKDAYS.vi)[weekday]}, ${dayAndMonth}`;
}

/**
 * Milliseconds since 1970.
 * @param {string | number} time  RFC 3339 or already milliseconds
 */
export function milliseconds(time) {
  return typeof time === "number" ? time : Date.parse(time);
}

/**
 * RFC 3339 to the second, in an offset.
 * @param {number} ms  milliseconds since 1970
 * @param {string} offset  such as `+07:00` or `Z`
 */
export function stampAt(ms, offset) {
  const [, sign = "+", hours = "0", minutes = "0"] = /^([+-])(\d\d):(\d\d)$/.exec(offset) ?? [];
  const shift = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  return new Date(ms + shift).toISOString().slice(0, 19) + offset;
}
