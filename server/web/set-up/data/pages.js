/** The pages of the set-up: which parts stand on each, and its address. */
import { LISTS } from "./lists.js";
import { TABLES } from "./tables.js";

export const HOME = "/admin/set-up";

/**
 * @typedef {object} PartPage
 * @property {string} id  the end of its address; `set-up-page-<id>` is what it is called
 * @property {string} icon
 * @property {string[]} keys  keys at the top of the set-up, in the order of the page
 */

/** What is changed most comes first. @type {PartPage[]} */
export const PAGES = [
  { id: "services", icon: "doc", keys: ["services"] },
  { id: "counters", icon: "user", keys: ["counters"] },
  { id: "hours", icon: "calendar", keys: ["hours"] },
  { id: "entrance", icon: "slip", keys: ["entrance", "numbering", "outage"] },
  { id: "priorities", icon: "elder", keys: ["priorities", "granting"] },
  { id: "choices", icon: "check", keys: ["call_reasons", "pause_reasons", "outcomes"] },
  { id: "rules", icon: "swap", keys: ["calling", "away", "transfer", "itinerary", "desk", "leaving"] },
  { id: "appointments", icon: "clock", keys: ["appointments"] },
  { id: "staff", icon: "people", keys: [
    "officers", "supervisors", "receptionists", "inspectors", "administrators", "sign_in",
    "directory",
  ] },
  { id: "office", icon: "mark", keys: ["office"] },
  { id: "slip", icon: "printer", keys: ["slip"] },
  { id: "slides", icon: "screen", keys: ["slides"] },
  { id: "keeping", icon: "box", keys: ["backup", "privacy", "disk"] },
];

/** The page for the whole set-up as a file. */
export const FILE_PAGE = { id: "file", icon: "disk", keys: [] };

/** All keys at the top of a set-up. */
export const TOP_KEYS = [...Object.keys(TABLES), ...Object.keys(LISTS)];

/** @param {string} id */
export function addressOf(id) {
  return id ? `${HOME}/${id}` : HOME;
}

/**
 * The page at an address; the overview for one that is none.
 * @param {string} pathname
 */
export function pageAt(pathname) {
  const id = /^\/admin\/set-up\/([a-z-]+)\/?$/.exec(pathname)?.[1] ?? "";
  return [...PAGES, FILE_PAGE].some((page) => page.id === id) ? id : "";
}

/**
 * The page on which a key at the top of the set-up is changed.
 * @param {string} key
 */
export function pageOf(key) {
  return PAGES.find((page) => page.keys.includes(key))?.id ?? "";
}
