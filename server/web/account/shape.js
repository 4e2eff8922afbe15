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
 */

/** @param {any} body @returns {body is Account} */
export function isAccount(body) {
  return typeof body?.name === "string" && typeof body.role === "string" && typeof body.password === "boolean";
}

/** @param {any} body @returns {body is { sessions: import("../people/rows.js").Session[] }} */
export function isSessions(body) {
  return Array.isArray(body?.sessions) && body.sessions.every((/** @type {any} */ one) => typeof one.id === "string");
}
