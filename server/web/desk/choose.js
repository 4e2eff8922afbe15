/** Calling somebody out of turn: first whom, then why, where the set-up has reasons. */
import { awayNow, awayWords } from "./away.js";
import { chooserOf } from "./chooser.js";
import { reasonWords } from "./reasons.js";

/** @typedef {{ id: string, name: string }} CallReason  in the reader's language */

/**
 * @param {import("./situation.js").DeskView} view
 * @param {number} now  ms by the server's clock
 * @param {{ reasons: CallReason[], required: boolean }} why
 */
export function ticketChooser(view, now, why) {
  const waiting = view.queue.map((ticket) => ({ ...ticket, aside: reasonWords(ticket.reason) }));
  const away = awayNow(view, now).map((ticket) => ({ ...ticket, aside: awayWords(ticket) }));
  const options = [...waiting, ...away].map(({ id, number, aside }) => {
    const label = { plain: number };
    return why.reasons.length === 0
      ? { label, aside, order: orderFor(view.counter, id, null) }
      : { label, aside, then: () => reasonChooser(view.counter, { id, number }, why) };
  });
  const nothing = { id: "desk-call-nobody" };
  return chooserOf({ kind: "call", title: { id: "desk-call" }, nothing, options, findable: true });
}

/**
 * @param {number} counter
 * @param {{ id: number, number: string }} ticket
 * @param {{ reasons: CallReason[], required: boolean }} why
 */
function reasonChooser(counter, { id, number }, { reasons, required }) {
  const named = reasons.map((reason) => ({
    label: { plain: reason.name }, order: orderFor(counter, id, reason.id),
  }));
  const without = { label: { id: "desk-call-without-reason" }, order: orderFor(counter, id, null) };
  return chooserOf({
    kind: "call-reason",
    title: { id: "desk-call-why", values: { number } },
    nothing: { id: "desk-call-nobody" },
    options: required ? named : [...named, without],
  });
}

/** @param {number} counter @param {number} ticket @param {string | null} reason */
function orderFor(counter, ticket, reason) {
  return {
    command: `call ${ticket} ${reason ?? ""}`,
    path: `/counters/${counter}/next`,
    body: reason === null ? { ticket } : { ticket, reason },
  };
}
