/** Calls of the HTTP API under /api/v1, with a deadline, and with three kinds of answer that a page can tell apart. */

/** Longer than the slowest honest answer (a journal sync on a slow card), shorter than a citizen's patience. */
const DEADLINE_MS = 8_000;

/**
 * @typedef {object} Problem  RFC 9457, with `code` to decide by and `detail` to read
 * @property {string} code
 * @property {string} title
 * @property {string} [detail]
 * @property {number} status
 *
 * @typedef {{ ok: true, status: number, body: any, offline?: undefined, problem?: undefined }} Answered
 * @typedef {{ ok: false, problem: Problem & Record<string, any>, offline?: undefined, status?: number }} Refused
 * @typedef {{ ok: false, offline: true, problem?: undefined, status?: undefined }} Unreachable
 */

/**
 * Calls the server. Never throws: what went wrong is in the answer.
 * @param {"GET" | "PUT" | "POST" | "DELETE"} method
 * @param {string} path  below /api/v1, such as `/tickets`
 * @param {object} [options]
 * @param {unknown} [options.body]  sent as JSON
 * @param {string} [options.key]  idempotency key: repeat with the same key and nothing is done twice
 * @param {string} [options.language]  of the problem's text
 * @param {number} [options.deadlineMs]  for what takes the server longer than an order
 * @returns {Promise<Answered | Refused | Unreachable>}
 */
export async function call(method, path, { body, key, language, deadlineMs = DEADLINE_MS } = {}) {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), deadlineMs);
  try {
    const response = await fetch(`/api/v1${path}`, {
      method,
      headers: headers({ body, key, language }),
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: deadline.signal,
      cache: "no-store",
    });
    return answerOf(response.status, response.statusText, await response.text());
  } catch {
    return { ok: false, offline: true };
  } finally {
    clearTimeout(timer);
  }
}

/** @param {{ body?: unknown, key?: string, language?: string }} options */
function headers({ body, key, language }) {
  /** @type {Record<string, string>} */
  const result = { accept: "application/json, application/problem+json" };
  if (body !== undefined) result["content-type"] = "application/json";
  if (key) result["idempotency-key"] = key;
  if (language) result["accept-language"] = language;
  return result;
}

/**
 * What came back.
 * @param {number} status @param {string} words  of the status @param {string} text
 * @returns {Answered | Refused | Unreachable}
 */
export function answerOf(status, words, text) {
  const content = parse(text);
  if (status >= 200 && status < 300) return { ok: true, status, body: content };
  // Something between us and the server answered, such as a proxy whose server is away.
  if (!content || typeof content.code !== "string") {
    if (status >= 502 && status <= 504) return { ok: false, offline: true };
    return { ok: false, status, problem: { code: "unknown", title: words, status } };
  }
  return { ok: false, status, problem: content };
}

/** @param {string} text @returns {any} */
function parse(text) {
  try {
    return text ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}
