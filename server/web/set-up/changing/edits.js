/** From what was typed to the changes that the server makes in the text: key by key, so that its remarks stay. */
import { LISTS } from "../data/lists.js";
import { TOP_KEYS } from "../data/pages.js";
import { isMissing } from "../data/tables.js";
import { draftOf, nameOf, ORIGIN } from "./draft.js";

/**
 * @typedef {import("./draft.js").Document} Document
 * @typedef {{ at: string[], value: any }} Edit
 */

/**
 * The changes from one set-up to a draft of it.
 * @param {Document} before @param {Document} draft
 * @returns {Edit[]}
 */
export function editsBetween(before, draft) {
  return TOP_KEYS.flatMap((key) => {
    const list = LISTS[key];
    if (isMissing(key, draft[key])) return before[key] ? [{ at: [key], value: null }] : [];
    if (!list) return keyEdits([key], before[key] ?? {}, draft[key] ?? {});
    return list.named ? entryEdits(key, before[key] ?? [], draft[key] ?? [])
      : isSame(before[key] ?? [], draft[key] ?? []) ? [] : [whole(key, draft[key])];
  });
}

/**
 * The same changes on another set-up, as when somebody else has saved meanwhile. What they have taken away can't be
 * changed any more: that is lost, and told.
 * @param {Document} document @param {Edit[]} edits
 */
export function applied(document, edits) {
  const draft = draftOf(document);
  const lost = edits.filter((edit) => !apply(draft, edit));
  return { draft, lost };
}

/** @param {string[]} at @param {any} before @param {any} after @returns {Edit[]} */
function keyEdits(at, before, after, but = "") {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => key !== but);
  return keys.flatMap((key) => {
    const [one, other] = [before[key], after[key]];
    if (isSame(one, other)) return [];
    if (isTable(one) && isTable(other)) return keyEdits([...at, key], one, other);
    const gone = other === undefined || (Array.isArray(other) && other.length === 0 && Array.isArray(one)
      && one.some(isTable));
    return [{ at: [...at, key], value: gone ? null : other }];
  });
}

/** @param {string} list @param {any[]} before @param {any[]} after @returns {Edit[]} */
function entryEdits(list, before, after) {
  if (isSame(before, after)) return [];
  if (collides(list, before, after)) return [whole(list, after)];
  const kept = new Map(after.filter((entry) => entry[ORIGIN] !== undefined).map((entry) => [entry[ORIGIN], entry]));
  const named = /** @type {string} */ (LISTS[list].named);
  const edits = [];
  const order = [];
  for (const entry of before) {
    const name = nameOf(list, entry);
    const now = kept.get(name);
    if (!now) {
      edits.push({ at: [list, name], value: null });
      continue;
    }
    edits.push(...keyEdits([list, name], entry, now, named));
    if (!isSame(entry[named], now[named])) edits.push({ at: [list, name, named], value: now[named] ?? "" });
    order.push(nameOf(list, now));
  }
  for (const entry of after.filter((entry) => entry[ORIGIN] === undefined)) {
    edits.push({ at: [list, nameOf(list, entry)], value: entry });
    order.push(nameOf(list, entry));
  }
  const wanted = after.map((entry) => nameOf(list, entry));
  return isSame(order, wanted) ? edits : [...edits, { at: [list], value: wanted }];
}

/**
 * Whether one name would stand for two entries on the way.
 * @param {string} list @param {any[]} before @param {any[]} after
 */
function collides(list, before, after) {
  const names = after.map((entry) => nameOf(list, entry));
  if (new Set(names).size < names.length) return true;
  const were = new Set(before.map((entry) => nameOf(list, entry)));
  return after.some((entry) => entry[ORIGIN] !== nameOf(list, entry) && were.has(nameOf(list, entry)));
}

/** @param {string} list @param {any[] | undefined} entries @returns {Edit} */
function whole(list, entries) {
  return { at: [list], value: entries?.length ? entries : null };
}

/** @param {Document} draft @param {Edit} edit @returns {boolean} */
function apply(draft, { at, value }) {
  const [top, ...rest] = at;
  const named = LISTS[top]?.named;
  if (!named || rest.length === 0) {
    if (named && Array.isArray(value) && value.every((name) => typeof name === "string")) {
      return reorder(top, draft[top] ?? [], value);
    }
    return set(draft, at, value);
  }
  const [name, ...way] = rest;
  draft[top] ??= [];
  const place = draft[top].findIndex((/** @type {any} */ entry) => nameOf(top, entry) === name);
  if (way.length > 0) return place >= 0 && set(draft[top][place], way, value);
  if (value === null) {
    if (place >= 0) draft[top].splice(place, 1);
  } else if (place >= 0) draft[top][place] = { ...structuredClone(value), [ORIGIN]: draft[top][place][ORIGIN] };
  else draft[top].push(structuredClone(value));
  return true;
}

/** @param {any} holder @param {string[]} way @param {any} value */
function set(holder, way, value) {
  for (const step of way.slice(0, -1)) holder = holder[step] ??= {};
  const last = way[way.length - 1];
  if (value === null) delete holder[last];
  else holder[last] = structuredClone(value);
  return true;
}

/**
 * Those that the order doesn't name stay behind.
 * @param {string} list @param {any[]} entries @param {string[]} names
 */
function reorder(list, entries, names) {
  const place = (/** @type {any} */ entry) => {
    const found = names.indexOf(nameOf(list, entry));
    return found < 0 ? names.length : found;
  };
  entries.sort((one, other) => place(one) - place(other));
  return true;
}

/** @param {any} value */
function isTable(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Whether two values say the same, whatever the order of their keys.
 * @param {any} one @param {any} other @returns {boolean}
 */
export function isSame(one, other) {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((value, place) => isSame(value, other[place]));
  }
  if (!isTable(one) || !isTable(other)) return false;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => isSame(one[key], other[key]));
}
