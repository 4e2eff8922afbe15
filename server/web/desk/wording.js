/** Names and numbers as they stand in a sentence. */

/**
 * "Căn cước, giấy chứng sinh, tờ khai": all but the first begin small, except where a second capital shows an acronym.
 * @param {string[]} names
 */
export function inSentence(names) {
  return names.map((name, place) => (place === 0 ? name : beginSmall(name))).join(", ");
}

/** @param {string} name */
function beginSmall(name) {
  const [first = "", second = ""] = name;
  const acronym = second !== second.toLocaleLowerCase();
  return acronym ? name : first.toLocaleLowerCase() + name.slice(first.length);
}

/**
 * The language's own name in the reader's language, such as "Tiếng Anh".
 * @param {string} code
 * @param {string} reader  language of the page
 */
export function languageName(code, reader) {
  return new Intl.DisplayNames([reader], { type: "language", fallback: "code" }).of(code) ?? code;
}

/**
 * A text cut where ticket numbers stand in it, which are set in the number face: in the other one, a zero is like an O.
 * @param {string} text
 * @returns {{ text: string, number: boolean }[]}
 */
export function numbersApart(text) {
  return text.split(/(?<![\p{L}\d])([A-Z]{1,2}\d{3,})(?![\p{L}\d])/u)
    .map((part, place) => ({ text: part, number: place % 2 === 1 }))
    .filter((part) => part.text !== "");
}
