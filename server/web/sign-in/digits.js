/** Choosing from a numbered list by typing digits: at once where they can mean only one number, else with Enter. */

/** Digits further apart than this belong to different numbers, ms. */
export const PAUSE_MS = 1_500;

/**
 * @typedef {object} Typed
 * @property {string} digits
 * @property {number} at  ms, of the last digit
 */

/** @returns {Typed} */
export function nothingTyped() {
  return { digits: "", at: -Infinity };
}

/**
 * A digit was typed.
 * @param {Typed} typed
 * @param {string} digit
 * @param {number[]} numbers  of the list
 * @param {number} now  ms
 * @returns {{ typed: Typed, match: number | null, certain: boolean }}
 *   `match`: the number that the digits name so far; `certain`: no longer number begins with them
 */
export function typeDigit(typed, digit, numbers, now) {
  const before = now - typed.at <= PAUSE_MS ? typed.digits : "";
  // What continues no number of the list starts anew, so that a slip is mended by typing the right digit.
  const digits = startsOne(before + digit, numbers) ? before + digit : digit;
  const match = numbers.find((number) => String(number) === digits) ?? null;
  const certain = match !== null && numbers.filter((number) => String(number).startsWith(digits)).length === 1;
  return { typed: certain ? nothingTyped() : { digits, at: now }, match, certain };
}

/** @param {string} digits @param {number[]} numbers */
function startsOne(digits, numbers) {
  return numbers.some((number) => String(number).startsWith(digits));
}

/**
 * The digit of a keyboard event, read by position on the number pad, or null.
 * @param {Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "altKey" | "metaKey">} event
 */
export function digitOf({ key, code, ctrlKey, altKey, metaKey }) {
  if (ctrlKey || altKey || metaKey) return null;
  return /^Numpad(\d)$/.exec(code)?.[1] ?? (/^\d$/.test(key) ? key : null);
}
