/** What a new office is to be, and what that changes in the set-up that ships. No page or network in here. */

/** Counters that can be chosen here; more are added on the administrator's pages. */
export const COUNTERS_MAX = 12;

/** Letters of a password at least; the server says no to one that is guessed. */
export const PASSWORD_MIN = 12;

/**
 * @typedef {object} Plan
 * @property {string} name  of the authority, in Vietnamese
 * @property {string} english  the same in English; empty for the Vietnamese one
 * @property {string} phone  for people who can't wait; may be empty
 * @property {string[]} services  codes of those that stay, in their order
 * @property {number} counters
 * @property {string[]} officers  names
 * @property {string} administrator
 * @property {string} password
 *
 * @typedef {{ code: string, name: Record<string, string>, pictogram: string }} Service
 * @typedef {{ at: string[], value: unknown }} Edit
 * @typedef {"code" | "office" | "services" | "people" | "administrator" | "done"} Step
 */

/** @type {Step[]} */
export const STEPS = ["code", "office", "services", "people", "administrator", "done"];

/**
 * What the page begins with.
 * @param {{ services: Service[] }} document  the set-up
 * @returns {Plan}
 */
export function newPlan({ services }) {
  return {
    name: "", english: "", phone: "", services: services.map(({ code }) => code), counters: 3, officers: ["", "", ""],
    administrator: "", password: "",
  };
}

/**
 * Fields of a step that are missing or can't be, by the names of their messages.
 * @param {Step} step
 * @param {Plan} plan
 * @returns {string[]}
 */
export function missing(step, plan) {
  switch (step) {
    case "office":
      return plan.name.trim() ? [] : ["name"];
    case "services":
      return plan.services.length > 0 ? [] : ["services"];
    case "people":
      return named(plan.officers).length === 0 ? ["officers"] : hasTwice(named(plan.officers)) ? ["twice"] : [];
    case "administrator": {
      const { administrator, password, officers } = plan;
      const isOfficer = named(officers).some((name) => folded(name) === folded(administrator));
      return [
        ...(administrator.trim() ? [] : ["administrator"]),
        ...(isOfficer ? ["both"] : []),
        ...([...password].length >= PASSWORD_MIN ? [] : ["password"]),
      ];
    }
    case "code":
    case "done":
      return [];
  }
}

/**
 * The changes to the set-up.
 * @param {Plan} plan
 * @param {{ services: Service[], officers: { title: Record<string, string> }[] }} document  the set-up
 * @param {Record<string, string>} title  of every officer, until the administrator writes a better one
 * @returns {Edit[]}
 */
export function editsOf(plan, document, title) {
  const gone = document.services.filter(({ code }) => !plan.services.includes(code));
  const counters = Array.from({ length: plan.counters }, (_, place) => ({
    number: place + 1, services: plan.services, direction: place < plan.counters / 2 ? "left" : "right",
  }));
  const officers = named(plan.officers).map((name) => ({ name, title }));
  return [
    { at: ["office", "name"], value: { vi: plan.name.trim(), en: plan.english.trim() || plan.name.trim() } },
    { at: ["office", "phone"], value: plan.phone.trim() || null },
    ...gone.map(({ code }) => ({ at: ["services", code], value: null })),
    { at: ["counters"], value: counters },
    { at: ["officers"], value: officers },
    // Those of the office that ships are nobody's here.
    ...["supervisors", "receptionists", "inspectors"].map((list) => ({ at: [list], value: null })),
    { at: ["administrators"], value: [{ name: plan.administrator.trim() }] },
  ];
}

/** @param {string[]} names */
export function named(names) {
  return names.map((name) => name.trim()).filter((name) => name !== "");
}

/** @param {string[]} names */
function hasTwice(names) {
  return new Set(names.map(folded)).size < names.length;
}

/** @param {string} name */
function folded(name) {
  return name.trim().normalize("NFC").toLowerCase();
}
