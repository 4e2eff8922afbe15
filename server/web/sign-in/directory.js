/** To the directory and back: what its page led back with, and what this page was about meanwhile. */

/** The address to which the directory leads back, as `BACK_AT` in the server says. */
const BACK_AT = "/sign-in/directory";

/** Where it is kept, in this window alone, until the browser is back. */
const PLACE = "moi.sign-in.away";

/**
 * @typedef {object} Returned  what the directory led back with, as it is sent on
 * @property {string} state
 * @property {string} [code]
 * @property {string} [error]
 * @property {string} [iss]
 *
 * @typedef {{ search: string, counter: number | null }} Away  `search`: query of the page before
 */

/**
 * What the directory led back with; null on any other address. What it says beside that is nobody's business here.
 * @param {{ pathname: string, search: string }} here
 * @returns {Returned | null}
 */
export function returnedWith({ pathname, search }) {
  if (pathname !== BACK_AT) return null;
  const said = new URLSearchParams(search);
  /** @type {Returned} */
  const returned = { state: said.get("state") ?? "" };
  for (const name of /** @type {const} */ (["code", "error", "iss"])) {
    const value = said.get(name);
    if (value) returned[name] = value;
  }
  // A directory that gives nothing at all gives no reason either.
  if (!returned.code && !returned.error) returned.error = "nothing";
  if (returned.code) delete returned.error;
  return returned;
}

/** @param {Away} away */
export function keepAway(away) {
  try {
    sessionStorage.setItem(PLACE, JSON.stringify(away));
  } catch {
    // A browser that keeps nothing only forgets where somebody wanted to go.
  }
}

/**
 * What was kept, once.
 * @returns {Away}
 */
export function takeAway() {
  try {
    const away = JSON.parse(sessionStorage.getItem(PLACE) ?? "null");
    sessionStorage.removeItem(PLACE);
    return awayFrom(away);
  } catch {
    return awayFrom(null);
  }
}

/**
 * Only what can be a query and a counter.
 * @param {any} kept
 * @returns {Away}
 */
export function awayFrom(kept) {
  const search = typeof kept?.search === "string" && /^(\?[^#]*)?$/.test(kept.search) ? kept.search : "";
  return { search, counter: Number.isInteger(kept?.counter) ? kept.counter : null };
}
