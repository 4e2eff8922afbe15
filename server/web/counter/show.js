/**
 * What a counter display shows: a view, the time and the state of the connection give a plain model that the template
 * draws. Pure, and total: without a view, or for a counter that the office does not have, there is a model too.
 */
import { wallClock } from "../shared/time.js";

/** A call older than this has no entrance when it is first heard of, ms. */
const MISSED_MAX_MS = 60_000;
/** Counters named as a way out while this one rests. */
const INSTEAD_MAX = 2;

/**
 * @typedef {object} CounterView
 * @property {number} counter
 * @property {"closed" | "open" | "calling" | "serving" | "paused"} state
 * @property {string | null} number
 * @property {{ id: number, at: string, recall: boolean } | null} call
 * @property {string[]} services
 * @property {{ name: string, title: import("../shared/office.js").Texts } | null} officer
 * @property {string | null} until
 * @property {string | null} pause_reason  id of the set-up's list
 * @property {number[]} instead
 *
 * @typedef {object} CounterModel
 * @property {"starting" | "unknown" | CounterView["state"]} kind
 * @property {string} counter
 * @property {string | null} number
 * @property {string} key  a new one is a new call: its entrance plays again
 * @property {boolean} still  without entrance
 * @property {boolean} stale
 * @property {string | null} calledAt  time of day
 * @property {string | null} heardAt  time of day
 * @property {string | null} until  time of day
 * @property {string | null} reason  of a pause, an id
 * @property {number[]} instead
 * @property {string[]} services  codes
 * @property {CounterView["officer"]} officer
 */

/**
 * @param {object} input
 * @param {CounterView | null} input.view
 * @param {string} input.counter  as the page's address names it
 * @param {boolean} [input.unknown]  the server has no such counter
 * @param {boolean} [input.stale]
 * @param {string} input.stamp  the office's time now, RFC 3339
 * @param {string | null} [input.heardAt]  when the server was last heard, RFC 3339
 * @param {number[]} [input.before]  ids of calls whose entrance is over
 * @returns {CounterModel}
 */
export function show({ view, counter, unknown = false, stale = false, stamp, heardAt = null, before = [] }) {
  const kind = unknown ? "unknown" : (view?.state ?? "starting");
  const call = view?.call ?? null;
  const busy = kind === "calling" || kind === "serving";
  const old = call !== null && Date.parse(stamp) - Date.parse(call.at) > MISSED_MAX_MS;
  return {
    kind,
    counter: view ? String(view.counter) : counter,
    number: busy ? (view?.number ?? null) : null,
    key: kind === "calling" && !stale ? `call ${call?.id}` : kind,
    still: call !== null && (old || before.includes(call.id)),
    stale: stale && !unknown,
    calledAt: call && wallClock(call.at),
    heardAt: heardAt && wallClock(heardAt),
    until: view?.until ? wallClock(view.until) : null,
    reason: view?.pause_reason ?? null,
    instead: (view?.instead ?? []).slice(0, INSTEAD_MAX),
    services: view?.services ?? [],
    officer: view?.officer ?? null,
  };
}

/**
 * The counter that the page's address names: `/counter/3` is `"3"`.
 * @param {string} path
 */
export function counterOf(path) {
  return decodeURIComponent(/^\/counter\/([^/]*)/.exec(path)?.[1] ?? "");
}
