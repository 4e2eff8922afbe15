/** Where the ticket at the counter can be handed on to: another service, or an officer's counter. */
import { chooserOf } from "./chooser.js";

/** Where in the order, with the words for it; none: what the set-up says. @type {[string | undefined, string][]} */
const PLACES = [
  [undefined, "desk-transfer-usual"],
  ["front", "desk-transfer-front"],
  ["end", "desk-transfer-end"],
];

/**
 * The list of services and counters; each leads to the question where in the order.
 * @param {import("./situation.js").DeskView} view
 * @param {{ code: string, name: string }[]} services  of the office, in the reader's language
 */
export function transferChooser(view, services) {
  const toServices = services.filter(({ code }) => code !== view.visit?.service).map(({ code, name }) => ({
    label: { plain: name },
    then: () => placeChooser(view.counter, { service: code }, { plain: name }),
  }));
  const staffed = view.others.filter(({ state }) => state !== "closed");
  const toCounters = staffed.map(({ counter, officer }) => ({
    label: { id: "desk-counter", values: { counter } },
    aside: officer ? { plain: officer } : null,
    then: () => placeChooser(view.counter, { counter }, { id: "desk-counter", values: { counter } }),
  }));
  return chooserOf({
    kind: "transfer",
    title: { id: "desk-transfer", values: { number: view.visit?.number ?? "" } },
    nothing: { id: "desk-transfer-nowhere" },
    options: [...toCounters, ...toServices],
  });
}

/**
 * @param {number} own  the counter that hands it on
 * @param {{ service: string } | { counter: number }} to
 * @param {import("./chooser.js").Words} name
 */
function placeChooser(own, to, name) {
  const options = PLACES.map(([place, id]) => ({
    label: { id },
    aside: name,
    order: {
      command: `transfer ${JSON.stringify(to)} ${place ?? ""}`,
      path: `/counters/${own}/transfer`,
      body: place ? { ...to, place } : to,
    },
  }));
  return chooserOf({
    kind: "transfer-place", title: { id: "desk-transfer-place" }, nothing: { id: "desk-transfer-nowhere" }, options,
  });
}
