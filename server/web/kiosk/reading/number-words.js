/** Numbers as words, as people say them: a clip for each word says any number. Pure. */

const VIETNAMESE = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
const ENGLISH = [
  "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
  "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
];
const TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/** @type {Record<string, (number: number) => string[]>} */
const languages = { vi: vietnamese, en: english };

/** One more than the largest number that is said as one: a larger one is said digit by digit. */
const TOO_LARGE = 1_000_000;

/**
 * The words of a whole number; none in a language whose numbers are not known here.
 * @param {number} number @param {string} language
 * @returns {string[]}
 */
export function wordsOf(number, language) {
  const words = languages[language];
  if (!words) return [];
  return number < TOO_LARGE ? words(number) : digitWords(String(number), language);
}

/** Each digit by itself, zeros too. @param {string} digits @param {string} language */
export function digitWords(digits, language) {
  const words = languages[language];
  return words ? [...digits].flatMap((digit) => words(Number(digit))) : [];
}

/** All words that numbers are made of, for whoever records them. @param {string} language */
export function allWords(language) {
  const numbers = [...Array(100).keys(), 101, 115, 1_000, 10_001];
  return [...new Set(numbers.flatMap((number) => wordsOf(number, language)))];
}

/** @param {number} number @returns {string[]} */
function vietnamese(number) {
  if (number >= 1_000) {
    const rest = number % 1_000;
    const thousands = [...vietnamese(Math.floor(number / 1_000)), "nghìn"];
    if (rest === 0) return thousands;
    return [...thousands, ...(rest < 100 ? [VIETNAMESE[0], "trăm"] : []), ...afterHundred(rest)];
  }
  if (number >= 100) {
    const rest = number % 100;
    return [VIETNAMESE[Math.floor(number / 100)], "trăm", ...(rest === 0 ? [] : afterHundred(rest))];
  }
  if (number < 10) return [VIETNAMESE[number]];
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const before = tens === 1 ? ["mười"] : [VIETNAMESE[tens], "mươi"];
  return ones === 0 ? before : [...before, vietnameseOnes(ones, tens)];
}

/** What follows a hundred: 5 is "linh năm" there. @param {number} rest @returns {string[]} */
function afterHundred(rest) {
  return rest < 10 ? ["linh", VIETNAMESE[rest]] : vietnamese(rest);
}

/** 21 is "mốt", 24 "tư", 15 "lăm". @param {number} ones @param {number} tens */
function vietnameseOnes(ones, tens) {
  if (ones === 5) return "lăm";
  if (tens > 1 && ones === 1) return "mốt";
  return tens > 1 && ones === 4 ? "tư" : VIETNAMESE[ones];
}

/** @param {number} number @returns {string[]} */
function english(number) {
  if (number >= 1_000) {
    const rest = number % 1_000;
    return [...english(Math.floor(number / 1_000)), "thousand", ...(rest === 0 ? [] : english(rest))];
  }
  if (number >= 100) {
    const rest = number % 100;
    return [ENGLISH[Math.floor(number / 100)], "hundred", ...(rest === 0 ? [] : english(rest))];
  }
  if (number < 20) return [ENGLISH[number]];
  return number % 10 === 0 ? [TENS[number / 10]] : [TENS[Math.floor(number / 10)], ENGLISH[number % 10]];
}
