/**
 * A list on the desk of which a digit chooses one: whom to let wait again, where to transfer to. What is on it stays
 * as it was when it opened, so that no digit changes its meaning under the finger; what is no longer possible, the
 * server refuses in words.
 */

/** As many as there are digits; `0` turns the page, and closes the list on the last. */
export const PER_PAGE = 9;

/**
 * @typedef {{ id: string, values?: Record<string, string | number> } | { plain: string }} Words
 *   of the catalogue, or plain
 *
 * @typedef {object} ChosenOrder
 * @property {string} command  tells it apart from every other order
 * @property {string} path  of the POST, below /api/v1
 * @property {object} [body]
 * @property {"sign-out"} [then]  what follows when it was done
 *
 * @typedef {object} Option
 * @property {Words} label
 * @property {string} [digit]  none: by its place
 * @property {Words | null} [aside]
 * @property {boolean} [marked]  is in force already; choosing it takes it away
 * @property {ChosenOrder} [order]  what choosing it does
 * @property {() => Chooser} [then]  or the list that follows
 *
 * @typedef {object} Chooser
 * @property {string} kind
 * @property {Words} title
 * @property {Words} nothing  said when there is no option
 * @property {Option[]} options
 * @property {number} page  from 0
 */

/**
 * @param {{ kind: string, title: Words, nothing: Words, options: Option[] }} list
 * @returns {Chooser}
 */
export function chooserOf(list) {
  return { ...list, page: 0 };
}

/**
 * What stands on the page now, each with its digit.
 * @param {Chooser} chooser
 * @returns {{ digit: string, option: Option }[]}
 */
export function shownOptions({ options, page }) {
  const shown = options.slice(page * PER_PAGE, (page + 1) * PER_PAGE);
  return shown.map((option, place) => ({ digit: option.digit ?? String(place + 1), option }));
}

/** @param {Chooser} chooser */
export function hasMore({ options, page }) {
  return options.length > (page + 1) * PER_PAGE;
}

/**
 * A key while the list is open: the list as it is then, and what is to be sent. No list: it is closed.
 * @param {Chooser} chooser
 * @param {string} key
 * @returns {{ chooser: Chooser | null, order?: ChosenOrder }}
 */
export function chooserKey(chooser, key) {
  if (key === "0" && hasMore(chooser)) return { chooser: { ...chooser, page: chooser.page + 1 } };
  if (key === "0" || key === "Backspace") return { chooser: null };
  const chosen = shownOptions(chooser).find(({ digit }) => digit === key)?.option;
  if (!chosen) return { chooser };
  if (chosen.then) return { chooser: chosen.then() };
  return { chooser: null, order: chosen.order };
}
