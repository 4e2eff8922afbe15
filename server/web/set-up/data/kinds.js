/** What a key of the set-up may hold. `config/src/office` says the same; a test compares both with the manual. */

/**
 * @typedef {"texts" | "text" | "number" | "choice" | "flag" | "codes" | "languages" | "periods" | "dates"
 *   | "picture" | "list"} Kind
 *
 * @typedef {object} Spec
 * @property {Kind} kind
 * @property {boolean} [optional]  the key may be missing
 * @property {string} [unless]  the key beside which it has no place
 * @property {"slide" | "logo"} [purpose]  of a picture
 * @property {any} [usual]  what holds when it is missing
 * @property {number} [max]  characters of a text
 * @property {number} [from]  least number, or fewest entries
 * @property {number} [to]  largest number, or most entries
 * @property {string} [unit]  `set-up-unit-<unit>` names it
 * @property {(string)[]} [of]  the words of a choice
 * @property {"pictograms" | "numbers"} [looks]  how a choice is shown
 * @property {RegExp} [pattern]  of a text
 * @property {string} [form]  `set-up-form-<form>` says what the pattern means
 * @property {Record<string, Spec>} [fields]  of a list's entries
 */

/** @param {number} max @param {Partial<Spec>} [more] @returns {Spec} */
export const texts = (max, more = {}) => ({ kind: "texts", max, ...more });

/** @param {number} max @param {Partial<Spec>} [more] @returns {Spec} */
export const text = (max, more = {}) => ({ kind: "text", max, ...more });

/** @param {number} from @param {number} to @param {string} unit @param {Partial<Spec>} [more] @returns {Spec} */
export const number = (from, to, unit, more = {}) => ({ kind: "number", from, to, unit, ...more });

/** @param {string[]} of @param {Partial<Spec>} [more] @returns {Spec} */
export const choice = (of, more = {}) => ({ kind: "choice", of, ...more });

/** @param {boolean} usual @returns {Spec} */
export const flag = (usual) => ({ kind: "flag", usual });

/** @param {number} from @param {number} to @param {Record<string, Spec>} fields @returns {Spec} */
export const list = (from, to, fields) => ({ kind: "list", from, to, fields, optional: from === 0 });

export const optional = { optional: true };

/** A short name in small letters with hyphens. */
export const shortName = text(32, { pattern: /^[a-z0-9]+(-[a-z0-9]+)*$/, form: "short-name" });

/** The end of the text's id that says a word of a choice. @param {string} word */
export function wordId(word) {
  return word.toLowerCase().replaceAll("_", "-");
}
