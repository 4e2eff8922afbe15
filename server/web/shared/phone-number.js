/** Phone numbers in groups, as people read them out. */

/** Vietnam's country code. */
const HOME = "+84";
/** Keeps the groups on one line. */
const SPACE = "\u00a0";

/**
 * A Vietnamese number in its national form (mobile 4-3-3, landline by area), any other after its + in groups of three.
 * @param {string} phone  E.164, such as +84912345678
 */
export function inGroups(phone) {
  if (!phone.startsWith(HOME)) return `+${split(phone.slice(1), [3, 3, 3, 3, 3])}`;
  const national = `0${phone.slice(HOME.length)}`;
  // Hà Nội and Thành phố Hồ Chí Minh have the short area codes.
  if (/^02[48]/.test(national)) return split(national, [3, 4, 4]);
  return split(national, [4, 3, 4]);
}

/** @param {string} digits @param {number[]} lengths */
function split(digits, lengths) {
  let at = 0;
  return lengths.map((length) => digits.slice(at, (at += length))).filter(Boolean).join(SPACE);
}
