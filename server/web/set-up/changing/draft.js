/** What is typed, before it is saved: a copy of the set-up whose entries know what they were called. */
import { LISTS } from "../data/lists.js";

/** Under which name an entry stands in the set-up in force; an entry without it is new. No JSON has it. */
export const ORIGIN = Symbol("origin");

/** @typedef {Record<string, any>} Document  the set-up as a document */
/** @typedef {(string | number)[]} Path  the way to a value, as `["services", 1, "name", "vi"]` */

/** @param {Document} document @returns {Document} */
export function draftOf(document) {
  const draft = structuredClone(document);
  for (const [key, { named }] of Object.entries(LISTS)) {
    if (named) for (const entry of draft[key] ?? []) entry[ORIGIN] = String(entry[named]);
  }
  return draft;
}

/** @param {Document} document @param {Path} path @returns {any} */
export function valueAt(document, path) {
  return path.reduce((value, step) => value?.[step], document);
}

/**
 * Puts a value there, making what is missing on the way; undefined takes it away, with a text of no language left.
 * @param {Document} document @param {Path} path @param {any} value
 */
export function put(document, path, value) {
  const way = path.slice(0, -1);
  const last = path[path.length - 1];
  if (value === undefined) {
    const holder = valueAt(document, way);
    if (!holder) return;
    delete holder[last];
    // An entry of a list stays, however little of it is left.
    const isText = way.length > 1 && typeof way[way.length - 1] === "string";
    if (isText && Reflect.ownKeys(holder).length === 0) put(document, way, undefined);
    return;
  }
  let holder = document;
  way.forEach((step, place) => {
    holder[step] ??= typeof path[place + 1] === "number" ? [] : {};
    holder = holder[step];
  });
  holder[last] = value;
}

/**
 * The name of an entry as it stands now.
 * @param {string} list @param {Record<string, any>} entry
 */
export function nameOf(list, entry) {
  const named = LISTS[list].named;
  return named ? String(entry[named] ?? "") : "";
}

/**
 * Follows a service that gets another code: the counters that name it, too.
 * @param {Document} draft @param {string} before @param {string | undefined} after  undefined: it is gone
 */
export function followCode(draft, before, after) {
  for (const counter of draft.counters ?? []) {
    for (const key of ["services", "helps_with"]) {
      if (!counter[key]?.includes(before)) continue;
      counter[key] = counter[key].flatMap((/** @type {string} */ code) =>
        code !== before ? [code] : after === undefined ? [] : [after]);
    }
    if (counter.helps_with?.length === 0) {
      delete counter.helps_with;
      delete counter.helps_after_minutes;
    }
  }
}

/**
 * A copy of a draft, in which entries still know what they were called.
 * @template T
 * @param {T} value
 * @returns {T}
 */
export function copyOf(value) {
  if (Array.isArray(value)) return /** @type {any} */ (value.map(copyOf));
  if (typeof value !== "object" || value === null) return value;
  return /** @type {any} */ (Object.fromEntries(Reflect.ownKeys(value).map((key) =>
    [key, copyOf(/** @type {any} */ (value)[key])])));
}
