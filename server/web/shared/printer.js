/** How much a printer's state asks of who stands beside it. Pure. */

/** @type {Record<string, "fine" | "warn" | "bad">} */
const WEIGHT = {
  "ready": "fine",
  "near-end": "warn",
  "unknown": "warn",
  "out-of-paper": "bad",
  "cover-open": "bad",
  "offline": "bad",
  "error": "bad",
};

/** A state that is not known is a doubt. @param {string} state */
export function printerWeight(state) {
  return WEIGHT[state] ?? "warn";
}

/** The state as pages have words for it: one that they don't know counts as unknown. @param {string} state */
export function toldPrinterState(state) {
  return state in WEIGHT ? state : "unknown";
}
