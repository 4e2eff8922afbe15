/** Entries of the set-up that ships, to begin with. */

/**
 * Those that are not there yet.
 * @param {any[]} shipped @param {any[]} entries @param {string} named  the key that names an entry
 */
export function unused(shipped, entries, named) {
  return shipped.filter((template) => !entries.some((entry) => entry[named] === template[named]));
}

/**
 * An entry from a template, with its words in the office's languages alone.
 * @param {any} template @param {string[]} languages @param {Record<string, import("../data/kinds.js").Spec>} fields
 * @returns {any}
 */
export function fromTemplate(template, languages, fields) {
  return Object.fromEntries(Object.entries(template).map(([key, value]) => {
    const spec = fields[key];
    if (spec?.kind === "texts") {
      return [key, Object.fromEntries(Object.entries(value).filter(([language]) => languages.includes(language)))];
    }
    if (spec?.kind === "list") {
      return [key, value.map((/** @type {any} */ entry) => fromTemplate(entry, languages, spec.fields ?? {}))];
    }
    return [key, structuredClone(value)];
  }));
}
