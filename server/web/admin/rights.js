/** Which of the administrator's pages somebody may read, as the manual's table says: who may not sees no way there. */
import { call } from "../shared/api.js";

/** `admin-nav-<id>` is what each is called. */
export const PAGES = [
  { id: "state", address: "/admin", roles: ["administrator", "supervisor", "inspector"] },
  { id: "set-up", address: "/admin/set-up", roles: ["administrator", "inspector"] },
  { id: "people", address: "/admin/people", roles: ["administrator"] },
  { id: "devices", address: "/admin/devices", roles: ["administrator"] },
  { id: "order", address: "/admin/order", roles: ["administrator", "supervisor", "inspector"] },
  { id: "preview", address: "/admin/preview", roles: ["administrator", "supervisor"] },
  { id: "audit", address: "/admin/audit", roles: ["administrator", "inspector"] },
  {
    id: "account", address: "/account",
    roles: ["administrator", "supervisor", "inspector", "officer", "receptionist"],
  },
];

/** For whoever is not signed in: the office's own machine shows it in full, others what everybody may know. */
const OPEN = ["state"];
const HOME = { id: "start", address: "/" };

/**
 * @param {string | null} role  null: nobody is signed in, or it is not known yet
 * @returns {{ id: string, address: string }[]}
 */
export function pagesFor(role) {
  return [...PAGES.filter(({ id, roles }) => (role === null ? OPEN.includes(id) : roles.includes(role))), HOME];
}

/** @typedef {{ name: string, role: string }} Reader */

/** @type {Promise<Reader | null> | null} */
let asked = null;

/**
 * Who is signed in on this browser; asked once a page.
 * @returns {Promise<Reader | null>}
 */
export function askReader(ask = call) {
  asked ??= ask("GET", "/sessions/current").then((answer) => (answer.ok ? answer.body : null));
  return asked;
}
