/** By what somebody signs in: PIN on a known desk, password elsewhere, recovery code when both are lost, directory. */

/** @typedef {"pin" | "password" | "recovery" | "directory"} Way  the last: the directory has said who it is */

/**
 * What the page asks for first.
 * @param {{ name: string, chosen: Way | null, office: { officers: { name: string, signs_in_by?: string }[],
 *   sign_in?: { pin: boolean } } }} situation  `chosen`: by the person, on this page
 * @returns {Way}
 */
export function wayOf({ name, chosen, office }) {
  if (chosen) return chosen;
  if (!isPinGood(office)) return "password";
  const officer = office.officers.find((one) => one.name === name);
  return officer?.signs_in_by === "password" ? "password" : "pin";
}

/**
 * The other ways that the page offers beside the present one.
 * @param {Way} way
 * @param {{ sign_in?: { pin: boolean } }} office
 * @returns {Way[]}
 */
export function otherWays(way, office) {
  /** @type {Way[]} */
  const ways = isPinGood(office) ? ["pin", "password", "recovery"] : ["password", "recovery"];
  return ways.filter((other) => other !== way && !(way === "pin" && other === "recovery"));
}

/** @param {{ sign_in?: { pin: boolean } }} office */
export function isPinGood(office) {
  return office.sign_in?.pin !== false;
}

/**
 * What is sent to `/sessions`.
 * @param {Exclude<Way, "directory">} way
 * @param {{ name: string, pin: string, password: string, code: string, recovery: string }} typed
 *   `code`: of the second factor; empty when none is asked for
 */
export function credentials(way, { name, pin, password, code, recovery }) {
  switch (way) {
    case "pin": return { name, pin };
    case "password": return code === "" ? { name, password } : { name, password, code };
    case "recovery": return { name, recovery_code: recovery, password };
  }
}
