/** What is wrong with what was typed: seen here at once, or told by the server; each with its field. */
import { LISTS } from "../data/lists.js";
import { pageOf } from "../data/pages.js";
import { isMissing, TABLES } from "../data/tables.js";
import { nameOf } from "./draft.js";

/**
 * @typedef {object} Trouble
 * @property {import("./draft.js").Path} path  empty when it concerns no key
 * @property {string} page  id of the page with the field
 * @property {string} [say]  id of a text, with `values`
 * @property {Record<string, string | number>} [values]
 * @property {string} [told]  what the server says
 * @property {number | null} [line]
 */

/**
 * Mistakes that need no server.
 * @param {import("./draft.js").Document} draft
 * @returns {Trouble[]}
 */
export function troublesOf(draft) {
  const languages = draft.office?.languages ?? [];
  const found = /** @type {Trouble[]} */ ([]);
  const add = (/** @type {any[]} */ path, /** @type {string} */ say, values = {}) =>
    found.push({ path, page: pageOf(String(path[0])), say: `set-up-wrong-${say}`, values });
  const fieldsOf = (/** @type {any} */ fields, /** @type {any} */ table, /** @type {any[]} */ path) => {
    for (const [key, spec] of Object.entries(fields)) {
      if (!spec.unless || table?.[spec.unless] === undefined) look(spec, table?.[key], [...path, key]);
    }
  };
  const look = (/** @type {import("../data/kinds.js").Spec} */ spec, /** @type {any} */ value,
    /** @type {any[]} */ path) => {
    const wrong = CHECKS[spec.kind]?.(spec, value, languages);
    if (wrong) add([...path, ...(wrong.at ?? [])], wrong.say, wrong.values);
    if (spec.kind === "list") {
      (value ?? []).forEach((/** @type {any} */ entry, /** @type {number} */ place) =>
        fieldsOf(spec.fields, entry, [...path, place]));
    }
  };
  for (const [part, fields] of Object.entries(TABLES)) {
    if (!isMissing(part, draft[part])) fieldsOf(fields, draft[part], [part]);
  }
  for (const [part, { from, to, fields, named }] of Object.entries(LISTS)) {
    const entries = draft[part] ?? [];
    if (entries.length < from || entries.length > to) add([part], "entries", { from, to, count: entries.length });
    entries.forEach((/** @type {any} */ entry, /** @type {number} */ place) => {
      fieldsOf(fields, entry, [part, place]);
      const name = nameOf(part, entry);
      if (named && name && entries.findIndex((/** @type {any} */ one) => nameOf(part, one) === name) < place) {
        add([part, place, named], "twice", { name });
      }
    });
  }
  (draft.services ?? []).forEach((/** @type {any} */ service, /** @type {number} */ place) => {
    const handled = (draft.counters ?? []).some((/** @type {any} */ counter) =>
      counter.services?.includes(service.code));
    if (service.code && !handled) add(["services", place, "counters"], "no-counter");
  });
  return found;
}

/** @typedef {{ say: string, values?: Record<string, any>, at?: (string | number)[] } | null} Wrong */

/**
 * @type {Record<string,
 *   (spec: import("../data/kinds.js").Spec, value: any, languages: string[]) => Wrong>}
 */
const CHECKS = {
  texts({ optional, max = 0 }, value, languages) {
    const given = languages.filter((language) => value?.[language]);
    if (given.length === 0) return optional ? null : { say: "missing", at: languages.slice(0, 1) };
    const lacks = languages.find((language) => !value[language]);
    if (lacks) return { say: "language", at: [lacks] };
    const long = languages.find((language) => [...value[language]].length > max);
    return long ? { say: "long", values: { max, count: [...value[long]].length }, at: [long] } : null;
  },
  text({ optional, usual, max = 0, pattern, form }, value) {
    if (value === undefined || value === "") return optional || usual !== undefined ? null : { say: "missing" };
    if ([...value].length > max) return { say: "long", values: { max, count: [...value].length } };
    return pattern && !pattern.test(value) ? { say: form ?? "" } : null;
  },
  number({ optional, usual, from = 0, to = 0 }, value) {
    if (value === undefined) return optional || usual !== undefined ? null : { say: "missing" };
    return Number.isInteger(value) && value >= from && value <= to ? null : { say: "number", values: { from, to } };
  },
  choice({ of = [], usual }, value) {
    return of.includes(value) || (value === undefined && usual !== undefined) ? null : { say: "choice" };
  },
  codes({ from = 0 }, value) {
    return (value?.length ?? 0) < from ? { say: "no-service" } : null;
  },
  list({ from = 0, to = 0 }, value) {
    const count = value?.length ?? 0;
    return count < from || count > to ? { say: "entries", values: { from, to, count } } : null;
  },
  periods(_spec, value) {
    const place = (value ?? []).findIndex((/** @type {string} */ period) => !isPeriod(period));
    if (place >= 0) return { say: "period", at: [place] };
    const ends = (value ?? []).map((/** @type {string} */ period) => period.split("-"));
    const overlaps = ends.findIndex(([begin], /** @type {number} */ at) => at > 0 && begin <= ends[at - 1][1]);
    return overlaps > 0 ? { say: "overlap", at: [overlaps] } : null;
  },
  dates(_spec, value) {
    const place = (value ?? []).findIndex((/** @type {string} */ day) => !/^\d{4}-\d\d-\d\d$/.test(day));
    return place >= 0 ? { say: "day", at: [place] } : null;
  },
};

/** @param {string} period */
function isPeriod(period) {
  const [, begin, end] = /^(\d\d:\d\d)-(\d\d:\d\d)$/.exec(period) ?? [];
  return begin !== undefined && begin < end;
}

/**
 * What the server told, each at its field.
 * @param {{ key?: string, text: string, line?: number | null, found?: string, allowed?: string }[]} findings
 * @returns {Trouble[]}
 */
export function troublesFrom(findings) {
  return findings.map(({ key, text, line, found, allowed }) => {
    const path = pathOf(key ?? "");
    return { path, page: pageOf(String(path[0] ?? "")), told: found && allowed ? `${found} → ${allowed}` : text,
      line: line ?? null };
  });
}

/**
 * `services[2].name.vi` is `["services", 1, "name", "vi"]`.
 * @param {string} key
 * @returns {import("./draft.js").Path}
 */
export function pathOf(key) {
  return (key.match(/[^.[\]]+/g) ?? []).map((step) => (/^\d+$/.test(step) ? Number(step) - 1 : step));
}

/**
 * Those that stand at a field, or within it.
 * @param {Trouble[]} troubles @param {import("./draft.js").Path} path
 */
export function troublesAt(troubles, path) {
  return troubles.filter((trouble) => path.every((step, place) => trouble.path[place] === step));
}
