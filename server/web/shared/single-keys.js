/**
 * Keys that do something by themselves, with no field or button: they may be switched off at a machine, by whoever
 * dictates or trembles (WCAG 2.1.4). Then the same is done by the buttons.
 */
const PLACE = "moi-single-keys";

/** @returns {boolean} */
export function singleKeysAreOn() {
  try {
    return localStorage.getItem(PLACE) !== "off";
  } catch {
    // A browser that keeps nothing keeps no switch: the keys are on.
    return true;
  }
}

/** On to off, and back. */
export function switchSingleKeys() {
  try {
    if (singleKeysAreOn()) localStorage.setItem(PLACE, "off");
    else localStorage.removeItem(PLACE);
  } catch (error) {
    console.warn(error);
  }
}
