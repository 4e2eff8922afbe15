/** What can be chosen in the next step of booking for somebody, by the keys of the pad. Pure. */
import { formatDate } from "../shared/time.js";

/**
 * @typedef {{ id: string, label: string, free: number | null }} Option  `free`: places; null where they aren't counted
 * @typedef {import("../book/booking.js").Booking} Booking
 */

/**
 * @param {Booking} booking
 * @param {{ id: string, name: string }[]} services  those that give appointments
 * @param {string} language
 * @returns {Option[] | null}  null while they are asked for
 */
export function optionsOf(booking, services, language) {
  switch (booking.step) {
    case "service":
      return services.map(({ id, name }) => ({ id, label: name, free: null }));
    case "day":
      return booking.days?.filter(({ free }) => free > 0)
        .map(({ day, free }) => ({ id: day, label: formatDate(day, language), free })) ?? null;
    case "time":
      return booking.times?.filter(({ free }) => free > 0)
        .map(({ time, free }) => ({ id: time, label: time, free })) ?? null;
    case "check":
      return [];
  }
}

/**
 * What a key does among so many options: one of the first nine by its digit, the marked one by Enter.
 * @param {string} key
 * @param {number} marked
 * @param {number} count
 * @returns {{ type: "mark", place: number } | { type: "choose", place: number } | { type: "back" } | null}
 */
export function bookKey(key, marked, count) {
  switch (key) {
    case "Backspace":
      return { type: "back" };
    case "Enter":
      return { type: "choose", place: marked };
    case "-":
    case "ArrowDown":
    case "ArrowRight":
      return count > 0 ? { type: "mark", place: (marked + 1) % count } : null;
    case "+":
    case "ArrowUp":
    case "ArrowLeft":
      return count > 0 ? { type: "mark", place: (marked - 1 + count) % count } : null;
    default:
      return /^[1-9]$/.test(key) && Number(key) <= count ? { type: "choose", place: Number(key) - 1 } : null;
  }
}
