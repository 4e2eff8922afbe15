/** What somebody has changed in the form, and how the form's rules stand together. */

/** As the server bounds a request, less what the rest of it takes, bytes. */
export const FILE_MAX = 200_000;

/** @typedef {import("./shape.js").Rule} Rule @typedef {import("./shape.js").Setting} Setting */

/**
 * The rules that differ from those in force.
 * @param {Rule[]} rules
 * @param {Map<string, Setting>} entered
 * @returns {Record<string, Setting>}
 */
export function changesOf(rules, entered) {
  /** @type {Record<string, Setting>} */
  const changes = {};
  for (const { key, value } of rules) {
    const now = entered.get(key);
    if (now !== undefined && !isSame(now, value)) changes[key] = now;
  }
  return changes;
}

/** Codes are a choice, and their order is none. @param {Setting} one @param {Setting} other */
export function isSame(one, other) {
  if (Array.isArray(one) && Array.isArray(other)) return [...one].sort().join() === [...other].sort().join();
  return one === other;
}

/**
 * A field of minutes as it is typed; none while it holds no number.
 * @param {string} typed
 * @returns {number | null}
 */
export function minutesTyped(typed) {
  return /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : null;
}

/**
 * The same codes with one more or one less, in the order of all of them.
 * @param {string[]} codes
 * @param {string} code
 * @param {string[]} all
 */
export function toggled(codes, code, all) {
  const wanted = codes.includes(code) ? codes.filter((one) => one !== code) : [...codes, code];
  return all.filter((one) => wanted.includes(one));
}

/**
 * The rules in their groups: those of a counter belong together.
 * @param {Rule[]} rules
 * @returns {{ priorities: Rule[], transfer: Rule[], away: Rule[], counters: { number: string, rules: Rule[] }[] }}
 */
export function grouped(rules) {
  const of = (/** @type {string} */ group) => rules.filter(({ key }) => key.startsWith(`${group}.`));
  const numbers = [...new Set(of("counters").map(({ key }) => key.split(".")[1]))];
  return {
    priorities: of("priorities"), transfer: of("transfer"), away: of("away"),
    counters: numbers.map((number) => ({ number, rules: of(`counters.${number}`) })),
  };
}
