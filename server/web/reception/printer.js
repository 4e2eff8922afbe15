/** How the printer is, for who stands beside it. Pure. */

/** States of the printer by how much they ask for. @type {Record<string, "fine" | "warn" | "bad">} */
const WEIGHT = {
  "ready": "fine",
  "near-end": "warn",
  "unknown": "warn",
  "out-of-paper": "bad",
  "cover-open": "bad",
  "offline": "bad",
  "error": "bad",
};

/** @param {string} state */
export function printerWeight(state) {
  return WEIGHT[state] ?? "warn";
}

/** Its message; a state that is not known counts as unknown. @param {string} state */
export function printerWord(state) {
  return `reception-printer-${state in WEIGHT ? state : "unknown"}`;
}

/**
 * What becomes of the slip of a ticket that was just given, in one message.
 * @param {{ print: string, paper: boolean }} given
 */
export function slipWord({ print, paper }) {
  if (paper) return "reception-slip-paper";
  switch (print) {
    case "queued":
    case "sent":
    case "confirmed":
    case "failed":
    case "none":
      return `reception-slip-${print}`;
    default:
      return "reception-slip-unconfirmed";
  }
}
