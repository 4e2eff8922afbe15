/** What the phone shows of a ticket: a state, and what each event makes of it. No page, clock or network in here. */
import { milliseconds } from "../shared/time.js";

/** From so few people before it on, the holder had better be in the hall. */
const SOON_AHEAD = 2;
/** A call that is older when the page first hears of it stands still and makes no noise, ms. */
const CALL_FRESH_MS = 60_000;
/** Steps of the line; longer queues are drawn to scale. */
const STEPS_MAX = 12;

/**
 * @typedef {"loading" | "wait" | "soon" | "called" | "serving" | "done" | "parked" | "missed" | "cancelled"
 *   | "expired" | "unknown"} Screen
 *
 * @typedef {object} Follow
 * @property {any} view  of /live/tickets/{token}, the last that came
 * @property {"connecting" | "live" | "stale" | "gone"} link
 * @property {string | null} heardAt  the office's time when the server was last heard, RFC 3339
 * @property {number | null} rung  the call for which the phone rang
 * @property {boolean} asksCancel  the question whether to give the number back is open
 * @property {boolean} cancelling
 * @property {boolean} cancelFailed
 * @property {"none" | "sending" | "failed" | "refused"} comingBack  what became of saying so
 * @property {{ number: string, day: string } | null} expired  its day ended before it was served
 *
 * @typedef {{ type: string } & Record<string, any>} Happening
 */

/** @returns {Follow} */
export function newFollow() {
  return {
    view: null,
    link: "connecting",
    heardAt: null,
    rung: null,
    asksCancel: false,
    cancelling: false,
    cancelFailed: false,
    comingBack: "none",
    expired: null,
  };
}

/**
 * @param {Follow} follow
 * @param {Happening} happening
 * @returns {Follow}
 */
export function happen(follow, happening) {
  const rule = rules[happening.type];
  return rule ? rule(follow, happening) : follow;
}

/** @type {Record<string, (follow: Follow, happening: Happening) => Follow>} */
const rules = {
  view: (follow, { view, stamp }) => {
    const next = { ...follow, view, heardAt: stamp, rung: isNewCall(follow, view, stamp) ? view.call : follow.rung };
    const settled = view.returns ? next : { ...next, comingBack: /** @type {const} */ ("none") };
    return mayCancel(settled) ? settled : closeCancel(settled);
  },
  heard: (follow, { stamp }) => ({ ...follow, heardAt: stamp }),
  link: (follow, { link }) => ({ ...follow, link }),
  expired: (follow, { number, day }) => ({ ...follow, expired: { number, day } }),
  "ask-cancel": (follow) => (mayCancel(follow) ? { ...follow, asksCancel: true, cancelFailed: false } : follow),
  keep: (follow) => (follow.cancelling ? follow : closeCancel(follow)),
  cancel: (follow) => (follow.asksCancel ? { ...follow, cancelling: true, cancelFailed: false } : follow),
  "cancel-failed": (follow) => ({ ...follow, cancelling: false, cancelFailed: true }),
  // The ticket's own state says why; the question makes no sense any more.
  "cancel-refused": closeCancel,
  "come-back": (follow) => (mayComeBack(follow) ? { ...follow, comingBack: "sending" } : follow),
  "come-back-failed": (follow) => ({ ...follow, comingBack: "failed" }),
  "come-back-refused": (follow) => ({ ...follow, comingBack: "refused" }),
};

/** @param {Follow} follow @returns {Follow} */
function closeCancel(follow) {
  return { ...follow, asksCancel: false, cancelling: false, cancelFailed: false };
}

/** @param {Follow} follow */
export function mayCancel({ view }) {
  return ["waiting", "called", "parked"].includes(view?.status);
}

/**
 * Whether the holder may say here to be back: put aside, or missed not long ago, where the office lets phones say so.
 * @param {Follow} follow
 */
export function mayComeBack({ view, heardAt, comingBack }) {
  if (!view?.returns?.by_phone || comingBack === "sending") return false;
  const { until } = view.returns;
  return until === null || heardAt === null || milliseconds(heardAt) <= milliseconds(until);
}

/**
 * A call rings once; one that the page only finds when it opens rings when it is fresh.
 * @param {Follow} follow @param {any} view @param {string} stamp
 */
function isNewCall(follow, view, stamp) {
  if (view.status !== "called" || view.call === null || view.call === follow.rung) return false;
  if (follow.view) return view.call !== follow.view.call;
  return milliseconds(stamp) - milliseconds(view.called_at) < CALL_FRESH_MS;
}

/**
 * @param {Follow} follow
 * @returns {Screen}
 */
export function screenOf({ view, link, expired }) {
  if (link === "gone") return expired ? "expired" : "unknown";
  if (!view) return "loading";
  switch (view.status) {
    case "waiting":
      return isSoon(view) ? "soon" : "wait";
    case "called":
      return "called";
    case "serving":
      return "serving";
    case "finished":
      return "done";
    case "parked":
      return "parked";
    case "no-show":
      return "missed";
    case "cancelled":
      return "cancelled";
    default:
      return "loading";
  }
}

/**
 * There is a forecast when a counter of the service is open; without one, the first in line may wait for hours.
 * @param {{ ahead: number | null, forecast: unknown }} view
 */
function isSoon({ ahead, forecast }) {
  return ahead !== null && ahead <= SOON_AHEAD && forecast !== null;
}

/** Whether what is shown may be out of date and could still change. @param {Follow} follow */
export function isStale({ view, link }) {
  return link === "stale" && !["finished", "no-show", "cancelled"].includes(view?.status);
}

/**
 * The line of people as steps: those gone, and those still before the holder.
 * @param {{ ahead: number | null, ahead_at_first: number }} view
 */
export function stepsOf({ ahead, ahead_at_first: first }) {
  const left = ahead ?? 0;
  // Somebody with a head start may have come before: then the line is longer than it was.
  const all = Math.max(first, left);
  const scale = Math.min(1, (STEPS_MAX - 1) / Math.max(1, all));
  const shownLeft = left === 0 ? 0 : Math.max(1, Math.round(left * scale));
  return { gone: Math.round(all * scale) - shownLeft, left: shownLeft };
}

/** @param {{ from: number, to: number }} band  minutes */
export function bandText({ from, to }) {
  return from === to ? String(from) : `${from}–${to}`;
}
