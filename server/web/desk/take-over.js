/** Taking a counter over from another officer: asked for on a list, so that no single key does it by mistake. */
import { chooserOf } from "./chooser.js";

/** For so long the desk says whose the counter was, ms: until whoever was there has looked. */
const TOLD_MS = 15 * 60_000;

/** @param {import("./situation.js").DeskView} view */
export function takeOverChooser(view) {
  const { counter, officer, visit } = view;
  const path = `/counters/${counter}/open`;
  const number = visit?.number;
  return chooserOf({
    kind: "take-over",
    title: { id: "desk-take-over", values: { counter, officer: officer ?? "" } },
    nothing: { id: "desk-take-over" },
    options: [{
      label: { id: "desk-take-over-yes", values: { counter } },
      aside: number ? { id: "desk-take-over-with", values: { number } } : null,
      order: { command: "take-over", path, body: { take_over: true } },
    }],
  });
}

/**
 * What both officers are told after a counter was taken over: the one who has it now, and the one who had it.
 * @param {import("./situation.js").DeskView} view
 * @param {string} officer  the reader's name
 * @param {number} now  ms
 * @param {(stamp: string) => number} milliseconds
 * @returns {{ id: string, officer: string, at: string } | null}
 */
export function takenOver(view, officer, now, milliseconds) {
  const from = view.taken_from;
  if (!from || now - milliseconds(from.at) > TOLD_MS) return null;
  const same = (/** @type {string | null} */ one) => one?.normalize("NFC") === officer.normalize("NFC");
  if (same(view.officer)) return { id: "desk-taken-by-you", officer: from.officer, at: from.at };
  if (same(from.officer)) return { id: "desk-taken-from-you", officer: view.officer ?? "", at: from.at };
  return null;
}
