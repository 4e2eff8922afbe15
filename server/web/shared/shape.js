/**
 * Views as they should be: a page draws a view only when it has what the page needs, so that no half view is ever seen.
 * Fields that a page doesn't know are left alone: a newer server may send more.
 */

/** @typedef {(value: any) => boolean} Test */

/** @type {Test} */
export const isText = (value) => typeof value === "string";
/** @type {Test} */
export const isNumber = (value) => Number.isFinite(value);
/** @type {Test} */
export const isFlag = (value) => typeof value === "boolean";

/** @param {...string} words @returns {Test} */
export const oneOf = (...words) => (value) => words.includes(value);

/** @param {Test} test @returns {Test} */
export const orNull = (test) => (value) => value === null || test(value);

/** @param {Test} test @returns {Test} */
export const listOf = (test) => (value) => Array.isArray(value) && value.every(test);

/** @param {Record<string, Test>} fields @returns {Test} */
export const shaped = (fields) => (value) =>
  typeof value === "object" && value !== null && Object.entries(fields).every(([name, test]) => test(value[name]));

/**
 * The view itself, when it has its shape.
 *
 * @template V
 * @param {V} view
 * @param {Test} test
 * @returns {V}
 * @throws {TypeError} when it hasn't: the live connection then takes it as not seen
 */
export function checked(view, test) {
  if (!test(view)) throw new TypeError("a view lacks what this page draws");
  return view;
}
