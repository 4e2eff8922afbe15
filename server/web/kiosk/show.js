/** What the kiosk's pages show, worked out from the office's set-up and the live view: plain values, no page. */
import { name } from "../shared/office.js";

/**
 * @typedef {object} Tile  a service on the chooser
 * @property {string} code
 * @property {string} pictogram
 * @property {string} title
 * @property {string} second  the same in a second language
 * @property {number | null} waiting  none when the figure would be out of date
 * @property {boolean} guide  the service that answers questions
 * @property {"closed" | "quota-used" | "day-full" | null} refused  why the machine gives no ticket of it now
 */

/**
 * @param {any} office
 * @param {any} view  of /live/kiosk; null when it would be out of date
 * @param {string} language
 * @returns {Tile[]}
 */
export function tilesOf(office, view, language) {
  const other = secondLanguage(office.languages, language);
  return office.services.map((/** @type {any} */ service) => ({
    code: service.code,
    pictogram: service.pictogram,
    title: name(service.name, language),
    second: other ? name(service.name, other) : "",
    waiting: liveService(view, service.code)?.waiting ?? null,
    guide: service.pictogram === "M",
    refused: liveService(view, service.code)?.refused ?? null,
  }));
}

/**
 * What stands beside the list of documents.
 * @param {any} service  of the set-up
 * @param {any} view  null when it would be out of date
 * @param {string} language
 */
export function factsOf(service, view, language) {
  const live = liveService(view, service.code);
  return {
    waiting: live ? live.waiting : null,
    wait: live?.forecast ? bandText(live.forecast) : null,
    afterBreak: live?.after_break ?? null,
    room: live?.room ?? null,
    closed: live !== null && live.forecast === null && live.after_break === null,
    fee: feeOf(name(service.fee, language)),
  };
}

/**
 * How long a ticket's holder is likely to wait; `afterBreak` when a break may come before, `closed` while no counter of
 * the service is open. One that has opened
 * since the ticket was taken is in the live view.
 * @param {{ service: string, forecast: { from: number, to: number } | null, after_break?: string | null }} ticket
 * @param {any} view  of /live/kiosk; null when it would be out of date
 */
export function waitOf({ service, forecast, after_break: opens }, view) {
  if (forecast) return { wait: bandText(forecast), afterBreak: null, closed: false };
  const live = liveService(view, service);
  const afterBreak = live?.after_break ?? opens ?? null;
  return { wait: null, afterBreak, closed: afterBreak === null && !live?.forecast };
}

/** @param {{ from: number, to: number }} band  minutes */
export function bandText({ from, to }) {
  return from === to ? String(from) : `${from}–${to}`;
}

/**
 * A fee's figure apart from its words, so that the figure can be large: "2.000 đ một trang".
 * @param {string} fee
 */
export function feeOf(fee) {
  if (!fee) return null;
  const [, figure, words] = /^(\d[\d.,]*)\s*(.*)$/.exec(fee) ?? [null, "", fee];
  return { figure: figure ?? "", words: words ?? "" };
}

/**
 * The language of the small line under a name: the office's own, or the next one for who reads the office's own.
 * @param {string[]} languages @param {string} language
 */
export function secondLanguage(languages, language) {
  return languages.find((other) => other !== language) ?? null;
}

/**
 * How densely the tiles stand: eight as in the drawing, more in three columns, many without the second line.
 * @param {number} tiles
 */
export function densityOf(tiles) {
  if (tiles <= 8) return "few";
  return tiles <= 15 ? "many" : "crowd";
}

/** @param {any} view @param {string} code */
function liveService(view, code) {
  return view?.services?.find((/** @type {any} */ service) => service.code === code) ?? null;
}
