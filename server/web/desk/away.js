/** The tickets that this counter put aside, and those that missed its call and may still come back. */
import { chooserOf } from "./chooser.js";
import { milliseconds, wallClock } from "../shared/time.js";

/**
 * @typedef {object} Away
 * @property {number} id
 * @property {string} number
 * @property {string} service
 * @property {"parked" | "no-show"} status
 * @property {string} since
 * @property {string | null} until  until when it may come back
 */

/**
 * Those that may come back now: the view knows no clock.
 * @param {{ away: Away[] }} view
 * @param {number} now  ms by the server's clock
 */
export function awayNow({ away }, now) {
  return away.filter(({ until }) => until === null || now <= milliseconds(until));
}

/** How it stands with one of them. @param {Away} ticket @returns {import("./chooser.js").Words} */
export function awayWords({ status, since, until }) {
  const time = wallClock(since);
  return status === "parked"
    ? { id: "desk-away-parked", values: { time } }
    : { id: "desk-away-missed", values: { time, until: until ? wallClock(until) : "" } };
}

/**
 * The list from which a digit lets one wait again.
 * @param {{ away: Away[] }} view
 * @param {number} now  ms by the server's clock
 */
export function returnChooser(view, now) {
  const options = awayNow(view, now).map((ticket) => ({
    label: { plain: ticket.number },
    aside: awayWords(ticket),
    order: { command: `return ${ticket.id}`, path: `/tickets/${ticket.id}/return` },
  }));
  return chooserOf({ kind: "return", title: { id: "desk-return" }, nothing: { id: "desk-return-nobody" }, options });
}
