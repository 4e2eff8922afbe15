/** The number pad of a desk: keys of the whole page, except where somebody types or presses something else. */
import { singleKeysAreOn } from "../shared/single-keys.js";
import { isContactKey } from "./contact.js";
import { HelpChord } from "./help.js";
import { deskKey, scrollKey, unusedDigit } from "./keys.js";

const FIELDS = "input, textarea, select, [contenteditable]";
const CONTROLS = "a, button, summary";

/**
 * @param {HTMLElement} root  the page, to show which key is down
 * @param {object} told
 * @param {(key: import("./keys.js").Key) => void} told.press
 * @param {(digit: string) => void} told.pressUnused  a digit of which the desk makes no use
 * @param {() => void} told.pressContact  the key of the phone number
 * @param {() => void} told.pressHelp  the chord that asks for help
 */
export function listenToKeys(root, { press, pressUnused, pressContact, pressHelp }) {
  const chord = new HelpChord();
  window.addEventListener("blur", () => chord.forget());
  document.addEventListener("keydown", (event) => {
    // Also in a field, and before the key of the phone number that is a part of it.
    if (chord.down(event)) {
      event.preventDefault();
      return pressHelp();
    }
    if (event.defaultPrevented || !singleKeysAreOn()) return;
    const target = targetOf(event);
    if (isContactKey(event, target)) return pressContact();
    const far = scrollKey(event, target);
    const matter = root.querySelector(".matter");
    if (far !== 0 && matter) {
      event.preventDefault();
      return matter.scrollBy({ top: far * matter.clientHeight });
    }
    if (event.key === "Escape" && root.querySelector("[data-chooser]")) return press("Backspace");
    const unused = unusedDigit(event, target);
    if (unused) return pressUnused(unused);
    const key = deskKey(event, target);
    if (!key) return;
    // Keeps `Enter` from also clicking a key's button that has the focus: a key means the same wherever the focus is.
    event.preventDefault();
    root.querySelector(`[data-key="${key}"]`)?.classList.add("down");
    press(key);
  });
  document.addEventListener("keyup", (event) => {
    chord.up(event);
    for (const cap of root.querySelectorAll("[data-key].down")) cap.classList.remove("down");
  });
}

/** @param {KeyboardEvent} event @returns {"field" | "control" | "page"} */
function targetOf({ target }) {
  if (!(target instanceof Element)) return "page";
  if (target.closest(FIELDS)) return "field";
  return target.closest(CONTROLS) && !target.closest("[data-key]") ? "control" : "page";
}
