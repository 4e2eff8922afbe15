/** Granting a priority class at the desk: first to whom, then which. */
import { awayNow, awayWords } from "./away.js";
import { chooserOf } from "./chooser.js";
import { reasonWords } from "./reasons.js";

/** @typedef {{ id: string, name: string }} PriorityClass  in the reader's language */

/**
 * @param {import("./situation.js").DeskView} view
 * @param {number} now  ms by the server's clock
 * @param {PriorityClass[]} classes
 */
export function grantChooser(view, now, classes) {
  const waiting = view.queue.map((ticket) => ({ ...ticket, aside: reasonWords(ticket.reason) }));
  const away = awayNow(view, now).map((ticket) => ({ ...ticket, aside: awayWords(ticket) }));
  const options = [...waiting, ...away].map(({ id, number, aside }) => ({
    label: { plain: number }, aside, then: () => classChooser({ id, number }, classes),
  }));
  const nothing = { id: "desk-grant-nobody" };
  return chooserOf({ kind: "grant", title: { id: "desk-grant" }, nothing, options, findable: true });
}

/** @param {{ id: number, number: string }} ticket @param {PriorityClass[]} classes */
function classChooser({ id, number }, classes) {
  const options = classes.map((priority) => ({
    label: { plain: priority.name },
    order: { command: `grant ${id} ${priority.id}`, path: `/tickets/${id}/priority`, body: { priority: priority.id } },
  }));
  const title = { id: "desk-grant-class", values: { number } };
  return chooserOf({ kind: "grant-class", title, nothing: { id: "desk-grant-none" }, options });
}
