/** The most important facts of each part, for its card. */
import { name } from "../../shared/office.js";
import { TABLES, WEEK } from "../data/tables.js";

/** Names that a card shows of a list. */
const NAMES_MAX = 8;

/** @typedef {import("../fields/field.js").Form} Form */

/**
 * @param {string} id @param {Pick<Form, "text" | "draft">} form @param {string} today @param {number} lines
 * @returns {string[]}
 */
export function factsOf(id, { text, draft }, today, lines) {
  const say = (/** @type {string} */ fact, /** @type {Record<string, any>} */ values) =>
    text.say(`set-up-fact-${fact}`, values);
  const named = (/** @type {string} */ list) => {
    const all = (draft[list] ?? []).map((/** @type {any} */ one) => name(one.name, text.language));
    return { count: all.length, names: shortened(all) };
  };
  const count = (/** @type {string} */ list) => (draft[list] ?? []).length;
  const value = (/** @type {string} */ part, /** @type {string} */ key) =>
    draft[part]?.[key] ?? TABLES[part][key].usual;
  const choice = (/** @type {string} */ part, /** @type {string} */ key) =>
    text.say(`set-up-${part}-${key}-${value(part, key)}`.replaceAll("_", "-"));
  /** @type {Record<string, () => string[]>} */
  const facts = {
    services: () => [say("services", named("services"))],
    counters: () => {
      const numbers = (draft.counters ?? []).map((/** @type {any} */ one) => String(one.number));
      return [say("counters", { count: numbers.length, names: shortened(numbers) })];
    },
    hours: () => hoursFacts(draft, text, today),
    entrance: () => [`${text.say("set-up-entrance-tickets")} ${choice("entrance", "tickets")}`],
    priorities: () => [say("priorities", named("priorities"))],
    choices: () => [say("choices", {
      calls: count("call_reasons"), pauses: count("pause_reasons"), outcomes: count("outcomes"),
    })],
    rules: () => [`${text.say("set-up-desk-undo-seconds")}: ${value("desk", "undo_seconds")} ${
      text.say("set-up-unit-seconds")}`],
    appointments: () => [say("appointments", {
      count: (draft.services ?? []).filter((/** @type {any} */ one) => one.appointment_minutes).length,
    })],
    staff: () => [say("staff", {
      officers: count("officers"),
      others: ["supervisors", "receptionists", "inspectors", "administrators"]
        .reduce((sum, key) => sum + count(key), 0),
    })],
    office: () => [name(draft.office?.name, text.language), draft.office?.phone ?? ""].filter(Boolean),
    slip: () => [choice("slip", "paper")],
    slides: () => [say("slides", { count: count("slides") })],
    keeping: () => [`${text.say("set-up-backup")}: ${say("backup", {
      hours: value("backup", "every_hours"), keep: value("backup", "keep"),
    })}`],
    file: () => [say("file", { count: lines })],
  };
  return facts[id]();
}

/** Days with the same hours stand together. @param {any} draft @param {any} text @param {string} today */
function hoursFacts(draft, text, today) {
  const hours = (/** @type {string} */ day) => (draft.hours?.[day] ?? []).join(", ") || text.say("set-up-fact-closed");
  const facts = [];
  for (let first = 0; first < WEEK.length;) {
    let last = first;
    while (last + 1 < WEEK.length && hours(WEEK[last + 1]) === hours(WEEK[first])) last += 1;
    const days = [...new Set([WEEK[first], WEEK[last]])].map((day) => text.say(`set-up-hours-${day}`)).join(" – ");
    facts.push(text.say("set-up-fact-hours", { day: days, hours: hours(WEEK[first]) }));
    first = last + 1;
  }
  const coming = (draft.hours?.holidays ?? []).filter((/** @type {string} */ day) => day >= today).length;
  return [...facts, text.say("set-up-fact-holidays", { count: coming })];
}

/** @param {string[]} names */
function shortened(names) {
  const more = names.length - NAMES_MAX;
  return names.slice(0, NAMES_MAX).join(", ") + (more > 0 ? ` +${more}` : "");
}
