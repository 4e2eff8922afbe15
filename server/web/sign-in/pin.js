/** The PIN while it is typed: how many digits it has, and what comes after the last one. */

/** Digits of every PIN that Moi makes, as `PIN_DIGITS` in the server says. */
export const PIN_DIGITS = 6;

/**
 * What stays of what was typed or pasted: digits, and never more than a PIN has.
 * @param {string} typed
 */
export function digitsOf(typed) {
  return typed.replace(/\D/g, "").slice(0, PIN_DIGITS);
}

/**
 * Digits that are still missing.
 * @param {string} pin
 */
export function missing(pin) {
  return Math.max(0, PIN_DIGITS - pin.length);
}

/**
 * Whether this was the last digit, so that the next key is for the counters.
 * @param {number} before  digits before it was typed
 * @param {string} pin
 */
export function isJustComplete(before, pin) {
  return before < PIN_DIGITS && missing(pin) === 0;
}
