/**
 * A list on the desk of which a digit chooses one: whom to let wait again, where to transfer to. What is on it stays
 * as it was when it opened, so that no digit changes its meaning under the finger; what is no longer possible, the
 * server refuses in words.
 */

/** Digits of a number that is typed: no sequence of a day has more. */
const TYPED_MAX = 4;

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
 * @property {boolean} [findable]  its options are numbers on slips: `*` or `/` opens typing one
 * @property {string | null} [typed]  the figures so far; null or none: nobody types
 * @property {boolean} [loading]  the rest of its options is on its way
 */

/**
 * @param {{ kind: string, title: Words, nothing: Words, options: Option[], findable?: boolean }} list
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

/** How many stand on later pages. @param {Chooser} chooser */
export function moreCount({ options, page }) {
  return Math.max(0, options.length - (page + 1) * PER_PAGE);
}

/** Whether a number may be typed: only where one page doesn't show them all. @param {Chooser} chooser */
export function mayType({ findable, options, loading }) {
  return findable === true && (options.length > PER_PAGE || loading === true);
}

/**
 * The list with those at its end that it had not when it opened: no digit changes its meaning by it.
 * @param {Chooser} chooser
 * @param {Chooser} whole
 * @returns {Chooser}
 */
export function completed(chooser, { options }) {
  const known = new Set(chooser.options.map(({ label }) => JSON.stringify(label)));
  const rest = options.filter(({ label }) => !known.has(JSON.stringify(label)));
  return { ...chooser, options: [...chooser.options, ...rest], loading: false };
}

/**
 * Those whose figures are the typed ones, of every letter: `12` is A012 and C012.
 * @param {Chooser} chooser
 * @returns {Option[]}
 */
export function found({ options, typed }) {
  if (!typed) return [];
  const figures = (/** @type {Words} */ label) => ("plain" in label ? /\d+$/.exec(label.plain)?.[0] : undefined);
  return options.filter(({ label }) => figures(label) !== undefined && Number(figures(label)) === Number(typed));
}

/**
 * A key while a number is typed.
 * @param {Chooser} chooser
 * @param {string} key
 * @returns {{ chooser: Chooser | null, order?: ChosenOrder }}
 */
function typedKey(chooser, key) {
  const typed = chooser.typed ?? "";
  if (/^\d$/.test(key)) {
    return { chooser: typed.length < TYPED_MAX ? { ...chooser, typed: typed + key } : chooser };
  }
  if (key === "Backspace") return { chooser: { ...chooser, typed: typed === "" ? null : typed.slice(0, -1) } };
  if (key !== "Enter") return { chooser };
  const options = found(chooser);
  if (options.length === 1) return chosenFrom(options[0]);
  return { chooser: options.length === 0 ? chooser : { ...chooser, options, page: 0, typed: null, loading: false } };
}

/** @param {Option} option @returns {{ chooser: Chooser | null, order?: ChosenOrder }} */
function chosenFrom({ then, order }) {
  return then ? { chooser: then() } : { chooser: null, order };
}

/**
 * A key while the list is open: the list as it is then, and what is to be sent. No list: it is closed.
 * @param {Chooser} chooser
 * @param {string} key
 * @returns {{ chooser: Chooser | null, order?: ChosenOrder }}
 */
export function chooserKey(chooser, key) {
  if (typeof chooser.typed === "string") return typedKey(chooser, key);
  if ((key === "*" || key === "/") && mayType(chooser)) return { chooser: { ...chooser, typed: "" } };
  // Its next page is on its way.
  if (key === "0" && chooser.loading && !hasMore(chooser)) return { chooser };
  if (key === "0" && hasMore(chooser)) return { chooser: { ...chooser, page: chooser.page + 1 } };
  if (key === "0" || key === "Backspace") return { chooser: null };
  const chosen = shownOptions(chooser).find(({ digit }) => digit === key)?.option;
  return chosen ? chosenFrom(chosen) : { chooser };
}
