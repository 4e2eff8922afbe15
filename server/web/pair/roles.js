/** What a device may be, and where it goes once it is one. Pure. */
import { nextPath } from "../sign-in/addresses.js";

/** Those that a browser shows pages for, in the order in which people set a hall up. */
export const CHOICES = [
  { role: "kiosk", icon: "slip" },
  { role: "wall", icon: "people" },
  { role: "counter-display", icon: "bell" },
  { role: "desk", icon: "user" },
];

/** All that an address may ask for. */
const ROLES = [...CHOICES.map(({ role }) => role), "rating", "printer"];

/**
 * What the address asks for.
 * @param {string} search
 * @returns {string | null}
 */
export function wishedRole(search) {
  const role = new URLSearchParams(search).get("role");
  return role && ROLES.includes(role) ? role : null;
}

/**
 * The page that a device opens once it is paired; null for one that has none.
 * @param {{ role: string, counter: number | null }} device
 * @param {string} search  of the pairing page
 * @returns {string | null}
 */
export function pageOf({ role, counter }, search) {
  const next = nextPath(search);
  if (next) return next;
  switch (role) {
    case "kiosk": return "/kiosk";
    case "wall": return "/wall";
    case "counter-display": return counter === null ? null : `/counter/${counter}`;
    case "desk": return "/sign-in";
    default: return null;
  }
}
