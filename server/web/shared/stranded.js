/** People who wait while no open counter calls them, in words: for the desks and the administrator's page. */
import { isNumber, isText, listOf, orNull, shaped } from "./shape.js";

/**
 * @typedef {object} Stranded
 * @property {string | null} service  code; null: those whom one counter alone calls, which pauses
 * @property {number} waiting
 * @property {number[]} counters  that would call them if they were open
 */

export const isStranded = shaped({ service: orNull(isText), waiting: isNumber, counters: listOf(isNumber) });

/** So many are said one by one; in the morning, before the counters open, it may be every service. */
const SAID = 3;

/**
 * @param {Stranded[]} stranded
 * @param {import("./text.js").Text} text
 * @param {(code: string) => string} nameOf  a service in the reader's language
 * @param {number[]} [paused]  counters that come back from their pause
 * @returns {string}
 */
export function strandedInWords(stranded, text, nameOf, paused = []) {
  const said = stranded.slice(0, SAID).map((one) => oneInWords(one, text, nameOf, paused));
  const rest = stranded.slice(SAID).reduce((sum, { waiting }) => sum + waiting, 0);
  return [...said, ...(rest > 0 ? [text.say("common-stranded-more", { count: rest })] : [])].join(" ");
}

/**
 * @param {Stranded} one @param {import("./text.js").Text} text @param {(code: string) => string} nameOf
 * @param {number[]} paused
 */
function oneInWords({ service, waiting: count, counters }, text, nameOf, paused) {
  const numbers = counters.join(", ");
  if (service === null) return text.say("common-stranded-alone", { count, counters: numbers });
  const back = counters.filter((counter) => paused.includes(counter)).join(", ");
  if (back) return text.say("common-stranded-paused", { service: nameOf(service), count, counters: back });
  const id = counters.length > 0 ? "common-stranded-service" : "common-stranded-nowhere";
  return text.say(id, { service: nameOf(service), count, counters: numbers });
}
