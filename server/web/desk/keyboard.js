/** The number pad of a desk: keys of the whole page, except where somebody types or presses something else. */
import { deskKey } from "./keys.js";

const FIELDS = "input, textarea, select, [contenteditable]";
const CONTROLS = "a, button, summary";

/**
 * @param {HTMLElement} root  the page, to show which key is down
 * @param {(key: import("./keys.js").Key) => void} press
 */
export function listenToKeys(root, press) {
  document.addEventListener("keydown", (event) => {
    const key = deskKey(event, targetOf(event));
    if (!key || event.defaultPrevented) return;
    // Keeps `Enter` from also clicking a key's button that has the focus: a key means the same wherever the focus is.
    event.preventDefault();
    root.querySelector(`[data-key="${key}"]`)?.classList.add("down");
    press(key);
  });
  document.addEventListener("keyup", () => {
    for (const cap of root.querySelectorAll("[data-key].down")) cap.classList.remove("down");
  });
}

/** @param {KeyboardEvent} event @returns {"field" | "control" | "page"} */
function targetOf({ target }) {
  if (!(target instanceof Element)) return "page";
  if (target.closest(FIELDS)) return "field";
  return target.closest(CONTROLS) && !target.closest("[data-key]") ? "control" : "page";
}
