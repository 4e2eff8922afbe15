/**
 * Which slide is on: each stands for its time, and all stand still while somebody is called. One whose picture has not
 * come is passed over. Pure.
 */

/** ms */
export const SLIDE_MS = 15_000;

/**
 * @typedef {{ index: number | null, since: number }} SlideShow  no index while none can be shown
 */

/** @param {number} steady @returns {SlideShow} */
export function firstSlide(steady) {
  return { index: null, since: steady };
}

/**
 * @param {SlideShow} show
 * @param {boolean[]} ready  which slides can be shown
 * @param {boolean} calling
 * @param {number} steady
 * @returns {SlideShow}  the same object when nothing changed
 */
export function nextSlide(show, ready, calling, steady) {
  if (calling) return show;
  const isOn = show.index !== null && ready[show.index] === true;
  if (isOn && steady - show.since < SLIDE_MS) return show;
  const next = following(show.index ?? -1, ready);
  return next === show.index ? show : { index: next, since: steady };
}

/** @param {number} index @param {boolean[]} ready @returns {number | null} */
function following(index, ready) {
  for (let step = 1; step <= ready.length; step += 1) {
    const next = (index + step) % ready.length;
    if (ready[next]) return next;
  }
  return null;
}
