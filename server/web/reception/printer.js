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
 * What came of printing once more: a printer that is out prints nothing, whatever was asked of it.
 * @param {string} state  the printer's
 * @returns {{ tone: "bad" | "fine", id: string }}
 */
export function reprintWord(state) {
  return printerWeight(state) === "bad"
    ? { tone: "bad", id: "reception-reprint-out" } : { tone: "fine", id: "reception-reprinting" };
}

/**
 * How far the slip is: printed once more, what became of the one before no longer counts, unless the printer is out.
 * @param {{ print: string, reprinted: string | null }} given  `reprinted`: how far it was when it was asked for again
 * @param {string} state  the printer's
 */
export function printShown({ print, reprinted }, state) {
  return print === reprinted && printerWeight(state) !== "bad" ? "queued" : print;
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
