/** The band that tells a rehearsal from the office's day, on every page: it is there before anything else is drawn. */
import { loadText } from "./text.js";

/** Wait between tries when the server is not there yet, ms. */
const RETRY_MS = 2_000;

/**
 * The languages of the band: the page's own first, then one more; a board's readers share one screen.
 * @param {string[]} languages
 * @param {string} own
 */
export function languagesOfBand(languages, own) {
  return [own, ...languages.filter((one) => one !== own)].slice(0, 2);
}

/**
 * Puts the band on top of the page.
 * @param {string[]} languages  the office's
 * @param {string} own  the page's
 */
export async function showRehearsal(languages, own) {
  const words = await Promise.all(languagesOfBand(languages, own).map(wordsIn));
  const band = document.createElement("div");
  band.className = "rehearsal";
  band.setAttribute("role", "note");
  const line = band.appendChild(document.createElement("p"));
  for (const { language, said } of words) {
    const part = line.appendChild(document.createElement("span"));
    part.lang = language;
    part.textContent = said;
  }
  document.documentElement.dataset.rehearsal = "";
  document.body.prepend(band);
}

/** A page of a rehearsal without its band must not be: it is tried until it is there. @param {string} language */
async function wordsIn(language) {
  for (;;) {
    try {
      return { language, said: (await loadText(language, ["common"])).say("common-rehearsal") };
    } catch (error) {
      console.warn(error);
      await new Promise((resume) => setTimeout(resume, RETRY_MS));
    }
  }
}
