/**
 * Where the page gets its facts: the office's state when the server shows it to this reader, else what `/health` tells
 * everybody. Who may not see the state is not asked for it every few seconds, which would only fill the books.
 */
import { call } from "../shared/api.js";
import { checked } from "../shared/shape.js";
import { isHealth, isState } from "./shape.js";

/** As long as other calls may take, ms. */
const DEADLINE_MS = 8_000;
/** After a refusal the state is asked for again so much later, ms: somebody may have signed in elsewhere. */
const STATE_AGAIN_MS = 60_000;

/**
 * @typedef {{ kind: "state", state: import("./shape.js").OfficeState }
 *   | { kind: "health", health: import("./shape.js").Health }} Facts
 */

/**
 * @param {{ language: string, call?: typeof import("../shared/api.js").call, health?: typeof askHealth,
 *   now?: () => number }} options
 * @returns {() => Promise<Facts | undefined>} undefined when the server can't be reached
 */
export function factsFor({ language, call: ask = call, health = askHealth, now = () => performance.now() }) {
  let refusedAt = -Infinity;
  return async () => {
    if (now() - refusedAt >= STATE_AGAIN_MS) {
      const answer = await ask("GET", "/office/state", { language });
      if (answer.ok) {
        refusedAt = -Infinity;
        return { kind: "state", state: checked(answer.body, isState) };
      }
      if (answer.offline) return undefined;
      refusedAt = now();
    }
    const told = await health(language);
    return told === undefined ? undefined : { kind: "health", health: checked(told, isHealth) };
  };
}

/**
 * Answers 503 while orders are refused, with the same document.
 * @param {string} language
 * @returns {Promise<any>}
 */
async function askHealth(language) {
  try {
    const response = await fetch("/api/v1/health", {
      headers: { accept: "application/json", "accept-language": language },
      signal: AbortSignal.timeout(DEADLINE_MS),
      cache: "no-store",
    });
    const told = await response.json();
    return isHealth(told) ? told : undefined;
  } catch {
    return undefined;
  }
}
