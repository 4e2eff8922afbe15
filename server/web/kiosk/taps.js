/**
 * Touch as hands do it: a tap counts when the finger went down and up on the same button, even if it trembled, slipped
 * a little or pressed for long. What a browser adds (menus, zoom, selection, dragging) does nothing here.
 */

/** How far beside its button a finger may come up, in units of the page's root font size (2 rem are 5 mm). */
const SLIP_REM = 2;
/** A second tap so soon and so near belongs to the first one, whatever has come under the finger meanwhile. */
const TWICE_MS = 450;
/** The same on a button that is there to be tapped again and again (`data-repeats`): slower than a trembling finger. */
const REPEAT_MS = 180;
const TWICE_REM = 8;

/**
 * @typedef {{ x: number, y: number, at: number }} Tap
 * @typedef {{ left: number, right: number, top: number, bottom: number }} Box
 */

/**
 * Whether a tap is the second half of a double tap.
 * @param {Tap | null} last  the tap that counted last
 * @param {Tap} tap
 * @param {number} rem  pixels in a rem
 * @param {boolean} [repeats]  whether both are on the same button, which may be tapped fast
 */
export function isSecondTap(last, tap, rem, repeats = false) {
  if (!last || tap.at - last.at > (repeats ? REPEAT_MS : TWICE_MS)) return false;
  return Math.hypot(tap.x - last.x, tap.y - last.y) <= TWICE_REM * rem;
}

/**
 * Whether a finger came up on its button or just beside it.
 * @param {Box} box @param {{ x: number, y: number }} point @param {number} rem
 */
export function isOn(box, { x, y }, rem) {
  const slip = SLIP_REM * rem;
  return x >= box.left - slip && x <= box.right + slip && y >= box.top - slip && y <= box.bottom + slip;
}

/** What a browser would do by itself. */
const UNWANTED = ["contextmenu", "selectstart", "dragstart", "gesturestart", "dblclick"];

/**
 * @param {HTMLElement} root
 * @param {{ onTouch: () => void, onTap: (button: HTMLElement) => void }} tell
 *   `onTouch` for any touch at all, `onTap` for a tap on an element with `data-action`
 */
export function watchTaps(root, { onTouch, onTap }) {
  /** @type {{ button: HTMLElement, pointer: number } | null} */
  let pressed = null;
  /** @type {Tap & { button: HTMLElement } | null} */
  let last = null;
  const rem = () => parseFloat(getComputedStyle(document.documentElement).fontSize);

  root.addEventListener("pointerdown", (event) => {
    onTouch();
    const tap = { x: event.clientX, y: event.clientY, at: event.timeStamp };
    const button = buttonAt(event.target);
    // A second finger or the edge of a hand never takes the press from the first.
    if (!button || !event.isPrimary || event.button !== 0) return;
    // Who types 53 or 55 on a pad means both.
    const types = last !== null && "repeats" in button.dataset && "repeats" in last.button.dataset;
    if (!(types && last?.button !== button) && isSecondTap(last, tap, rem(), types)) return;
    pressed = { button, pointer: event.pointerId };
  });
  root.addEventListener("pointerup", (event) => {
    if (!pressed || pressed.pointer !== event.pointerId) return;
    const { button } = pressed;
    pressed = null;
    const tap = { x: event.clientX, y: event.clientY, at: event.timeStamp };
    if (!button.isConnected || !isOn(button.getBoundingClientRect(), tap, rem())) return;
    last = { ...tap, button };
    onTap(button);
  });
  root.addEventListener("pointercancel", () => (pressed = null));
  // From a keyboard or an assistive device: those clicks have no pointer.
  root.addEventListener("click", (event) => {
    const button = buttonAt(event.target);
    if (event.detail === 0 && button) onTap(button);
  });
  for (const unwanted of UNWANTED) root.addEventListener(unwanted, refuse);
  root.addEventListener("wheel", (event) => event.ctrlKey && event.preventDefault(), { passive: false });
}

/** Fields keep selection and menu: an administrator pastes a token there. @param {Event} event */
function refuse(event) {
  if (!(event.target instanceof HTMLInputElement)) event.preventDefault();
}

/** @param {EventTarget | null} target @returns {HTMLElement | null} */
function buttonAt(target) {
  return target instanceof Element ? target.closest("[data-action]") : null;
}
