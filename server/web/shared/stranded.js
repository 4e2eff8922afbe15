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
 * @returns {string}
 */
export function strandedInWords(stranded, text, nameOf) {
  const said = stranded.slice(0, SAID).map((one) => oneInWords(one, text, nameOf));
  const rest = stranded.slice(SAID).reduce((sum, { waiting }) => sum + waiting, 0);
  return [...said, ...(rest > 0 ? [text.say("common-stranded-more", { count: rest })] : [])].join(" ");
}

/** @param {Stranded} one @param {import("./text.js").Text} text @param {(code: string) => string} nameOf */
function oneInWords({ service, waiting: count, counters }, text, nameOf) {
  const numbers = counters.join(", ");
  if (service === null) return text.say("common-stranded-alone", { count, counters: numbers });
  const id = counters.length > 0 ? "common-stranded-service" : "common-stranded-nowhere";
  return text.say(id, { service: nameOf(service), count, counters: numbers });
}
