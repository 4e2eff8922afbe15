/**
 * A scanner before the page: a keyboard that types an address quicker than any hand, and ends with Enter. Its letters
 * must not choose services. Pure: keys carry their time.
 */

/** Keys of a scanner follow each other within this, ms; two of a hand that are so near are no `htt`. */
const APART_MS = 60;
/** Longer than any address of an appointment. */
const TEXT_MAX = 200;

/** @typedef {{ text: string, at: number }} Scan  what came so far without a pause, and when the last key came */

/** @type {Scan} */
export const nothingScanned = { text: "", at: -APART_MS };

/**
 * One more key.
 * @param {Scan} scan
 * @param {string} key  as `KeyboardEvent.key` names it
 * @param {number} at  ms
 * @returns {{ scan: Scan, held: boolean, begins: boolean, ended?: string }}  `held`: it is the scanner's, not the
 *   page's; `begins`: it follows on nothing; `ended`: the whole address
 */
export function scanned(scan, key, at) {
  const text = at - scan.at > APART_MS ? "" : scan.text;
  if (key === "Enter") {
    return isAddress(text)
      ? { scan: nothingScanned, held: true, begins: false, ended: text }
      : { scan: nothingScanned, held: false, begins: false };
  }
  if (key.length !== 1) return { scan: { text, at }, held: isAddress(text), begins: false };
  const longer = (text + key).slice(0, TEXT_MAX);
  return { scan: { text: longer, at }, held: isAddress(longer), begins: text === "" };
}

/** The first two letters could be a hand's. @param {string} text */
function isAddress(text) {
  return /^htt/i.test(text);
}
