/** Where the reader goes on after the page was drawn: to a button that has moved, to a field with a mistake. */
import { FIRST_FIELD } from "./fields/list.js";

const CONTROLS = ":is(input, textarea, select, button)";

/**
 * @param {HTMLElement} root
 * @param {string} goal  a `data-focus`, a field's `data-key`, or an entry's way behind [`FIRST_FIELD`]
 */
export function focusOn(root, goal) {
  const first = goal.startsWith(FIRST_FIELD) ? goal.slice(FIRST_FIELD.length) : "";
  const entry = first ? root.querySelector(`[data-entry="${first}"]`) : null;
  const found = /** @type {HTMLElement | null} */ (entry?.querySelector(`.body ${CONTROLS}`)
    ?? root.querySelector(`[data-focus="${goal}"]`) ?? withinField(root, goal));
  // A button at the end of its way is off: its entry's then.
  const own = /** @type {HTMLElement | null | undefined} */ (found?.closest(".row")?.querySelector(".toggle"));
  const target = found?.hasAttribute("disabled") ? own : found;
  target?.focus({ preventScroll: true });
  (entry ?? target)?.scrollIntoView({ block: entry ? "start" : "nearest" });
}

/** The field of a way, or the nearest one around it. @param {HTMLElement} root @param {string} goal */
function withinField(root, goal) {
  for (let way = goal.split("."); way.length > 0; way = way.slice(0, -1)) {
    const key = way.join(".");
    const found = root.querySelector(`[data-key="${key}"] ${CONTROLS}, [data-list="${key}"] ${CONTROLS}`);
    if (found) return found;
  }
  return null;
}
