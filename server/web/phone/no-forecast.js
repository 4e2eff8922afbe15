/** Why nobody can say how long it takes: a break, a pause, no open counter. */
import { pauseReason } from "../shared/office.js";
import { wallClock } from "../shared/time.js";

/**
 * @typedef {object} WaitView
 * @property {{ from: number, to: number } | null} forecast  minutes
 * @property {string | null} after_break  when the office opens again, as 13:00
 * @property {{ counter: number, reason: string | null, until: string | null } | null} paused
 */

/**
 * Why there is no forecast, in words.
 * @param {WaitView} view @param {any} office @param {import("../shared/text.js").Text} text
 */
export function whyNone({ after_break: opens, paused }, office, text) {
  if (opens !== null) return text.say("phone-wait-break", { opens });
  if (paused === null) return text.say("phone-wait-unknown");
  const reason = paused.reason === null ? "" : pauseReason(office, paused.reason, text.language);
  return text.say("phone-wait-paused", {
    counter: paused.counter,
    why: reason === "" ? "none" : "said",
    reason,
    end: paused.until === null ? "none" : "said",
    until: paused.until === null ? "" : wallClock(paused.until),
  });
}
