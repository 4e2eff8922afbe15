/** Times of day as people type them. */

/** Hours and minutes with a sign between them, hours alone, or three or four digits. */
const WRITTEN = [/^(\d{1,2})\s*[:.hg]\s*(\d{2})?$/, /^(\d{1,2})$/, /^(\d{1,2})(\d{2})$/];

/**
 * `7`, `730`, `7h30`, `7.30` and `07:30` are times; anything else stays as it was typed.
 * @param {string} typed
 */
export function timeTyped(typed) {
  const words = typed.trim();
  const found = WRITTEN.map((form) => form.exec(words)).find((match) => match !== null);
  if (!found) return words.replaceAll("-", "");
  const [, hours, minutes = "00"] = found;
  const isTime = Number(hours) < 24 && Number(minutes) < 60;
  return isTime ? `${hours.padStart(2, "0")}:${minutes}` : words;
}
