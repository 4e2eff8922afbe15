/**
 * A keypad in front of the screen: four arrows, Enter and a help key lead through the kiosk without sight or touch.
 * Right and down go to the next control, left and up to the one before, round and round; what is long is scrolled.
 */

/** Help keys of keypads and keyboards. */
const HELP = ["F1", "Help", "?", "*"];

/**
 * What a key asks for; null for one that the keypad has no use for.
 * @param {string} key  as `KeyboardEvent.key` names it
 * @returns {"next" | "before" | "help" | "louder" | "softer" | "back" | null}
 */
export function keyMeaning(key) {
  if (key === "ArrowRight" || key === "ArrowDown") return "next";
  if (key === "ArrowLeft" || key === "ArrowUp") return "before";
  if (HELP.includes(key)) return "help";
  if (key === "+") return "louder";
  if (key === "-") return "softer";
  return key === "Escape" ? "back" : null;
}

/**
 * The place after one of so many, round and round; -1 is before the first.
 * @param {number} at @param {number} count @param {"next" | "before"} way
 */
export function placeAfter(at, count, way) {
  if (count === 0) return -1;
  if (way === "next") return (at + 1) % count;
  return at <= 0 ? count - 1 : at - 1;
}

/**
 * Puts the focus on the next control of the screen, or scrolls what has the focus as long as there is more of it.
 * @param {Element} root @param {"next" | "before"} way
 */
export function moveFocus(root, way) {
  const focused = document.activeElement;
  if (focused instanceof HTMLElement && scrolled(focused, way)) return;
  const controls = [...root.querySelectorAll("[data-action]:not(:disabled), button[aria-disabled], [tabindex='0']")]
    .filter((one) => one.getClientRects().length > 0);
  const at = focused ? controls.indexOf(focused) : -1;
  const next = /** @type {HTMLElement | undefined} */ (controls[placeAfter(at, controls.length, way)]);
  next?.focus();
}

/** @param {HTMLElement} element @param {"next" | "before"} way @returns {boolean} whether there was more of it */
function scrolled(element, way) {
  const before = element.scrollTop;
  if (element.tabIndex === 0 && !element.matches("button")) {
    element.scrollBy({ top: (way === "next" ? 0.8 : -0.8) * element.clientHeight, behavior: "instant" });
  }
  return element.scrollTop !== before;
}
