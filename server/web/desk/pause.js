/**
 * Why the counter pauses, where the set-up has reasons: a digit each, and `9` once more, the key that opened the list,
 * to pause without one. Whoever is in a hurry presses the same key twice and looks at nothing.
 */
import { chooserOf } from "./chooser.js";

/**
 * @param {number} counter
 * @param {{ id: string, name: string, usual_minutes: number | null }[]} reasons  in the reader's language
 */
export function pauseChooser(counter, reasons) {
  const path = `/counters/${counter}/pause`;
  const named = reasons.map(({ id, name, usual_minutes: minutes }) => ({
    label: { plain: name },
    aside: minutes === null ? null : { id: "desk-pause-minutes", values: { minutes } },
    order: { command: `pause ${id}`, path, body: { reason: id } },
  }));
  const without = { digit: "9", label: { id: "desk-pause-without" }, order: { command: "pause", path } };
  return chooserOf({
    kind: "pause", title: { id: "desk-pause" }, nothing: { id: "desk-pause" }, options: [...named, without],
  });
}
