/** How a visit came out: chosen from the set-up's list, before the visit ends, with its end, or after it. */
import { chooserOf } from "./chooser.js";

/**
 * @typedef {{ id: string, name: string }} Outcome  in the reader's language
 * @typedef {import("./situation.js").DeskView} DeskView
 */

/**
 * The list of key 6: for the visit at hand, or else for the one that ended last.
 * @param {DeskView} view
 * @param {Outcome[]} outcomes
 */
export function outcomeChooser(view, outcomes) {
  const { number, outcome: noted } = view.visit ?? view.last ?? { number: "", outcome: null };
  const options = outcomes.map(({ id, name }) => ({
    label: { plain: name },
    aside: id === noted ? { id: "desk-outcome-noted" } : null,
    order: { command: `outcome ${id}`, path: `/counters/${view.counter}/outcome`, body: { outcome: id } },
  }));
  return listFor(number, options);
}

/**
 * The list that comes before a visit's end where the office asks for each outcome; null when nothing is missing.
 * @param {DeskView} view
 * @param {"finish" | "next"} command  what ends the visit
 * @param {{ outcomes: Outcome[], required: boolean }} rule
 */
export function endingChooser(view, command, { outcomes, required }) {
  if (!required || !view.visit || view.visit.outcome !== null) return null;
  const options = outcomes.map(({ id, name }) => ({
    label: { plain: name },
    order: { command: `${command} ${id}`, path: `/counters/${view.counter}/${command}`, body: { outcome: id } },
  }));
  return listFor(view.visit.number, options);
}

/** @param {string} number @param {import("./chooser.js").Option[]} options */
function listFor(number, options) {
  return chooserOf({
    kind: "outcome", title: { id: "desk-outcome", values: { number } }, nothing: { id: "desk-outcome-none" }, options,
  });
}
