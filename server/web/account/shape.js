/** What the page of one's own account reads. Pure. */

/**
 * @typedef {object} Account  of GET /api/v1/account
 * @property {string} name
 * @property {string} role
 * @property {boolean} may_have_pin
 * @property {boolean} pin
 * @property {boolean} password
 * @property {boolean} second_factor
 * @property {number} spare_codes
 * @property {boolean} in_directory  whether the directory lets them in
 */

/** @param {any} body @returns {body is Account} */
export function isAccount(body) {
  return typeof body?.name === "string" && typeof body.role === "string" && typeof body.password === "boolean";
}

/** @param {any} body @returns {body is { sessions: import("../people/rows.js").Session[] }} */
export function isSessions(body) {
  return Array.isArray(body?.sessions) && body.sessions.every((/** @type {any} */ one) => typeof one.id === "string");
}

/**
 * Whether there is neither PIN nor password by which somebody could show that it is still them.
 * @param {Account} account
 */
export function hasNothingToProve({ pin, password, may_have_pin: mayHavePin }) {
  return !password && !(pin && mayHavePin);
}
