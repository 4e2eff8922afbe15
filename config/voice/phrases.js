/** What the ticket machine may have to say, without a set-up of one's own: one clip for each. */
import { readFileSync } from "node:fs";
import { allWords, digitWords } from "../../server/web/kiosk/reading/number-words.js";
import { betweenWords, letterWord, partKey, partsOf } from "../../server/web/kiosk/reading/parts.js";
import { FluentResource } from "../../server/web/vendor/fluent-bundle/index.js";

/** Messages that are for the staff or for eyes only. */
const UNREAD = /^kiosk-(title|pair-|language-note|ticket-qr|ease$)/;

/** Letters of the shipped services' numbers. */
const LETTERS = "ACDEHKXM";

const file = (/** @type {string} */ path) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");

/**
 * Each clip's key with the text to say.
 * @param {string} language
 * @returns {Map<string, string>}
 */
export function phrasesOf(language) {
  const texts = [...messages(language), ...names(language)].map((text) => [text, spoken(text, language)]);
  const words = [
    ...allWords(language), ...digitWords("0123456789", language), ...betweenWords(language),
  ].map((word) => [word, word]);
  const letters = [...LETTERS].map((letter) => [letterWord(letter, language), language === "en" ? letter
    : letterWord(letter, language)]);
  const phrases = [...texts, ...words, ...letters].map(([text, said]) => /** @type {const} */ ([partKey(text), said]));
  return new Map(phrases.filter(([key]) => /\p{L}/u.test(key)));
}

/**
 * As a program can say it: espeak-ng says 15 as "mười năm" and stumbles over 2.000, so that Vietnamese has words.
 * @param {string} text @param {string} language
 */
function spoken(text, language) {
  const plain = text.replaceAll("\u00a0", " ").trim();
  return language === "vi" && /\d/.test(plain) ? partsOf(plain, language, () => false).join(" ") : plain;
}

/** The words of each message between what varies in it, in each of its variants. @param {string} language */
function messages(language) {
  const { body } = new FluentResource(file(`text/${language}/kiosk.ftl`));
  return body.filter(({ id }) => !UNREAD.test(id)).flatMap(({ value }) => pieces(value));
}

/** @param {any} pattern  of a message, as Fluent has it @returns {string[]} */
function pieces(pattern) {
  if (typeof pattern === "string") return [pattern];
  if (!Array.isArray(pattern)) return [];
  return pattern.flatMap((/** @type {any} */ piece) => {
    if (typeof piece === "string") return [piece];
    return piece.type === "select" ? piece.variants.flatMap((/** @type {any} */ one) => pieces(one.value)) : [];
  });
}

/** Tables of the set-up whose names the ticket machine shows. */
const SHOWN = /^\[+(office|services|services\.documents|priorities)\]+$/;

/** Names, fees and documents of the shipped set-up. @param {string} language */
function names(language) {
  const line = new RegExp(`^(?:name|about|note|fee|unit)\\.${language} = "(.+)"$`, "u");
  let isShown = false;
  return file("office.toml").split("\n").flatMap((text) => {
    if (text.startsWith("[")) isShown = SHOWN.test(text);
    const found = isShown ? line.exec(text) : null;
    return found ? [found[1]] : [];
  });
}
