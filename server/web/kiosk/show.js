/** What the kiosk's pages show, worked out from the office's set-up and the live view: plain values, no page. */
import { name } from "../shared/office.js";

/**
 * @typedef {object} Tile  a service on the chooser
 * @property {string} code
 * @property {string} pictogram
 * @property {string} title
 * @property {string} second  the same in a second language
 * @property {string | null} secondLanguage
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
    secondLanguage: other,
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
 * @param {boolean} [isOnly]  whether the ticket is for it alone: else its fee is not what all costs
 */
export function factsOf(service, view, language, isOnly = true) {
  const live = liveService(view, service.code);
  return {
    waiting: live ? live.waiting : null,
    wait: live?.forecast ? bandText(live.forecast) : null,
    afterBreak: live?.after_break ?? null,
    room: live?.room ?? null,
    closed: live !== null && live.forecast === null && live.after_break === null,
    fee: isOnly ? feeOf(name(service.fee, language)) : null,
  };
}

/**
 * The services of one ticket in their order, each with its own documents and fee: no sum stands for them all.
 * @param {any[]} services  of the set-up
 * @param {string} language
 */
export function togetherOf(services, language) {
  return services.map(({ code, pictogram, name: title, documents, fee }) => ({
    code,
    pictogram,
    title: name(title, language),
    documents: documents.map((/** @type {any} */ one) => name(one.name, language)),
    fee: name(fee, language),
  }));
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

/**
 * What stands on the ticket beside its number. Who came too late for an appointment is not told its time as if it
 * counted; a ticket that was given before is not told how the queue was then.
 * @param {any} ticket  answer of POST /tickets or of a check-in
 * @param {any} view  of /live/kiosk; null when it would be out of date
 */
export function paperOf(ticket, view) {
  const { ahead, appointment, late = false, checked_in_before: before = false } = ticket;
  const wait = before ? { wait: null, afterBreak: null, closed: false } : waitOf(ticket, view);
  return { ahead: before ? null : ahead, appointment: late ? null : appointment, late, ...wait };
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

/** Services on one sheet in large type. */
const SHEET = 8;

/**
 * The tiles of a sheet, where all of them don't fit on one in large type; the last place leads to the next sheet.
 * @param {Tile[]} tiles @param {{ ease: { large: boolean }, sheet: number }} visit
 * @returns {{ shown: Tile[], more: boolean }}
 */
export function sheetOf(tiles, { ease, sheet }) {
  if (!ease.large || tiles.length <= SHEET) return { shown: tiles, more: false };
  const sheets = Math.ceil(tiles.length / (SHEET - 1));
  const from = (sheet % sheets) * (SHEET - 1);
  return { shown: tiles.slice(from, from + SHEET - 1), more: true };
}

/** @param {any} view @param {string} code */
function liveService(view, code) {
  return view?.services?.find((/** @type {any} */ service) => service.code === code) ?? null;
}
