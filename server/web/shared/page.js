/** What every page does first: language and theme by its address, then office and texts, until they are there. */
import { loadOffice } from "./office.js";
import { showRehearsal } from "./rehearsal.js";
import { loadText } from "./text.js";

/** Wait between tries when the server is not there yet, ms. */
const RETRY_MS = 2_000;

/**
 * @typedef {object} Start
 * @property {import("./office.js").Office} office
 * @property {import("./text.js").Text} text
 * @property {string} language
 */

/**
 * @param {{ areas: string[], theme?: "light" | "dark", forStaff?: boolean }} options  catalogues, the page's own theme,
 *   and whether somebody signed in works on it, whose session ends when nobody does anything
 * @returns {Promise<Start>}
 */
export async function startPage({ areas, theme = "light", forStaff = false }) {
  const wishes = new URLSearchParams(location.search);
  applyTheme(wishes.get("theme"), theme);
  const office = await insist(loadOffice);
  const language = chooseLanguage(wishes.get("lang"), office.languages);
  document.documentElement.lang = language;
  if (office.rehearsal) await showRehearsal(office.languages, language);
  const text = await insist(() => loadText(language, areas));
  if (forStaff) void import("./idle.js").then(({ watchIdle }) => watchIdle({ office, language }));
  return { office, text, language };
}

/**
 * The same texts in the office's next language: boards speak two.
 * @param {import("./office.js").Office} office
 * @param {string} language  that of the page
 * @param {string[]} areas
 * @returns {Promise<import("./text.js").Text | null>}
 */
export async function otherText(office, language, areas) {
  const other = office.languages.find((/** @type {string} */ one) => one !== language);
  return other ? insist(() => loadText(other, areas)) : null;
}

/**
 * The same texts in each other language of the office, one after the other. They come when the page is shown already:
 * then choosing one waits for nobody.
 * @param {import("./office.js").Office} office
 * @param {string} language  that of the page
 * @param {string[]} areas
 * @param {(text: import("./text.js").Text) => void} add
 */
export async function loadOtherTexts(office, language, areas, add) {
  for (const other of office.languages) {
    if (other === language) continue;
    try {
      add(await loadText(other, areas));
    } catch (error) {
      // Then there is no link to this language until the page is loaded anew.
      console.warn(error);
    }
  }
}

/**
 * The wished language if the office has it, else the office's first.
 * @param {string | null} wish
 * @param {string[]} languages
 */
export function chooseLanguage(wish, languages) {
  return wish && languages.includes(wish) ? wish : languages[0];
}

/** @param {string | null} wish @param {string} own */
function applyTheme(wish, own) {
  const more = matchMedia("(prefers-contrast: more)").matches;
  const theme = wish && ["light", "dark", "contrast"].includes(wish) ? wish : more ? "contrast" : own;
  document.documentElement.dataset.theme = theme;
}

/**
 * @template T
 * @param {() => Promise<T>} load
 * @returns {Promise<T>}
 */
async function insist(load) {
  for (;;) {
    try {
      return await load();
    } catch (error) {
      console.warn(error);
      await new Promise((resume) => setTimeout(resume, RETRY_MS));
    }
  }
}
