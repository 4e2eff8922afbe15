/** What the page says and offers of each person. Pure. */

/**
 * @typedef {object} Session
 * @property {string} id
 * @property {string | null} begun_at
 * @property {string | null} seen_at
 * @property {string | null} address
 * @property {string | null} browser
 * @property {boolean} is_current
 * @property {boolean} by_directory  whether it was begun by the directory
 *
 * @typedef {object} Person  of GET /api/v1/people
 * @property {string} name
 * @property {string} role
 * @property {boolean} may_have_pin
 * @property {boolean} pin
 * @property {boolean} password
 * @property {boolean} second_factor
 * @property {boolean} is_you
 * @property {boolean} in_directory  whether the directory lets them in
 * @property {Session[]} sessions
 *
 * @typedef {"pin" | "password" | "sessions"} Doing
 */

/** @param {any} body @returns {body is { people: Person[] }} */
export function isPeople(body) {
  return Array.isArray(body?.people) && body.people.every((/** @type {any} */ person) =>
    typeof person.name === "string" && typeof person.role === "string" && Array.isArray(person.sessions));
}

/**
 * Ids of the words that say what somebody signs in with; one who has nothing can't come in.
 * @param {Person} person
 * @returns {{ id: string, sign: "ok" | "warn" }[]}
 */
export function meansOf({ pin, password, second_factor: factor, in_directory: inDirectory }) {
  /** @type {{ id: string, sign: "ok" | "warn" }[]} */
  const means = [];
  if (pin) means.push({ id: "people-has-pin", sign: "ok" });
  if (password) means.push({ id: factor ? "people-has-both" : "people-has-password", sign: "ok" });
  if (inDirectory) means.push({ id: "people-has-directory", sign: "ok" });
  return means.length > 0 ? means : [{ id: "people-has-nothing", sign: "warn" }];
}

/**
 * What can be done, in the order of the buttons; one's own is changed at one's account.
 * @param {Person} person
 * @returns {Doing[]}
 */
export function doingsFor({ may_have_pin: mayHavePin, is_you: isYou, sessions }) {
  /** @type {Doing[]} */
  const doings = [];
  if (mayHavePin && !isYou) doings.push("pin");
  if (!isYou) doings.push("password");
  if (sessions.length > 0) doings.push("sessions");
  return doings;
}

/** Whether one's own password is asked for: what is made is good everywhere. @param {Doing} doing */
export function needsProof(doing) {
  return doing === "password";
}

/**
 * The address of a doing, how it is called, and what it brings.
 * @param {string} name @param {Doing} doing @param {string} [current]  one's own password
 */
export function requestOf(name, doing, current = "") {
  const path = `/people/${encodeURIComponent(name)}/${doing}`;
  const method = /** @type {"POST" | "DELETE"} */ (doing === "sessions" ? "DELETE" : "POST");
  return { method, path, body: needsProof(doing) ? { current } : undefined };
}
