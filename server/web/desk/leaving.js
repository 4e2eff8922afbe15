/**
 * What becomes of those who wait when the last open counter of their service closes or pauses: the server refuses that
 * until it is said, and the desk asks.
 */
import { chooserOf } from "./chooser.js";

/** States of a counter that calls people. */
const OPEN = ["open", "calling", "serving"];

/**
 * @typedef {{ waiting: number, services: { service: string, waiting: number }[] }} PeopleWait  of the problem document
 *
 * @param {import("./situation.js").DeskView} view
 * @param {import("./chooser.js").ChosenOrder} wanted  the order that was refused
 * @param {PeopleWait} problem
 * @param {{ nameOf: (code: string) => string, say: (id: string, values: Record<string, string | number>) => string }}
 *   words  `nameOf`: a service in the reader's language
 */
export function leavingChooser(view, wanted, { waiting, services }, { nameOf, say }) {
  const closes = wanted.path.endsWith("/close");
  const named = services.map(({ service, waiting: count }) =>
    say("desk-leaving-service", { service: nameOf(service), waiting: count }));
  const order = (/** @type {string} */ what, /** @type {object} */ said) =>
    ({ ...wanted, command: `${wanted.command} ${what}`, body: { ...wanted.body, ...said } });
  const wait = {
    label: { id: "desk-leaving-wait" },
    aside: { id: closes ? "desk-leaving-wait-close" : "desk-leaving-wait-pause", values: { counter: view.counter } },
    order: order("leave", { leave_waiting: true }),
  };
  const toCounters = view.others.filter(({ state }) => OPEN.includes(state)).map(({ counter, officer }) => ({
    label: { id: "desk-leaving-to", values: { counter } },
    aside: officer ? { plain: officer } : null,
    order: order(`to ${counter}`, { hand_over: { counter } }),
  }));
  return chooserOf({
    kind: "leaving",
    title: { id: "desk-leaving", values: { count: waiting, services: named.join(", ") } },
    nothing: { id: "desk-leaving-nowhere" },
    options: [wait, ...toCounters],
  });
}
