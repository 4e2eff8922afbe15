/** Keys and values of the set-up in words: what changes is read by people. */
import { wordId } from "../data/kinds.js";
import { LISTS } from "../data/lists.js";
import { pageOf } from "../data/pages.js";
import { TABLES } from "../data/tables.js";

/**
 * @typedef {{ key: string, before: string | null, after: string | null }} Change
 *
 * @typedef {object} Place  what a key stands for
 * @property {string} part  key at the top of the set-up
 * @property {string} entry  name of a list's entry; empty for a part that stands there once, and for a list's order
 * @property {string[]} fields  `desk-undo-seconds`, and `services-documents-name` with one of them in between
 * @property {import("../data/kinds.js").Spec | null} spec
 * @property {string} number  of an entry without a name, as of a document
 * @property {string} language
 *
 * @typedef {import("../../shared/text.js").Text} Text
 */

/** @param {string} key  as `services.A.documents.1.name.vi` @returns {Place} */
export function placeOf(key) {
  const cut = key.indexOf(".");
  const part = cut < 0 ? key : key.slice(0, cut);
  const rest = cut < 0 ? "" : key.slice(cut + 1);
  const none = { part, entry: "", fields: [], spec: null, number: "", language: "" };
  if (!rest) return none;
  if (TABLES[part]) return { ...none, ...fieldOf(part, TABLES[part], rest.split(".")) };
  if (!LISTS[part]) return { ...none, entry: rest };
  // A person's name may have dots: what stands before the first word that is a key is the entry's name.
  const steps = rest.split(".");
  const at = steps.findIndex((step, place) => place > 0 && LISTS[part].fields[step]);
  if (at < 0) return { ...none, entry: rest };
  return { ...none, entry: steps.slice(0, at).join("."), ...fieldOf(part, LISTS[part].fields, steps.slice(at)) };
}

/** @param {string} prefix @param {Record<string, any>} fields @param {string[]} steps @returns {any} */
function fieldOf(prefix, fields, [key, ...rest]) {
  const spec = fields[key] ?? null;
  const id = `${prefix}-${key}`.replaceAll("_", "-");
  if (spec?.kind === "list" && rest.length > 1) {
    const inner = fieldOf(`${prefix}-${key}`, spec.fields, rest.slice(1));
    return { ...inner, number: rest[0], fields: [id, ...inner.fields] };
  }
  return { spec, fields: [id], language: spec?.kind === "texts" ? rest[0] ?? "" : "" };
}

/** @param {Place} place @param {Text} text */
export function fieldInWords({ part, entry, fields, number, language }, text) {
  if (fields.length === 0) return text.say(entry ? `set-up-${id(part)}` : "set-up-order-of", { name: part });
  const words = fields.map((field) => text.say(`set-up-${field}`));
  if (number) words[0] = `${words[0]} ${number}`;
  return words.join(" · ") + (language ? ` (${text.say(`set-up-language-${language}`)})` : "");
}

/** @param {string | null} value @param {Place} place @param {Text} text */
export function valueInWords(value, { spec, fields }, text) {
  if (value === null) return text.say("set-up-nothing");
  if (value === "") return text.say("set-up-empty");
  if (spec?.kind === "flag" && (value === "true" || value === "false")) return text.say(`set-up-${value}`);
  if (spec?.kind === "choice" && spec.of?.includes(value)) {
    return text.say(`set-up-${fields[fields.length - 1]}-${wordId(value)}`);
  }
  // Of its name the beginning tells two pictures apart.
  if (spec?.kind === "picture") return text.say("set-up-picture-called", { name: value.slice(0, 8) });
  if (spec?.kind === "number" && spec.unit) return `${value} ${text.say(`set-up-unit-${spec.unit}`)}`;
  return value;
}

/**
 * Changes that belong together: those of one entry, or of one part.
 *
 * @typedef {object} Group
 * @property {string} part
 * @property {string} page
 * @property {string} entry
 * @property {"new" | "gone" | "changed"} what
 * @property {(Change & { place: Place })[]} changes
 *
 * @param {Change[]} changes
 * @returns {Group[]}
 */
export function grouped(changes) {
  /** @type {Map<string, Group>} */
  const groups = new Map();
  for (const change of changes) {
    const place = placeOf(change.key);
    const { part, entry } = place;
    const key = `${part}\n${entry}`;
    const group = groups.get(key) ?? { part, page: pageOf(part), entry, what: "changed", changes: [] };
    group.changes.push({ ...change, place });
    groups.set(key, group);
  }
  for (const group of groups.values()) {
    if (!group.entry || !LISTS[group.part]?.named) continue;
    const named = group.changes.find(({ place }) => place.fields[0] === `${group.part}-${LISTS[group.part].named}`
      .replaceAll("_", "-"));
    if (named?.before === null) group.what = "new";
    else if (named?.after === null) group.what = "gone";
  }
  return [...groups.values()];
}

/**
 * What a group is about: "Việc A" or "Bàn làm việc".
 * @param {Group} group @param {Text} text @param {(part: string, entry: string) => string} nameOf
 */
export function groupInWords({ part, entry, what }, text, nameOf) {
  const title = text.say(`set-up-${id(part)}`);
  if (!entry) return title;
  const one = [`${title}: ${entry}`, nameOf(part, entry)].filter(Boolean).join(" – ");
  return what === "changed" ? one : `${one} (${text.say(`set-up-${what}`)})`;
}

/** @param {string} part */
function id(part) {
  return part.replaceAll("_", "-");
}
