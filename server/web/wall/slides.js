/** Which slide is on: each stands for its time, and all stand still while somebody is called. Pure. */

/** ms */
export const SLIDE_MS = 15_000;

/**
 * @typedef {{ index: number, since: number }} SlideShow
 */

/** @param {number} steady @returns {SlideShow} */
export function firstSlide(steady) {
  return { index: 0, since: steady };
}

/**
 * @param {SlideShow} show
 * @param {number} count  how many slides there are
 * @param {boolean} calling
 * @param {number} steady
 * @returns {SlideShow}  the same object when nothing changed
 */
export function nextSlide(show, count, calling, steady) {
  if (count < 2 || calling || steady - show.since < SLIDE_MS) return show;
  return { index: (show.index + 1) % count, since: steady };
}
