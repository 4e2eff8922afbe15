/** How the printer is and what became of a slip, in words for the reception. Pure. */
import { printerWeight, toldPrinterState } from "../shared/printer.js";

/** How the printer is, in one message. @param {string} state */
export function printerWord(state) {
  return `reception-printer-${toldPrinterState(state)}`;
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
