/** Keys of the reception: all on a number pad, and the services' letters besides. Pure. */

/**
 * `appointments`: who has one; in an office that gives none, the numbers of an outage.
 * `back`: the last choice is taken away; with none, the number that was given last goes back.
 * @typedef {{ type: "service", code: string } | { type: "give" } | { type: "next-priority" }
 *   | { type: "next-language" } | { type: "paper" } | { type: "search" } | { type: "reprint" } | { type: "back" }
 *   | { type: "take-away" } | { type: "give-back" } | { type: "appointments" } | { type: "outage" }
 *   | { type: "cases", by: number } | { type: "clear" }} Press
 */

/** Keys beside the services' own, with what they do. @type {Record<string, Press>} */
const KEYS = {
  "+": { type: "next-priority" },
  "-": { type: "next-language" },
  ".": { type: "paper" },
  ",": { type: "paper" },
  "/": { type: "search" },
  "0": { type: "reprint" },
  "*": { type: "appointments" },
  Backspace: { type: "back" },
  ArrowUp: { type: "cases", by: 1 },
  ArrowDown: { type: "cases", by: -1 },
  Enter: { type: "give" },
  Escape: { type: "clear" },
};

/** Signs that stand in no number on paper: they do what they do beside its field, also leave it. */
const NO_FIGURES = [".", ",", "+", "-", "*", "/", "Escape"];

/**
 * What a key means; null when the page has no use for it.
 * @param {Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "altKey" | "metaKey" | "repeat">} event
 * @param {"field" | "paper" | "control" | "page"} target  where the focus is; `paper`: the field of a number on paper
 * @param {{ code: string }[]} services  in the order of the page
 * @returns {Press | null}
 */
export function receptionKey(event, target, services) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || target === "field") return null;
  if (target === "paper") return NO_FIGURES.includes(event.key) ? KEYS[event.key] : null;
  // A button does its own on Enter.
  if (target === "control" && event.key === "Enter") return null;
  const service = serviceOf(event, services);
  if (service) return { type: "service", code: service.code };
  return KEYS[event.key] ?? null;
}

/**
 * By its letter, also while a Vietnamese input method holds the letters back; by its place on the pad.
 * @param {Pick<KeyboardEvent, "key" | "code">} event
 * @param {{ code: string }[]} services
 */
function serviceOf({ key, code }, services) {
  const letter = /^[a-z]$/i.test(key) ? key.toUpperCase() : /^Key([A-Z])$/.exec(code)?.[1];
  if (letter) return services.find((service) => service.code === letter);
  return /^[1-9]$/.test(key) ? services[Number(key) - 1] : undefined;
}

/**
 * The caps of a service: its letter, where it has one, and its digit.
 * @param {{ code: string }} service
 * @param {number} place
 */
export function capsOf(service, place) {
  const letter = /^[A-Z]$/.test(service.code) ? [service.code] : [];
  return place < 9 ? [...letter, String(place + 1)] : letter;
}
