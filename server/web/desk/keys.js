/** What each key of the number pad does in each situation. The page shows all keys always; this says which work. */
import { NOTE_KEY } from "./note.js";
import { undoNow } from "./undo.js";

/**
 * @typedef {import("./situation.js").Situation} Situation
 * @typedef {import("./situation.js").DeskView} DeskView
 *
 * @typedef {"Enter" | "0" | "1" | "2" | "3" | "4" | "5" | "6" | "8" | "9" | "*" | "/" | "-" | "Backspace"} Key
 * @typedef {"open" | "pause" | "close" | "next" | "recall" | "start" | "finish" | "no-show" | "choose"
 *   | "park" | "transfer" | "return" | "call" | "outcome" | "services" | "grant" | "note" | "undo"
 *   | "take-over"} Command
 *   all are the last part of a POST address below /counters/{n}, but `choose` (go to the list of counters) and
 *   `transfer`, `return`, `call`, `outcome`, `services`, `grant` and `take-over`, which open a list to choose from,
 *   `pause`, which may, and `note`, which opens a field
 *
 * @typedef {object} KeyCap
 * @property {Key} key
 * @property {string} label  message id
 * @property {Record<string, string>} [values]  of the message
 * @property {Command | null} command  null: the key does nothing now
 * @property {boolean} [quiet]  works, but there is nothing that asks for it
 * @property {string} [next]  the number that would be called
 * @property {number} [seconds]  for which the key still works
 */

/** In the order in which they stand on the page. @type {Key[]} */
export const KEYS = ["Enter", "0", "1", "2", "3", "4", "5", "6", "8", "9", "*", "/", NOTE_KEY, "Backspace"];

/** @type {Record<Key, string>} */
const PLAIN_LABELS = {
  "Enter": "desk-key-next",
  "0": "desk-key-recall",
  "1": "desk-key-finish",
  "2": "desk-key-no-show",
  "3": "desk-key-transfer",
  "4": "desk-key-park",
  "5": "desk-key-services",
  "6": "desk-key-outcome",
  "8": "desk-key-return",
  "9": "desk-key-pause",
  "*": "desk-key-call",
  "/": "desk-key-grant",
  "-": "desk-key-note",
  "Backspace": "desk-key-undo",
};

/** @typedef {Partial<Record<Key, Omit<KeyCap, "key">>>} Row */

/** @type {Record<Exclude<Situation, "serving">, Row>} */
const ROWS = {
  closed: {
    "Enter": { label: "desk-key-open", command: "open" },
    "9": { label: "desk-key-open-short", command: "open" },
  },
  held: {
    "Enter": { label: "desk-key-choose", command: "choose" },
    "9": { label: "desk-key-take-over", command: "take-over" },
  },
  // The view may be a moment late, so that asking for the next one is never wrong: nobody there, nothing happens.
  empty: {
    "Enter": { label: "desk-key-nobody", command: "next", quiet: true },
    "9": { label: "desk-key-pause", command: "pause" },
  },
  waiting: {
    "Enter": { label: "desk-key-next", command: "next" },
    "9": { label: "desk-key-pause", command: "pause" },
  },
  // No pause here: the rules refuse it while somebody is on the way to the counter.
  calling: {
    "Enter": { label: "desk-key-start", command: "start" },
    "0": { label: "desk-key-recall", command: "recall" },
    "1": { label: "desk-key-finish", command: "finish" },
    "2": { label: "desk-key-no-show", command: "no-show" },
    "3": { label: "desk-key-transfer", command: "transfer" },
    "4": { label: "desk-key-park", command: "park" },
  },
  paused: {
    "Enter": { label: "desk-key-reopen", command: "open" },
    "9": { label: "desk-key-reopen-short", command: "open" },
  },
};

/** @param {DeskView} view @returns {Row} */
function servingRow(view) {
  // With nobody waiting, `Enter` must not call whoever comes in the same moment: its label would have said otherwise.
  const enter = view.queue_total > 0
    ? { label: "desk-key-done-and-next", command: /** @type {Command} */ ("next") }
    : { label: "desk-key-done", command: /** @type {Command} */ ("finish") };
  return {
    "Enter": enter,
    "1": { label: "desk-key-finish", command: "finish" },
    "3": { label: "desk-key-transfer", command: "transfer" },
    "4": { label: "desk-key-park", command: "park" },
    "9": { label: "desk-key-done-and-pause", command: "pause" },
  };
}

