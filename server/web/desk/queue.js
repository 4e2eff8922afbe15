/** The queue of a desk as rows: sorted by the time that decides, with the reason for that time in words. */
import { minutesBetween, wallClock } from "../shared/time.js";
import { reasonWords } from "./reasons.js";

/**
 * @typedef {object} QueueRow
 * @property {number} id
 * @property {string} number
 * @property {string} service
 * @property {number} cases  people or files
 * @property {number} then  services that come after
 * @property {boolean} noted  whether there is a note on it
 * @property {string} at  the time that the order goes by, such as "09:18"
 * @property {ReturnType<typeof reasonWords>} reason  null: a kind that is not known
 * @property {number} waited  minutes since the ticket was taken, or since the time of its appointment
 */

/**
 * @param {import("./situation.js").DeskView} view
 * @param {number} now  ms by the server's clock
 * @returns {{ rows: QueueRow[], more: number }}  `more`: how many stand behind the rows
 */
export function queueRows(view, now) {
  const rows = view.queue.map((ticket) => ({
    id: ticket.id,
    number: ticket.number,
    service: ticket.service,
    cases: ticket.cases,
    then: ticket.then.length,
    noted: ticket.noted,
    at: wallClock(ticket.effective),
    // Why it is here says more than that it came in its turn.
    reason: ticket.helped ? { id: "desk-reason-helped", values: {} } : reasonWords(ticket.reason),
    waited: minutesBetween(waitsSince(ticket), now),
  }));
  return { rows, more: Math.max(0, view.queue_total - rows.length) };
}

/**
 * How many of the rows stand wholly in the list: half a row says neither who it is nor that others follow. The first
 * one stands there always.
 * @param {number[]} bottoms  lower edge of each row, from the top of the list, px
 * @param {number} room  height of the list, px
 */
export function wholeRows(bottoms, room) {
  // Zoomed pages have edges between pixels.
  const cut = bottoms.findIndex((bottom) => bottom > room + 1);
  return cut === -1 ? bottoms.length : Math.max(1, cut);
}

/** Who came early for an appointment waits from its time on. @param {any} ticket */
function waitsSince({ taken_at: taken, reason }) {
  return reason.kind === "appointment" && reason.at > taken ? reason.at : taken;
}
