/** What keeps somebody from signing in, and where to go when nothing does. */
import { counterIn } from "./addresses.js";

/**
 * @typedef {{ kind: "short-pin", missing: number } | { kind: "wrong-pin", left: number | null }
 *   | { kind: "locked", until: number } | { kind: "offline" }
 *   | { kind: "refused", text: string, code: string }} Trouble
 *   `until`: ms of the clock that `now` comes from
 *
 * @param {import("../shared/api.js").Refused | import("../shared/api.js").Unreachable} answer
 * @param {number} now  ms
 * @returns {Trouble}
 */
export function troubleFrom(answer, now) {
  if (answer.offline) return { kind: "offline" };
  const { code, detail, title, attempts_left: left, retry_after_seconds: seconds } = answer.problem;
  const isPin = code === "wrong-pin";
  const isWrong = isPin || code.startsWith("wrong-");
  // The last wrong one tells at once of the time that the account is locked for.
  if ((isWrong || code === "too-many-attempts") && seconds > 0) return { kind: "locked", until: now + seconds * 1_000 };
  if (isPin) return { kind: "wrong-pin", left: Number.isInteger(left) ? left : null };
  return { kind: "refused", code, text: detail ?? title };
}

/**
 * Time until a locked account may try again, as "04:12"; null when it may.
 * @param {Trouble | null} trouble
 * @param {number} now  ms
 */
export function lockedFor(trouble, now) {
  if (trouble?.kind !== "locked" || now >= trouble.until) return null;
  const seconds = Math.ceil((trouble.until - now) / 1_000);
  return `${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}`;
}

/**
 * The page that a person works on after signing in.
 * @param {{ role: string, counter: number | null, next: string | null }} person  `counter`: opened for them just now
 */
export function destination({ role, counter, next }) {
  const nextIsDesk = next === "/desk" || counterIn(next) !== null;
  if (next && !nextIsDesk) return next;
  if (counter !== null) return `/desk/${counter}`;
  if (role !== "officer") return "/";
  return next ?? "/desk";
}

/**
 * Part of the day for the greeting.
 * @param {string} time  wall clock, such as "09:42"
 * @returns {"morning" | "noon" | "afternoon" | "evening"}
 */
export function partOfDay(time) {
  const hour = Number(time.slice(0, 2));
  if (hour < 11) return "morning";
  if (hour < 13) return "noon";
  return hour < 18 ? "afternoon" : "evening";
}
