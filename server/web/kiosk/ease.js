/**
 * How a visitor sees and hears the kiosk. Each choice belongs to one visitor and ends with the visit; a machine that
 * always stands low, say, has its own in its address: `?layout=low`. Pure.
 */

/**
 * `low`: all controls in the lower half, within reach from a wheelchair · `large`: larger type, fewer words ·
 * `aloud`: what is on the screen is read aloud · `contrast`: white on black.
 * @typedef {{ low: boolean, large: boolean, aloud: boolean, contrast: boolean }} Ease
 * @typedef {keyof Ease} EaseName
 */

/** In the order of their buttons. @type {EaseName[]} */
export const EASES = ["low", "large", "aloud", "contrast"];

/** @type {Ease} */
export const noEase = { low: false, large: false, aloud: false, contrast: false };

/**
 * The machine's own, from its address: `?layout=low`, or several with commas. Reading aloud is no layout: a machine
 * that talks to an empty hall is soon switched off.
 * @param {string} search  of the address
 * @returns {Ease}
 */
export function easeOf(search) {
  const words = (new URLSearchParams(search).get("layout") ?? "").split(",");
  const has = (/** @type {EaseName} */ name) => words.includes(name);
  return { low: has("low"), large: has("large"), aloud: false, contrast: has("contrast") };
}
