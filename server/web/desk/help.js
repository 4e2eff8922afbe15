/**
 * Asking for help without a word: a chord of two keys that nobody presses by mistake, and that looks like any other
 * work. No page or network in here.
 */

/** The key that is held down, by its place and by its sign, and the one that is pressed with it. */
const HELD_CODES = ["NumpadDecimal"];
const HELD_SIGNS = [".", ","];
const PRESSED_SIGN = "+";

/** @typedef {Pick<KeyboardEvent, "key" | "code" | "repeat" | "ctrlKey" | "altKey" | "metaKey">} Press */

/** Knows which keys are down. */
export class HelpChord {
  #isHeld = false;

  /**
   * @param {Press} press
   * @returns {boolean}  whether the chord is complete with this key
   */
  down(press) {
    if (isHeldKey(press)) this.#isHeld = true;
    const isPlain = !press.repeat && !press.ctrlKey && !press.altKey && !press.metaKey;
    return this.#isHeld && isPlain && press.key === PRESSED_SIGN;
  }

  /** @param {Press} press */
  up(press) {
    if (isHeldKey(press)) this.#isHeld = false;
  }

  /** The page has lost the keyboard: a key that went up meanwhile was not heard. */
  forget() {
    this.#isHeld = false;
  }
}

/** @param {Press} press */
function isHeldKey({ key, code }) {
  return HELD_CODES.includes(code) || HELD_SIGNS.includes(key);
}

/**
 * What the chord does now: asks, or ends what was asked.
 * @param {import("./situation.js").DeskView} view
 * @returns {"POST" | "DELETE"}
 */
export function helpMethod(view) {
  return view.help_since ? "DELETE" : "POST";
}
