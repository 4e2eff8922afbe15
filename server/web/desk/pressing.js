/**
 * One command at a time: what a press of a key sends, and when the keys listen again. A key pressed twice sends one
 * command; a press whose answer was lost is sent again with the same idempotency key, so that nothing is done twice.
 */

/** Two presses closer than this are one: a trembling hand, a worn key. A new command is never needed so soon. */
export const QUIET_MS = 500;
/** How long an answered command may wait for the view that shows its effect; some commands have none. */
export const SETTLE_MS = 1_500;

/**
 * @typedef {object} Order
 * @property {string} command
 * @property {string} idempotencyKey
 * @property {string} basis  the desk as the officer saw it, see `basisOf`
 *
 * @typedef {object} Pressing
 * @property {Order | null} sending  sent and not answered
 * @property {Order | null} settling  answered, and its effect is not in the view yet
 * @property {Order | null} unanswered  its answer was lost
 * @property {{ code: string, text: string } | null} refusal  what the server said, until the next key
 * @property {number} listensAt  ms: before that, keys are not listened to
 *
 * @typedef {{ kind: "done", effect: boolean } | { kind: "refused", code: string, text: string, again: boolean }
 *   | { kind: "lost" }} Answer
 *   `effect`: the view will change; `again`: the server failed, so that the same order may be repeated
 */

/** The answer was no refusal but a question, which stands on the page then. @type {Answer} */
export const calm = { kind: "done", effect: false };

/** @returns {Pressing} */
export function quiet() {
  return { sending: null, settling: null, unanswered: null, refusal: null, listensAt: 0 };
}

/**
 * @param {Pressing} pressing
 * @param {number} now  ms
 */
export function isBusy(pressing, now) {
  return pressing.sending !== null || pressing.settling !== null || now < pressing.listensAt;
}

/**
 * A key was pressed that means `command` now.
 * @param {Pressing} pressing
 * @param {{ command: string, basis: string, now: number, makeKey: () => string }} press
 * @returns {[Pressing, Order | null]}  the order to send, if any
 */
export function press(pressing, { command, basis, now, makeKey }) {
  if (isBusy(pressing, now)) return [pressing, null];
  const lost = pressing.unanswered;
  const same = lost !== null && lost.command === command && lost.basis === basis;
  const order = { command, basis, idempotencyKey: same ? lost.idempotencyKey : makeKey() };
  return [{ sending: order, settling: null, unanswered: null, refusal: null, listensAt: now + QUIET_MS }, order];
}

/**
 * The answer to what is being sent.
 * @param {Pressing} pressing
 * @param {Answer} answer
 * @param {string | null} basis  of the newest view: it may have come before the answer
 * @returns {Pressing}
 */
export function answered(pressing, answer, basis) {
  const order = pressing.sending;
  if (!order) return pressing;
  const calm = { ...pressing, sending: null };
  const shown = order.basis !== basis;
  switch (answer.kind) {
    case "done":
      return { ...calm, settling: answer.effect && !shown ? order : null };
    case "refused":
      return {
        ...calm,
        refusal: { code: answer.code, text: answer.text },
        unanswered: answer.again && !shown ? order : null,
      };
    case "lost":
      return { ...calm, unanswered: shown ? null : order };
  }
}

/**
 * A view came.
 * @param {Pressing} pressing
 * @param {string} basis
 * @returns {Pressing}
 */
export function viewed(pressing, basis) {
  const { settling, unanswered } = pressing;
  const settled = settling !== null && settling.basis !== basis;
  const overtaken = unanswered !== null && unanswered.basis !== basis;
  if (!settled && !overtaken) return pressing;
  return { ...pressing, settling: settled ? null : settling, unanswered: overtaken ? null : unanswered };
}

/**
 * The time for showing the effect is over: nothing changed, and the keys listen again.
 * @param {Pressing} pressing
 * @param {Order} order
 * @returns {Pressing}
 */
export function settled(pressing, order) {
  return pressing.settling === order ? { ...pressing, settling: null } : pressing;
}

/**
 * An answer of `call` in the words of this module.
 * @param {import("../shared/api.js").Answered | import("../shared/api.js").Refused
 *   | import("../shared/api.js").Unreachable} answer
 * @returns {Answer}
 */
export function readAnswer(answer) {
  if (answer.ok) return { kind: "done", effect: answer.status !== 204 };
  if (answer.offline) return { kind: "lost" };
  const { code, title, detail, status } = answer.problem;
  return { kind: "refused", code, text: detail ?? title, again: status >= 500 };
}