/**
 * Keys that open a list, when there is something on it, or a field.
 * @param {Situation} situation
 * @param {DeskView} view
 * @returns {Row}
 */
function listRow(situation, view) {
  if (situation === "closed" || situation === "held") return {};
  const isAway = view.away.length > 0;
  /** @type {Row} */
  const row = isAway ? { "8": { label: "desk-key-return", command: "return" } } : {};
  // The rules refuse it while the counter is paused.
  if (situation !== "paused" && (view.visit ?? view.last)) {
    row["6"] = { label: "desk-key-outcome", command: "outcome" };
    row[NOTE_KEY] = { label: "desk-key-note", command: "note" };
  }
  if (situation === "calling" || situation === "serving") {
    row["5"] = { label: "desk-key-services", command: "services" };
  }
  if (isAway || view.queue.length > 0) row["/"] = { label: "desk-key-grant", command: "grant" };
  // Not while somebody is on the way here: the call would end that visit.
  const mayCall = situation !== "calling" && situation !== "paused" && (isAway || view.queue.length > 0);
  return mayCall ? { ...row, "*": { label: "desk-key-call", command: "call" } } : row;
}

/**
 * The key that takes the last step back, while it can be.
 * @param {Situation} situation
 * @param {DeskView} view
 * @param {number} now
 * @returns {Row}
 */
function undoRow(situation, view, now) {
  const undo = situation === "closed" || situation === "held" ? null : undoNow(view, now);
  return undo ? { "Backspace": { ...undo, command: "undo" } } : {};
}

/**
 * All keys as they stand on the page now.
 * @param {Situation} situation
 * @param {DeskView} view
 * @param {number} now  ms by the server's clock
 * @returns {KeyCap[]}
 */
export function keyCaps(situation, view, now) {
  const verbs = situation === "serving" ? servingRow(view) : ROWS[situation];
  const row = { ...verbs, ...listRow(situation, view), ...undoRow(situation, view, now) };
  return KEYS.map((key) => {
    const cap = row[key];
    if (!cap) return { key, label: PLAIN_LABELS[key], command: null };
    const next = cap.command === "next" ? view.queue[0]?.number : undefined;
    return { key, ...cap, ...(next ? { next } : {}) };
  });
}

/**
 * The desk key of a keyboard event, or null when the event is not for the desk: held down, with a modifier, in the
 * middle of a composition, or typed into a field. Number pads are read by position, so that they work without NumLock.
 * @param {Pick<KeyboardEvent, "key" | "code" | "repeat" | "isComposing" | "ctrlKey" | "altKey" | "metaKey"
 *   | "shiftKey">} event
 * @param {"field" | "control" | "page"} target  what has the focus: a text field, a link or button, or nothing
 * @returns {Key | null}
 */
export function deskKey(event, target) {
  const pressed = padKey(event, target);
  return KEYS.find((key) => key === pressed) ?? null;
}

/**
 * A digit of a keyboard event that would be for the desk, if the desk had a use for it; else null.
 * @param {Parameters<typeof deskKey>[0]} event
 * @param {"field" | "control" | "page"} target
 */
export function unusedDigit(event, target) {
  const pressed = padKey(event, target);
  return pressed !== null && /^\d$/.test(pressed) && !KEYS.some((key) => key === pressed) ? pressed : null;
}

/**
 * How far a key moves what the visit is about, in heights of it; 0 for every other key. The arrows of a number pad
 * without NumLock are its digits.
 * @param {Parameters<typeof deskKey>[0]} event
 * @param {"field" | "control" | "page"} target
 */
export function scrollKey(event, target) {
  if (target === "field" || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return 0;
  return { ArrowDown: .5, ArrowUp: -.5, PageDown: .9, PageUp: -.9 }[event.code] ?? 0;
}

/** @param {Parameters<typeof deskKey>[0]} event @param {"field" | "control" | "page"} target */
function padKey(event, target) {
  if (target === "field" || event.repeat || event.isComposing) return null;
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  // A keyboard without a number pad has the star on a digit's key.
  if (event.key === "*") return "*";
  if (event.shiftKey) return null;
  if (event.key === "Enter" || event.code === "NumpadEnter") return target === "control" ? null : "Enter";
  return /^(?:Numpad|Digit)(\d)$/.exec(event.code)?.[1] ?? event.key;
}
