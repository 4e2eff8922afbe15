/** The ticket that is about to be given: what was chosen so far, and what is sent. Pure. */

/**
 * @typedef {object} Form
 * @property {string | null} service  code
 * @property {string[]} then  what its citizen needs after that service, in this order
 * @property {string | null} priority  id
 * @property {string} language
 * @property {number} cases  people or files that it is for
 * @property {boolean} paper  the number stands on a paper that is handed out
 * @property {string} number  as typed for the paper
 *
 * @typedef {{ prefix: string, first: string, last: string, used: string | null, entered: string | null,
 *   singly: string[], absence: { gone: string, back: string } | null, services: string[] }} PaperNumbers
 *   `entered`: the highest of an outage · `singly`: above it, typed one by one · `services`: whose numbers they are
 *
 * @typedef {{ type: "service", code: string } | { type: "take-away" } | { type: "priority", id: string | null }
 *   | { type: "next-priority" } | { type: "language", language: string } | { type: "next-language" }
 *   | { type: "paper" } | { type: "cases", by: number } | { type: "number", text: string } | { type: "given" }
 *   | { type: "clear" }} Choice
 *
 * @typedef {{ languages: string[], priorities: { id: string }[], numbers: PaperNumbers[], services_max: number,
 *   services: { code: string, cases_max: number }[] }} Possible
 */

/** @param {string} language @returns {Form} */
export function newForm(language) {
  return { service: null, then: [], priority: null, language, cases: 1, paper: false, number: "" };
}

/**
 * @param {Form} form
 * @param {Choice} choice
 * @param {Possible} possible
 * @returns {Form}
 */
export function choose(form, choice, possible) {
  switch (choice.type) {
    case "service":
      return adds(form, possible)
        ? withServices(form, added(chosenOf(form), choice.code, possible.services_max), possible)
        : withServices(form, [choice.code], possible);
    case "take-away":
      return withServices(form, chosenOf(form).slice(0, -1), possible);
    case "cases":
      return { ...form, cases: counted(form.cases + choice.by, form.service, possible) };
    case "priority":
      return { ...form, priority: form.priority === choice.id ? null : choice.id };
    case "next-priority":
      return { ...form, priority: after([null, ...possible.priorities.map(({ id }) => id)], form.priority) };
    case "language":
      return { ...form, language: choice.language };
    case "next-language":
      return { ...form, language: /** @type {string} */ (after(possible.languages, form.language)) };
    case "paper": {
      const paper = !form.paper && possible.numbers.length > 0;
      return { ...form, paper, number: paper && form.service ? nextPaper(possible.numbers, form.service) : "" };
    }
    case "number":
      return { ...form, number: choice.text };
    // Whoever hands out papers goes on with them; everything else is the next citizen's own.
    case "given":
      return { ...newForm(possible.languages[0]), paper: form.paper };
    case "clear":
      return newForm(possible.languages[0]);
  }
}

/** What the ticket is for, the first thing first. @param {Form} form */
export function chosenOf({ service, then }) {
  return service === null ? [] : [service, ...then];
}

/**
 * Whether one more service joins those before it; else it is chosen instead. With papers a service says whose stack
 * the number comes from.
 * @param {Form} form @param {Pick<Possible, "services_max">} possible
 */
export function adds({ service, paper }, { services_max: most }) {
  return service !== null && !paper && most > 1;
}

/**
 * Why a service does not join those that are chosen: it is one of them, or one ticket is for no more.
 * @param {Form} form @param {string} code @param {Pick<Possible, "services_max">} possible
 * @returns {"twice" | "most" | null}
 */
export function whyNotAdded(form, code, possible) {
  if (!adds(form, possible)) return null;
  const chosen = chosenOf(form);
  if (chosen.includes(code)) return "twice";
  return chosen.length >= possible.services_max ? "most" : null;
}

/**
 * Nothing twice, and no more than one ticket may be for.
 * @param {string[]} chosen @param {string} code @param {number} most
 */
function added(chosen, code, most) {
  return chosen.includes(code) || chosen.length >= most ? chosen : [...chosen, code];
}

/** @param {Form} form @param {string[]} services @param {Possible} possible @returns {Form} */
function withServices(form, [service = null, ...then], possible) {
  const number = form.paper && service ? nextPaper(possible.numbers, service) : "";
  return { ...form, service, then, number, cases: counted(form.cases, service, possible) };
}

/** As many as the service allows. @param {number} cases @param {string | null} service @param {Possible} possible */
function counted(cases, service, { services }) {
  const most = services.find(({ code }) => code === service)?.cases_max ?? 1;
  return Math.min(Math.max(1, cases), most);
}

/**
 * What is sent; null while something is missing.
 * @param {Form} form
 * @param {PaperNumbers[]} numbers
 */
export function wishOf(form, numbers) {
  if (!form.service) return null;
  const { service, then, priority, language, cases } = form;
  const wish = {
    service, language, ...(then.length > 0 ? { then } : {}), ...(priority ? { priority } : {}),
    ...(cases > 1 ? { cases } : {}),
  };
  if (!form.paper) return wish;
  const number = paperNumber(form.number, numbersOf(numbers, service)?.prefix ?? "");
  return number ? { ...wish, paper_number: number } : null;
}

/**
 * A number as on the paper from what was typed: on a number pad there are no letters.
 * @param {string} typed
 * @param {string} prefix
 */
export function paperNumber(typed, prefix) {
  const number = typed.replace(/\s/g, "").toUpperCase();
  return /^\d+$/.test(number) ? prefix + number.padStart(3, "0") : number;
}

/**
 * The paper that lies on top: the one after the highest that was used today.
 * @param {PaperNumbers[]} numbers
 * @param {string} service
 */
export function nextPaper(numbers, service) {
  const known = numbersOf(numbers, service);
  if (!known) return "";
  if (!known.used) return known.first;
  const next = indexOf(known.used) + 1;
  return next > indexOf(known.last) ? "" : known.prefix + String(next).padStart(3, "0");
}

/** @param {PaperNumbers[]} numbers @param {string | null} service */
export function numbersOf(numbers, service) {
  return numbers.find(({ services }) => service !== null && services.includes(service));
}

/** 951 of `A951`; 0 when it is no number. @param {string} number */
export function indexOf(number) {
  return Number(/^[A-Z]{1,2}(\d{3,5})$/.exec(number)?.[1] ?? 0);
}

/**
 * @template T
 * @param {T[]} all
 * @param {T} one
 */
function after(all, one) {
  return all[(all.indexOf(one) + 1) % all.length];
}
