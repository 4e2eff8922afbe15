/** The ticket that is about to be given: what was chosen so far, and what is sent. Pure. */

/**
 * @typedef {object} Form
 * @property {string | null} service  code
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
 * @typedef {{ type: "service", code: string } | { type: "priority", id: string | null } | { type: "next-priority" }
 *   | { type: "language", language: string } | { type: "next-language" } | { type: "paper" }
 *   | { type: "cases", by: number } | { type: "number", text: string } | { type: "given" } | { type: "clear" }} Choice
 *
 * @typedef {{ languages: string[], priorities: { id: string }[], numbers: PaperNumbers[],
 *   services: { code: string, cases_max: number }[] }} Possible
 */

/** @param {string} language @returns {Form} */
export function newForm(language) {
  return { service: null, priority: null, language, cases: 1, paper: false, number: "" };
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
      return {
        ...form, service: choice.code, cases: counted(form.cases, choice.code, possible),
        number: form.paper ? nextPaper(possible.numbers, choice.code) : "",
      };
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
  const { service, priority, language, cases } = form;
  const wish = { service, language, ...(priority ? { priority } : {}), ...(cases > 1 ? { cases } : {}) };
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
