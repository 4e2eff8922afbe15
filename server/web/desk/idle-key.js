/** A key that does nothing now says why, for a few seconds: a press without a word looks like a broken key. */
import { KEYS } from "./keys.js";

/** How long the words stand, ms. */
export const WORDS_MS = 6_000;

/**
 * @typedef {import("./situation.js").Situation} Situation
 * @typedef {{ key: string, id: string, situation: Situation, until: number }} IdleKey  `id`: of the message
 */

/** @type {Record<Situation, string>} */
const WHY = {
  closed: "desk-idle-closed",
  held: "desk-idle-held",
  empty: "desk-idle-nobody",
  waiting: "desk-idle-nobody",
  calling: "desk-idle-calling",
  serving: "desk-idle-serving",
  paused: "desk-idle-paused",
};

/** Keys that need something: somebody who is away, a step that can be taken back. @type {Record<string, string>} */
const LISTS = {
  "8": "desk-idle-nobody-away", "-": "desk-idle-note", "Backspace": "desk-idle-nothing-to-undo",
};

/**
 * A key was pressed that does nothing now.
 * @param {string} key
 * @param {{ situation: Situation, stale: boolean, now: number }} desk
 * @returns {IdleKey}
 */
export function idleKey(key, { situation, stale, now }) {
  const used = KEYS.some((one) => one === key);
  const id = !used ? "desk-idle-unused" : stale ? "desk-idle-offline" : LISTS[key] ?? WHY[situation];
  return { key, id, situation, until: now + WORDS_MS };
}

/**
 * What still stands of it: nothing once the desk does something else, or its time is over.
 * @param {IdleKey | null} idle
 * @param {Situation} situation
 * @param {number} now  ms
 */
export function stillIdle(idle, situation, now) {
  return idle && idle.situation === situation && now < idle.until ? idle : null;
}
