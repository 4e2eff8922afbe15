/** What the kiosk can honestly say about the slip of a ticket, from how far it came and how the printer is. */

/** A slip that nobody has taken off the server's hands for so long is in doubt, ms. */
const QUEUED_MS = 8_000;

/**
 * `coming`: take it out of the slot · `paper`: the printer has none · `printer`: it can't print now ·
 * `unsure`: nobody knows whether it came out · `none`: this office prints no slips ·
 * `before`: the number was given before, and no slip comes now.
 * @typedef {"coming" | "paper" | "printer" | "unsure" | "none" | "before"} SlipStory
 */

/**
 * @param {{ print: string, view: any, at: number, shownAt: number, ticket?: any }} visit
 * @returns {SlipStory}
 */
export function slipStory({ print, view, at, shownAt, ticket }) {
  if (ticket?.checked_in_before) return "before";
  const cause = causeOf(view?.printer?.state);
  switch (print) {
    case "none":
      return "none";
    case "failed":
      return cause ?? "printer";
    case "unconfirmed":
      return cause ?? "unsure";
    case "queued":
      return cause ?? (at - shownAt >= QUEUED_MS ? "unsure" : "coming");
    case "sent":
    case "confirmed":
      return "coming";
    default:
      return "unsure";
  }
}

/** @param {string | undefined} printer @returns {"paper" | "printer" | null} */
function causeOf(printer) {
  switch (printer) {
    case "out-of-paper":
      return "paper";
    case "cover-open":
    case "offline":
    case "error":
      return "printer";
    default:
      return null;
  }
}
