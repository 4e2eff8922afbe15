/**
 * What is written, in the parts that a voice says one after the other: words as they stand between numbers, and the
 * words of each number, time, ticket number. A recorded clip says one part. Pure.
 */
import { digitWords, wordsOf } from "./number-words.js";

/** How the letters of ticket numbers are called. @type {Record<string, Record<string, string>>} */
const LETTERS = {
  vi: {
    A: "a", B: "bê", C: "xê", D: "dê", E: "e", G: "giê", H: "hát", I: "i", K: "ca", L: "e lờ", M: "em mờ",
    N: "en nờ", P: "pê", Q: "quy", R: "e rờ", S: "ét sì", T: "tê", U: "u", V: "vê", X: "ích xì", Y: "i dài",
  },
};

/** Words between two numbers and after a time of day. @type {Record<string, { to: string, hour: string }>} */
const BETWEEN = { vi: { to: "đến", hour: "giờ" }, en: { to: "to", hour: "o'clock" } };

const MONTHS = [
  "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
  "december",
];

/**
 * What is no word within a text, the longest first. A long row of digits is no count but a code or a
 * phone's number.
 */
const FIGURES = new RegExp([
  String.raw`(?<day>\d{1,2})/(?<month>\d{1,2})/\d{4}`,
  String.raw`(?<hours>\d{1,2}):(?<minutes>\d{2})`,
  String.raw`(?<letter>[A-Z])(?<index>\d{3,4})\b`,
  String.raw`(?<from>\d+)–(?<to>\d+)`,
  String.raw`(?<many>\d{1,3}(?:[.,]\d{3})+)`,
  String.raw`(?<digits>0\d+|\d{4,})`,
  String.raw`(?<count>\d+)`,
].join("|"), "gu");

/**
 * @param {string} text
 * @param {string} language
 * @param {(part: string) => boolean} has  whether there is a clip of a part: a text that has one is not taken apart
 * @returns {string[]}
 */
export function partsOf(text, language, has) {
  const whole = partKey(text);
  if (whole === "") return [];
  if (has(whole)) return [whole];
  const parts = [];
  let at = 0;
  for (const found of text.normalize("NFC").matchAll(FIGURES)) {
    parts.push(partKey(text.slice(at, found.index)), ...figureWords(found.groups ?? {}, language));
    at = found.index + found[0].length;
  }
  return [...parts, partKey(text.slice(at))].filter((part) => part !== "");
}

/**
 * A part without what nobody hears: signs around it, hard spaces, capitals.
 * @param {string} text
 */
export function partKey(text) {
  return text.normalize("NFC").replaceAll(/\s+/gu, " ").replaceAll(/^[\s\p{P}]+|[\s\p{P}]+$/gu, "").toLowerCase();
}

/** How each letter of a ticket number is called. @param {string} letter @param {string} language */
export function letterWord(letter, language) {
  return LETTERS[language]?.[letter] ?? letter.toLowerCase();
}

/** The words of months, around times of day and between two numbers. @param {string} language */
export function betweenWords(language) {
  const months = Array.from({ length: 12 }, (_, month) => monthWords(month + 1, language));
  return [...Object.values(BETWEEN[language] ?? {}), ...new Set(months.flat())];
}

/** @param {number} month @param {string} language @returns {string[]} */
function monthWords(month, language) {
  return language === "vi" ? ["tháng", ...wordsOf(month, "vi")] : [MONTHS[month - 1] ?? ""];
}

/** @param {Record<string, string | undefined>} groups @param {string} language @returns {string[]} */
function figureWords({ day, month, hours, minutes, letter, index, from, to, many, digits, count }, language) {
  const between = BETWEEN[language] ?? { to: "–", hour: "" };
  if (day && month) return [...wordsOf(Number(day), language), ...monthWords(Number(month), language)];
  if (hours && minutes) {
    const rest = Number(minutes) === 0 ? [] : wordsOf(Number(minutes), language);
    const hour = language === "en" && rest.length > 0 ? [] : [between.hour];
    return [...wordsOf(Number(hours), language), ...hour, ...rest];
  }
  if (letter && index) return [letterWord(letter, language), ...digitWords(index, language)];
  if (from && to) return [...wordsOf(Number(from), language), between.to, ...wordsOf(Number(to), language)];
  if (many) return wordsOf(Number(many.replaceAll(/[.,]/g, "")), language);
  if (digits) return digitWords(digits, language);
  return wordsOf(Number(count), language);
}
