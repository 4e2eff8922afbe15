/** The lists of the set-up: which key names an entry, how many there may be, and the keys of each. */
import { choice, flag, list, number, optional, shortName, text, texts } from "./kinds.js";

/**
 * @typedef {object} List
 * @property {string | null} named  the key that names an entry; null: entries are counted
 * @property {number} from  fewest entries
 * @property {number} to  most entries
 * @property {Record<string, import("./kinds.js").Spec>} fields
 */

const codes = /** @type {import("./kinds.js").Spec} */ ({ kind: "codes", from: 1, to: 24 });
const person = text(40);
const directory = text(100, optional);
const reason = { name: texts(60), id: shortName };

/** @type {Record<string, List>} */
export const LISTS = {
  services: {
    named: "code", from: 1, to: 24,
    fields: {
      name: texts(40),
      about: texts(80, optional),
      pictogram: choice(["A", "C", "D", "E", "H", "K", "M", "X"], { looks: "pictograms" }),
      code: text(4, { pattern: /^[A-Z0-9]{1,4}$/, form: "code" }),
      prefix: text(2, { ...optional, pattern: /^[A-Z]{1,2}$/, form: "prefix" }),
      usual_minutes: number(1, 240, "minutes"),
      daily_quota: number(1, 9999, "numbers", optional),
      ask_cases: flag(false),
      cases_max: number(1, 99, "cases", { ...optional, usual: 20 }),
      appointment_minutes: number(5, 240, "minutes", optional),
      appointments_per_slot: number(1, 50, "appointments", { ...optional, usual: 1 }),
      fee: texts(40, optional),
      wish: texts(60, optional),
      documents: list(0, 12, { name: texts(60), note: texts(80, optional), slip: texts(40, optional) }),
    },
  },
  counters: {
    named: "number", from: 1, to: 99,
    fields: {
      number: number(1, 999, "number"),
      services: codes,
      direction: choice(["left", "right", "up", "back"], { looks: "pictograms" }),
      helps_with: { ...codes, from: 0, optional: true },
      helps_after_minutes: number(0, 240, "minutes", optional),
    },
  },
  priorities: {
    named: "id", from: 0, to: 12,
    fields: {
      name: texts(50),
      pictogram: choice(["elder", "preg", "wheel", "merit", "child"], { looks: "pictograms" }),
      head_start_minutes: number(1, 120, "minutes"),
      id: shortName,
    },
  },
  call_reasons: { named: "id", from: 0, to: 9, fields: reason },
  pause_reasons: {
    named: "id", from: 0, to: 8,
    fields: { name: texts(24), usual_minutes: number(1, 240, "minutes", optional), id: shortName },
  },
  outcomes: { named: "id", from: 0, to: 9, fields: reason },
  officers: { named: "name", from: 1, to: 200, fields: { name: person, title: texts(60), directory } },
  supervisors: { named: "name", from: 0, to: 50, fields: { name: person, title: texts(60), directory } },
  receptionists: { named: "name", from: 0, to: 50, fields: { name: person, directory } },
  inspectors: { named: "name", from: 0, to: 50, fields: { name: person, directory } },
  administrators: { named: "name", from: 1, to: 20, fields: { name: person, directory } },
  slides: {
    named: null, from: 0, to: 20,
    fields: {
      title: texts(60),
      picture: { kind: "picture", purpose: "slide", optional: true },
      rows: { ...list(1, 5, { figure: text(4), lead: texts(20), text: texts(120) }), unless: "picture" },
    },
  },
};
