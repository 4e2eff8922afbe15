/** Asking for a ticket until there is an answer: always with the same key, so that it is one ticket however often. */

/** Waits between tries, ms; the last one repeats. */
const WAITS_MS = [500, 1_000, 2_000];

/**
 * @param {object} wish
 * @param {import("./flow.js").Request} wish.request
 * @param {string} wish.language
 * @param {object} tools
 * @param {typeof import("../shared/api.js").call} tools.call
 * @param {(happening: import("./flow.js").Happening) => void} tools.tell  what came of it
 * @param {() => boolean} tools.wanted  whether somebody still waits for the answer
 * @param {(ms: number) => Promise<void>} [tools.wait]
 */
export async function issueTicket({ request, language }, { call, tell, wanted, wait = pause }) {
  const { key, service, then, cases, priority, appointment } = request;
  const body = {
    service, language,
    ...(priority ? { priority } : {}), ...(cases > 1 ? { cases } : {}), ...(then.length > 0 ? { then } : {}),
  };
  for (let tries = 0; wanted(); tries += 1) {
    const answer = appointment
      ? await call("POST", `/appointments/${appointment}/check-in`, { key, language })
      : await call("POST", "/tickets", { body, key, language });
    if (answer.ok) return tell({ type: "issued", key, ticket: answer.body });
    const problem = answer.offline ? null : answer.problem;
    // Too many numbers at once: whoever asks on by itself would only keep the machine from people.
    if (problem?.code === "kiosk-too-fast") {
      return tell({ type: "issue-paused", key, seconds: problem.retry_after_seconds });
    }
    if (problem && !isPassing(problem.status)) {
      return tell({ type: "issue-refused", key, status: problem.status, refusal: problem });
    }
    tell({ type: "issue-failed", key });
    await wait(WAITS_MS[Math.min(tries, WAITS_MS.length - 1)]);
  }
}

/** The same request may succeed later: the server is busy, starting or stopping. @param {number} status */
function isPassing(status) {
  return status === 429 || status >= 500;
}

/** @param {number} ms @returns {Promise<void>} */
function pause(ms) {
  return new Promise((resume) => setTimeout(resume, ms));
}
