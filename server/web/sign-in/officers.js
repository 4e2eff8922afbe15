/** Finding an officer in the list by number, by letters with or without their marks, or by a name that is not in it. */

/**
 * @typedef {{ ordinal: number, name: string, title: string }} OfficerRow
 *
 * @param {{ name: string, title?: import("../shared/office.js").Texts | null }[]} officers
 * @param {(texts: any) => string} say  a text in the reader's language
 * @returns {OfficerRow[]}
 */
export function officerRows(officers, say) {
  return officers.map(({ name, title }, place) => ({ ordinal: place + 1, name, title: say(title) }));
}

/**
 * Letters without marks and case, so that "ha" finds "Hà".
 * @param {string} text
 */
export function plainLetters(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase().trim();
}

/**
 * The officers that the typed text may mean.
 * @param {OfficerRow[]} rows
 * @param {string} typed
 * @returns {OfficerRow[]}
 */
export function matching(rows, typed) {
  const text = plainLetters(typed);
  if (/^\d+$/.test(text)) return rows.filter(({ ordinal }) => String(ordinal).startsWith(text));
  return rows.filter(({ name }) => plainLetters(name).includes(text));
}

/**
 * The officer whom a typed number means, when no longer number begins with it.
 * @param {OfficerRow[]} rows
 * @param {string} typed
 * @returns {OfficerRow | null}
 */
export function certain(rows, typed) {
  const found = matching(rows, typed);
  return /^\d+$/.test(typed.trim()) && found.length === 1 ? found[0] : null;
}

/**
 * The name that `Enter` takes: the row that is lit, else the number or the only match, else just what was typed.
 * @param {OfficerRow[]} rows
 * @param {string} typed
 * @param {number | null} lit  place among the matching rows
 * @returns {string | null}
 */
export function taken(rows, typed, lit) {
  const found = matching(rows, typed);
  if (lit !== null && found[lit]) return found[lit].name;
  const text = typed.trim();
  if (text === "") return null;
  const numbered = found.find(({ ordinal }) => String(ordinal) === text);
  if (numbered) return numbered.name;
  if (/^\d+$/.test(text)) return null;
  return found.length === 1 ? found[0].name : text.normalize("NFC");
}
