/** What the page reads of devices. Pure. */

/**
 * @typedef {object} Device  of GET /api/v1/devices
 * @property {string} id
 * @property {string} name
 * @property {string} role
 * @property {number | null} counter
 * @property {string} paired_at
 * @property {string} paired_by
 * @property {string | null} seen_at
 * @property {string | null} seen_from
 * @property {number} sockets
 */

/** @param {any} body @returns {body is { devices: Device[] }} */
export function isDevices(body) {
  return Array.isArray(body?.devices) && body.devices.every((/** @type {any} */ device) =>
    typeof device.id === "string" && typeof device.name === "string" && Number.isInteger(device.sockets));
}

/** Whether it shows something right now. @param {Device} device */
export function isWatching({ sockets }) {
  return sockets > 0;
}

/** Signs of a code, without what people type between them. */
const CODE_SIGNS = 8;

/** Whether so much was typed that it can be a code. @param {string} typed */
export function isWhole(typed) {
  return typed.replaceAll(/[^A-Za-z0-9]/g, "").length === CODE_SIGNS;
}

/**
 * The code in the address that a device's QR code opens.
 * @param {string} search
 * @returns {string | null}
 */
export function codeIn(search) {
  const code = new URLSearchParams(search).get("code");
  return code && /^[A-Za-z0-9-]{8,9}$/.test(code) ? code : null;
}
