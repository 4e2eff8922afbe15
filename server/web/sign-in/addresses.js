/** Addresses of pages that need a signed-in person, and the way to them through the sign-in page. */

/** What a reader chose for all pages. */
const KEPT = ["lang", "theme"];

/**
 * The address with the reader's language and theme kept.
 * @param {string} address  path, perhaps with a query
 * @param {string} search  query of the present page
 */
export function keepChoices(address, search) {
  const [path, query = ""] = address.split("?");
  const wanted = new URLSearchParams(query);
  const present = new URLSearchParams(search);
  for (const choice of KEPT) {
    const value = present.get(choice);
    if (value && !wanted.has(choice)) wanted.set(choice, value);
  }
  const all = wanted.toString();
  return all ? `${path}?${all}` : path;
}

/**
 * The same page in another language.
 * @param {{ pathname: string, search: string }} here
 * @param {string} language
 */
export function inLanguage({ pathname, search }, language) {
  const wanted = new URLSearchParams(search);
  wanted.set("lang", language);
  return `${pathname}?${wanted}`;
}

/**
 * The sign-in page that leads back to where the reader is.
 * @param {{ pathname: string, search: string }} here
 */
export function signInAddress({ pathname, search }) {
  const own = new URLSearchParams(search);
  for (const choice of KEPT) own.delete(choice);
  const next = own.size > 0 ? `${pathname}?${own}` : pathname;
  return keepChoices(`/sign-in?${new URLSearchParams({ next })}`, search);
}

/**
 * Where to go after signing in: only a path of this server, whatever the address of the sign-in page says.
 * @param {string} search  query of the sign-in page
 * @returns {string | null}
 */
export function nextPath(search) {
  const next = new URLSearchParams(search).get("next");
  return next && /^\/(?![/\\])[\w/.~%?=&-]*$/.test(next) ? next : null;
}

/**
 * The counter's number in `/desk/3`, or null.
 * @param {string | null} pathname
 */
export function counterIn(pathname) {
  const digits = /^\/desk\/(\d{1,3})\/?$/.exec(pathname ?? "")?.[1];
  return digits ? Number(digits) : null;
}
