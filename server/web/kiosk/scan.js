/**
 * What a scanner types: it is a keyboard to the browser, quick, and ends with Enter. No page or clock in here: keys
 * carry their time.
 */

/** A pause in which nobody has typed on: what comes then is another text, ms. */
const PAUSE_MS = 1_000;
/** Longer than any address of an appointment. */
const TEXT_MAX = 200;

/**
 * @typedef {object} Typing
 * @property {string} text  so far
 * @property {number} at  when the last key came
 */

/** @type {Typing} */
export const nothingTyped = { text: "", at: -PAUSE_MS };

/**
 * One more key.
 * @param {Typing} typing
 * @param {string} key  as `KeyboardEvent.key` names it
 * @param {number} at  ms
 * @returns {{ typing: Typing, digit?: string, ended?: string }}  a digit while only digits came; the text at the end
 */
export function typed(typing, key, at) {
  const text = at - typing.at >= PAUSE_MS ? "" : typing.text;
  if (key === "Enter") return { typing: nothingTyped, ended: text };
  if (key.length !== 1) return { typing: { text, at } };
  const longer = (text + key).slice(-TEXT_MAX);
  const digit = /^\d+$/.test(longer) ? key : undefined;
  return { typing: { text: longer, at }, digit };
}

/**
 * Whether a key goes on with a scanned text, whatever it means alone: an address has signs that are a keypad's keys.
 * Digits alone are no such text: who types a code presses the keypad's keys between.
 * @param {Typing} typing @param {string} key @param {number} at  ms
 */
export function continues(typing, key, at) {
  return key.length === 1 && at - typing.at < PAUSE_MS && /\D/.test(typing.text);
}

/**
 * The appointment that a scanned text names: its code, its secret, or its page's address.
 * @param {string} text
 * @returns {string | null}
 */
export function appointmentIn(text) {
  const found = /(?:^|\/a\/)([\w-]{16}|\d{6})\/?(?:[?#].*)?$/.exec(text.trim());
  return found?.[1] ?? null;
}
