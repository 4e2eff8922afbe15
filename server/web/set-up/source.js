/** What the pages of the set-up know: the set-up in force, who reads it, who changed what. */
import { askReader } from "../admin/rights.js";
import { call } from "../shared/api.js";
import { checked, isFlag, isNumber, isText, listOf, orNull, shaped } from "../shared/shape.js";

/**
 * @typedef {object} SetUp  answer of GET /api/v1/set-up
 * @property {number} version
 * @property {boolean} changeable
 * @property {string | null} file
 * @property {string} text
 * @property {any} document
 * @property {any[]} warnings
 *
 * @typedef {object} Known
 * @property {SetUp} setUp
 * @property {boolean} mayChange  the reader, and here
 * @property {any[]} entries  of the audit, the newest first
 */

/** Days that are looked through for the last change of a part: as many as the server reads at once. */
const DAYS = 92;

const isSetUp = shaped({
  version: isNumber, changeable: isFlag, file: orNull(isText), text: isText, document: shaped({}),
  warnings: listOf(shaped({ text: isText })),
});

/**
 * @param {string} language
 * @returns {Promise<{ known: Known, answer?: undefined } | { known?: undefined, answer: any }>}
 */
export async function askSetUp(language) {
  const [reader, answer] = await Promise.all([askReader(), call("GET", "/set-up", { language })]);
  if (!answer.ok) return { answer };
  const setUp = checked(answer.body, isSetUp);
  const mayChange = setUp.changeable && reader?.role === "administrator";
  return { known: { setUp, mayChange, entries: await askEntries(language) } };
}

/**
 * Who changed the set-up in the last three months; nothing when that can't be read now.
 * @param {string} language
 * @returns {Promise<any[]>}
 */
export async function askEntries(language) {
  const answer = await call("GET", `/audit?days=${DAYS}`, { language });
  return answer.ok && Array.isArray(answer.body?.entries) ? answer.body.entries : [];
}

/**
 * The set-up that ships, for templates.
 * @param {string} language
 */
export async function askShipped(language) {
  const answer = await call("GET", "/set-up/shipped", { language });
  return answer.ok ? answer.body : null;
}
