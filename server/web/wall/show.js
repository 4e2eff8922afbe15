/**
 * What the wall shows: a view, the announcement on and the time give a plain model that the templates draw. Pure, and
 * total: a view that lacks a part, or names a counter or service that the set-up lacks, still gives a model.
 */
import { pauseReason } from "../shared/office.js";
import { formatDate, wallClock } from "../shared/time.js";
import { MISSED_MAX_MS } from "./announce.js";
import { closedAt } from "./hours.js";

/** More counters than this do not fit into the strip: then the last calls are listed instead. */
export const STRIP_MAX = 6;
/** Services that fit into the last line. */
const SERVICES_MAX = 8;
const ROWS = 5;
/** After this time without a call the wall invites instead of showing the last one, ms. */
export const IDLE_AFTER_MS = 5 * 60_000;

/**
 * @typedef {import("../shared/office.js").Office} Office
 * @typedef {import("./announce.js").Announcer} Announcer
 * @typedef {import("./announce.js").WallView} WallView
 * @typedef {import("./announce.js").Call} Call
 * @typedef {import("./announce.js").CounterState} CounterState
 *
 * @typedef {object} Hero
 * @property {"calling" | "quiet" | "idle" | "closed"} kind
 * @property {string} [key]  a new one is a new call: its entrance plays again
 * @property {boolean} [still]
 * @property {string} [number]
 * @property {number} [counter]
 * @property {string} [service]  code
 * @property {string} [direction]
 * @property {string} [time]
 * @property {import("./hours.js").Closed} [closed]
 *
 * @typedef {object} Cell
 * @property {number} counter
 * @property {string} state
 * @property {string | null} number
 * @property {string | null} until
 * @property {string} why  of a pause, in words; may be empty
 * @property {string} key
 * @property {boolean} still
 *
 * @typedef {object} WallModel
 * @property {"strip" | "list"} layout
 * @property {boolean} stale
 * @property {string | null} heardAt
 * @property {string} clock
 * @property {string} date
 * @property {Hero} hero
 * @property {Cell[]} cells
 * @property {{ key: number, number: string, counter: number, direction: string }[]} rows
 * @property {{ total: number, services: { service: string, waiting: number }[] } | null} waiting
 * @property {number | null} slide  index, or null without slides
 * @property {number[]} slides  those that can be shown
 */

/**
 * @param {object} input
 * @param {WallView | null} input.view
 * @param {Announcer} input.announcer
 * @param {Office} input.office
 * @param {string} input.language
 * @param {string} input.stamp  the office's time now, RFC 3339
 * @param {boolean} input.stale
 * @param {string | null} input.heardAt  the office's time when the server was last heard, RFC 3339
 * @param {number | null} input.slide  the one that is on
 * @param {boolean[]} [input.ready]  which slides can be shown; all, where nothing is said
 * @param {number[]} [input.before]  ids of calls whose entrance is over
 * @returns {WallModel}
 */
export function show(input) {
  const { view, announcer, office, language, stamp, stale, heardAt, slide, before = [] } = input;
  const counters = view?.counters ?? office.counters.map(unknownCounter);
  const layout = counters.length > STRIP_MAX ? "list" : "strip";
  const hero = heroOf({ view, announcer, office, stamp, stale });
  const around = { view, before, stale, stamp, office, language };
  return {
    layout,
    stale,
    heardAt: heardAt && wallClock(heardAt),
    clock: wallClock(stamp),
    date: formatDate(stamp, language),
    hero,
    cells: layout === "strip" ? counters.map((counter) => cellOf(counter, around)) : [],
    rows: layout === "list" ? rowsOf(view, announcer, hero, office) : [],
    waiting: view ? waitingOf(view.waiting) : null,
    slide: layout === "strip" && slide !== null && slide < office.slides.length ? slide : null,
    slides: office.slides.flatMap((_, index) => (input.ready?.[index] ?? true ? [index] : [])),
  };
}

/**
 * @param {{ view: WallView | null, announcer: Announcer, office: Office, stamp: string, stale: boolean }} input
 * @returns {Hero}
 */
function heroOf({ view, announcer, office, stamp, stale }) {
  const on = announcer.current;
  if (on && !stale) return { kind: "calling", still: on.still, ...factsOf(on.call, office) };
  const last = view?.calls[0];
  const age = last ? Date.parse(stamp) - Date.parse(last.at) : Infinity;
  // What is out of date shows the last call whatever its age: an invitation would look as if all were well.
  if (last && (stale || age < IDLE_AFTER_MS)) return { kind: "quiet", ...factsOf(last, office) };
  const closed = closedAt(office.hours, wallClock(stamp));
  if (closed && !stale && isEmpty(view)) return { kind: "closed", closed };
  return { kind: "idle" };
}

/** @param {Call} call @param {Office} office */
function factsOf(call, office) {
  return {
    key: `${call.id}`,
    number: call.number,
    counter: call.counter,
    service: call.service,
    direction: directionOf(call.counter, office),
    time: wallClock(call.at),
  };
}

/**
 * Nobody waits and nobody works: only then do the opening hours decide what the wall says. Before the first view
 * nobody knows.
 * @param {WallView | null} view
 */
function isEmpty(view) {
  if (!view) return false;
  return view.waiting.total === 0 && view.counters.every((one) => one.state === "closed" || one.state === "paused");
}

/**
 * @param {CounterState} cell
 * @param {{ view: WallView | null, before: number[], stale: boolean, stamp: string, office: Office,
 *   language: string }} around
 * @returns {Cell}
 */
function cellOf(cell, { view, before, stale, stamp, office, language }) {
  const { counter, state, number, until, pause_reason: reason } = cell;
  const call = view?.calls.find((one) => one.counter === counter);
  const old = call !== undefined && Date.parse(stamp) - Date.parse(call.at) > MISSED_MAX_MS;
  // A lost connection calls nobody: the cell keeps the number, hollow, and what was true of it.
  const shown = stale && state === "calling" ? "serving" : state;
  return {
    counter,
    state: shown,
    number,
    until: until && wallClock(until),
    why: shown === "paused" ? pauseReason(office, reason ?? null, language) : "",
    key: shown === "calling" ? `call-${call?.id}` : "rest",
    still: call !== undefined && (old || before.includes(call.id)),
  };
}

/** @param {WallView | null} view @param {Announcer} announcer @param {Hero} hero @param {Office} office */
function rowsOf(view, announcer, hero, office) {
  /** @type {WallModel["rows"]} */
  const rows = [];
  const hidden = announcer.queue.map((call) => call.id);
  for (const { id, number, counter } of view?.calls ?? []) {
    const inHero = hero.number === number && hero.counter === counter;
    if (inHero || hidden.includes(id) || rows.some((row) => row.number === number)) continue;
    rows.push({ key: id, number, counter, direction: directionOf(counter, office) });
  }
  return rows.slice(0, ROWS);
}

/** @param {WallView["waiting"]} waiting */
function waitingOf({ total, services }) {
  const all = services.length <= SERVICES_MAX;
  return { total, services: all ? services : services.filter((one) => one.waiting > 0).slice(0, SERVICES_MAX) };
}

/** @param {number} counter @param {Office} office @returns {string} */
function directionOf(counter, office) {
  return office.counters.find((one) => one.counter === counter)?.direction ?? "right";
}

/** @param {{ counter: number }} setup @returns {any} */
function unknownCounter({ counter }) {
  return { counter, state: "unknown", number: null, until: null, pause_reason: null };
}
