/** Entering the numbers of an outage: what the typed one would come to. Pure. */
import { indexOf, paperNumber } from "./form.js";
import { receptionKey } from "./keys.js";

/** @typedef {import("./form.js").PaperNumbers} PaperNumbers */

/** @typedef {{ gone: string, back: string }} Absence */

/** So many people are entered without being asked again: a digit that is typed wrong makes more. */
const UNASKED_MAX = 10;

/**
 * `missing`: nothing typed · `foreign`: none of these numbers · `known`: entered already · `behind`: numbers up to a
 * higher one were entered · `new`: so many enter.
 * @typedef {{ kind: "missing" | "foreign" | "known" | "behind" }
 *   | { kind: "new", first: string, last: string, count: number }} Outlook
 */

/**
 * `begins`: the first number, where it was typed, too: `960-965`.
 * @param {PaperNumbers | undefined} numbers  those of the service
 * @param {string} typed
 * @returns {Outlook & { number: string, begins: string | null }}
 */
export function entryOutlook(numbers, typed) {
  const [from, to] = /^(.*?)[-–](.*)$/.exec(typed)?.slice(1) ?? ["", typed];
  const number = paperNumber(to, numbers?.prefix ?? "");
  const begins = from.trim() ? paperNumber(from, numbers?.prefix ?? "") : null;
  const told = { number, begins };
  if (!numbers || !to.trim()) return { kind: "missing", ...told };
  const { prefix } = numbers;
  const [last, first, end] = [number, numbers.first, numbers.last].map(indexOf);
  const start = begins === null ? first : indexOf(begins);
  const isOwn = [number, begins ?? number].every((one) => one.startsWith(prefix));
  if (!isOwn || start < first || last < start || last > end) return { kind: "foreign", ...told };
  const entered = numbers.entered ? indexOf(numbers.entered) : first - 1;
  const singly = new Set(numbers.singly.map(indexOf));
  if (last < entered) return { kind: "behind", ...told };
  const next = Math.max(start, entered + 1);
  const all = Array.from({ length: Math.max(0, last - next + 1) }, (_, place) => next + place);
  const [head, ...rest] = all.filter((index) => !singly.has(index));
  if (head === undefined) return { kind: "known", ...told };
  return { kind: "new", first: prefix + String(head).padStart(3, "0"), last: number, count: rest.length + 1, ...told };
}

/** Whether it is asked once more before so many enter. @param {Outlook} outlook */
export function isMany(outlook) {
  return outlook.kind === "new" && outlook.count > UNASKED_MAX;
}

/**
 * Where the papers are reckoned: the absence that was chosen, or else the one that the server proposes for the letter.
 * @param {PaperNumbers | undefined} numbers @param {Absence[]} absences @param {string | null} chosen  its `gone`
 * @returns {Absence | null}
 */
export function absenceOf(numbers, absences, chosen) {
  return absences.find(({ gone }) => gone === (chosen ?? numbers?.absence?.gone)) ?? absences.at(-1) ?? null;
}

/**
 * What a key in the dialog means: without a service the next key is one, by its digit or its letter, so that a number
 * pad is enough. `*` is for another service, `+` for another absence. Null for what is typed.
 * @param {Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "altKey" | "metaKey" | "repeat">} event
 * @param {string} service  "" while none is chosen
 * @param {{ code: string }[]} services
 * @returns {{ type: "service", code: string } | { type: "next-absence" } | null}
 */
export function dialogKey(event, service, services) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return null;
  if (event.key === "+") return { type: "next-absence" };
  if (event.key === "*") return { type: "service", code: "" };
  if (service !== "") return null;
  const press = receptionKey(event, "page", services);
  return press?.type === "service" ? press : null;
}
