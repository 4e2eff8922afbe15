/**
 * From what was typed to what is in force: looked through first, then saved, and nothing of it is lost on the way,
 * whatever the server says.
 */
import { call as askServer } from "../../shared/api.js";
import { newKey } from "../../shared/key.js";
import { applied } from "./edits.js";
import { troublesFrom } from "./troubles.js";

/**
 * A wish: changes to the set-up in force, or another one as a text, of which perhaps some parts alone are taken.
 * @typedef {{ edits: import("./edits.js").Edit[] } | { text: string, parts?: string[] }} Wish
 *
 * @typedef {object} Review  what a wish comes to
 * @property {Wish} wish
 * @property {number} madeFrom
 * @property {import("./words.js").Change[]} changes
 * @property {any[]} warnings
 * @property {(import("../../shared/api.js").Problem & Record<string, any>) | null} refusal
 * @property {string} key  of its saving: whoever lost the answer saves it once more, and it is done once
 *
 * @typedef {{ kind: "review", review: Review }
 *   | { kind: "wrong", troubles: import("./troubles.js").Trouble[] }
 *   | { kind: "saved" }
 *   | { kind: "moved" }
 *   | { kind: "problem", answer: any }} Outcome
 */

/** A text of 250 KB is read and compared in some hundred milliseconds on a small board. */
const DEADLINE_MS = 15_000;

/**
 * What a wish would come to.
 * @param {Wish} wish @param {number} madeFrom @param {string} language
 * @param {typeof askServer} [call]
 * @returns {Promise<Outcome>}
 */
export async function look(wish, madeFrom, language, call = askServer) {
  const body = { made_from: madeFrom, ...wish };
  const answer = await call("POST", "/set-up/check", { body, language, deadlineMs: DEADLINE_MS });
  if (!answer.ok) return failed(answer);
  const { changes, warnings, refusal } = answer.body;
  if (refusal?.code === "set-up-moved") return { kind: "moved" };
  return { kind: "review", review: { wish, madeFrom, changes, warnings, refusal, key: newKey() } };
}

/**
 * Makes it so.
 * @param {Review} review @param {boolean} strands  whoever would be stranded is known @param {string} language
 * @param {typeof askServer} [call]
 * @returns {Promise<Outcome>}
 */
export async function save({ wish, madeFrom, key }, strands, language, call = askServer) {
  const body = { made_from: madeFrom, ...wish, strands };
  const answer = await call("PUT", "/set-up", { body, language, key, deadlineMs: DEADLINE_MS });
  return answer.ok ? { kind: "saved" } : failed(answer);
}

/** @param {any} answer @returns {Outcome} */
function failed(answer) {
  const { problem } = answer;
  if (problem?.code === "set-up-moved") return { kind: "moved" };
  if (problem?.code === "wrong-set-up" && Array.isArray(problem.findings)) {
    return { kind: "wrong", troubles: troublesFrom(problem.findings) };
  }
  return { kind: "problem", answer };
}

/**
 * Somebody else has saved: their changes, the newest first, and what was typed on top of their version.
 * @param {object} known
 * @param {import("./edits.js").Edit[]} known.edits
 * @param {number} known.madeFrom
 * @param {{ version: number, document: any }} known.setUp  as it is now
 * @param {any[]} known.entries  of the audit, the newest first
 */
export function rebased({ edits, madeFrom, setUp, entries }) {
  const { draft, lost } = applied(setUp.document, edits);
  const theirs = entries.filter((entry) => entry.act === "set-up-changed")
    .slice(0, Math.max(1, setUp.version - madeFrom));
  return { draft, lost, theirs };
}

/**
 * The newest change that concerns a part.
 * @param {any[]} entries  of the audit, the newest first
 * @param {string[]} keys  at the top of the set-up; none: any change of it
 */
export function lastChange(entries, keys) {
  return entries.find((entry) => entry.act === "set-up-changed" && (keys.length === 0
    || entry.changes.some((/** @type {any} */ { key }) => keys.includes(key.split(".")[0])))) ?? null;
}
