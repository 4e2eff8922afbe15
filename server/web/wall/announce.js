/**
 * Which call stands in the hero, and for how long. Pure: a state, the newest view and the time give the next state.
 *
 * Each call is shown exactly once, one at a time, the oldest first. A recall is a call of its own. After a page has
 * loaded, calls from before are not shown again, but for the newest that still waits for its citizen: that one stands
 * there without entrance. What came while the connection was away is shown if it is young enough to be of use and still
 * on: a number whose counter has called another one, or whose visit has begun, would only mislead.
 *
 * A call that an officer took back is gone from the views: it leaves the hero at once and is never shown. What had been
 * pushed out of the view by it comes back with that, and is no new call.
 */

/** A call is on show for at least this long, ms, however many wait behind it. */
export const SHOW_MIN_MS = 6_000;
/** A call that ended without a visit (no-show, cancelled, missed while away) stays this long, ms. */
export const HOLD_MS = 12_000;
/** A call older than this when it is first heard of only stands in its cell, ms. */
export const MISSED_MAX_MS = 60_000;
/** Calls that wait to be shown: 24 × 6 s is longer than any citizen looks for a number; the oldest gives way. */
export const QUEUE_MAX = 24;
/** Calls that a view carries at most. */
const CALLS_MAX = 8;
/** Calls remembered as dealt with: this covers many views. */
const KNOWN_MAX = 8 * CALLS_MAX;

/**
 * @typedef {object} Call
 * @property {number} id
 * @property {string} number
 * @property {number} counter
 * @property {string} service
 * @property {string} at  RFC 3339
 * @property {boolean} recall
 * @property {boolean} calling  still waits for its citizen
 *
 * @typedef {object} CounterState
 * @property {number} counter
 * @property {"closed" | "open" | "calling" | "serving" | "paused"} state
 * @property {string | null} number
 * @property {string | null} until
 * @property {string | null} pause_reason  id of the set-up's list
 *
 * @typedef {object} WallView
 * @property {Call[]} calls  newest first
 * @property {CounterState[]} counters  in the order in which they stand in the room
 * @property {{ total: number, services: { service: string, waiting: number }[] }} waiting
 *
 * @typedef {object} Announcement
 * @property {Call} call
 * @property {number} since  when it came into the hero, steady ms
 * @property {boolean} still  shown without entrance
 *
 * @typedef {object} Announcer
 * @property {boolean} fresh  no view yet since the page was loaded
 * @property {string[]} known  keys of calls dealt with, oldest first
 * @property {Call[]} queue  calls not yet shown, oldest first
 * @property {Announcement | null} current
 * @property {WallView | null} view
 * @property {boolean} away  the connection was lost since the last view
 */

/** @returns {Announcer} */
export function newAnnouncer() {
  return { fresh: true, known: [], queue: [], current: null, view: null, away: false };
}

/**
 * Takes in a view.
 * @param {Announcer} announcer
 * @param {WallView} view
 * @param {{ steady: number, server: number }} time  steady ms of this page, and ms since 1970 of the server
 * @returns {Announcer}
 */
export function hear(announcer, view, time) {
  const unknown = view.calls.filter((call) => !announcer.known.includes(keyOf(call)));
  const known = [...announcer.known, ...unknown.map(keyOf)].slice(-KNOWN_MAX);
  if (announcer.fresh) {
    const waiting = unknown.find((call) => call.calling);
    const current = waiting ? { call: waiting, since: time.steady, still: true } : null;
    return { ...announcer, fresh: false, known, current, view };
  }
  const isYoung = (/** @type {Call} */ call) => time.server - Date.parse(call.at) < MISSED_MAX_MS;
  const isDue = (/** @type {Call} */ call) => isYoung(call) && (!announcer.away || isOn(call, view));
  const newest = announcer.view?.calls[0];
  const isNew = (/** @type {Call} */ call) => !newest || !isBefore(call, newest);
  const stood = announcer.queue.filter((call) => !isTakenBack(call, view));
  const waiting = announcer.away ? stood.filter(isDue) : stood;
  const heard = unknown.filter((call) => isNew(call) && isDue(call)).sort((one, other) => one.id - other.id);
  const queue = [...waiting, ...heard].slice(-QUEUE_MAX);
  const current = announcer.current && isTakenBack(announcer.current.call, view) ? null : announcer.current;
  return advance({ ...announcer, known, queue, current, view, away: false }, time.steady);
}

/**
 * Lets time pass: the next call comes in when the one on show has had its time, or the hero becomes free.
 * @param {Announcer} announcer
 * @param {number} steady
 * @returns {Announcer}  the same object when nothing changed
 */
export function advance(announcer, steady) {
  const { current, queue, view } = announcer;
  const shownFor = current ? steady - current.since : Infinity;
  if (queue.length > 0 && shownFor >= SHOW_MIN_MS) {
    return { ...announcer, queue: queue.slice(1), current: { call: queue[0], since: steady, still: false } };
  }
  if (current && view && shownFor >= leastTime(current.call, view)) return { ...announcer, current: null };
  return announcer;
}

/**
 * The connection was lost, if only for a moment: of the calls that wait, and of those that the next view brings, only
 * the young ones that are still on will come.
 * @param {Announcer} announcer
 * @returns {Announcer}
 */
export function lose(announcer) {
  return { ...announcer, away: true };
}

/**
 * The connection is lost for so long that it shows: the call on show will stand there without a second entrance when
 * it is back.
 * @param {Announcer} announcer
 * @returns {Announcer}
 */
export function pause(announcer) {
  const current = announcer.current && { ...announcer.current, still: true };
  return { ...lose(announcer), current };
}

/**
 * Time that a call stays in the hero when nothing else comes, ms. The view decides: while it says that the ticket is
 * called, the call is on.
 * @param {Call} call
 * @param {WallView} view
 */
function leastTime(call, view) {
  if (isOn(call, view)) return Infinity;
  const counter = view.counters.find((other) => other.counter === call.counter);
  const started = counter?.state === "serving" && counter.number === call.number;
  return started ? SHOW_MIN_MS : HOLD_MS;
}

/**
 * Whether the view says that this call still waits for its citizen.
 * @param {Call} call
 * @param {WallView} view
 */
function isOn(call, view) {
  return view.calls.some((other) => keyOf(other) === keyOf(call) && other.calling);
}

/**
 * Whether the officer took the call back: the view reaches further back than this call, and doesn't have it.
 * @param {Call} call
 * @param {WallView} view
 */
function isTakenBack(call, { calls }) {
  return calls.every((other) => keyOf(other) !== keyOf(call))
    && (calls.length < CALLS_MAX || calls.some((other) => isBefore(other, call)));
}

/**
 * By number and by time: an office whose journal starts anew has small numbers, and one whose clock is put right has
 * early times.
 * @param {Call} one
 * @param {Call} other
 */
function isBefore(one, other) {
  return one.id < other.id && Date.parse(one.at) <= Date.parse(other.at);
}

/**
 * With its time, so that an office whose journal starts anew (numbers from 1 again) is not mistaken for the old one.
 * @param {Call} call
 */
function keyOf(call) {
  return `${call.id}@${call.at}`;
}
