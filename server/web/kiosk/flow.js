/**
 * What a visit at the kiosk is: a state, and what each event makes of it. No page, clock, network or randomness in
 * here: events carry the time (`at`, milliseconds that only go forwards) and the key of a request.
 */
import { counted, toggled } from "./chosen.js";
import { EASES, noEase } from "./ease.js";
import { isSame } from "./entrance.js";
import { slipStory } from "./slip.js";

/** No touch for so long: the page asks whether somebody is there, ms. */
export const QUIET_MS = 60_000;
/** Then so long to say yes, ms (EN 301 549 asks for 20 s). */
export const WARNING_MS = 20_000;
/** The ticket stays on the screen for so long when it came out of the printer, ms. */
export const TICKET_MS = 20_000;
/** The same for who reads slowly, or listens, ms. */
export const TICKET_SLOW_MS = 60_000;
/** Tries to get a ticket that may fail before the page sends people to the reception. */
const FAILURES_MAX = 2;
/** Digits of an appointment's code. */
export const CODE_DIGITS = 6;

/**
 * @typedef {"start" | "language" | "service" | "documents" | "cases" | "priority" | "appointment" | "issuing"
 *   | "ticket" | "full" | "rest" | "help"} Step
 * @typedef {Step | "printer-out" | "offline" | "time-out" | "unpaired" | "closed"} Screen
 *
 * @typedef {object} Request  a ticket that was asked for
 * @property {string} key  idempotency key: asking again with it never gives a second number
 * @property {string | null} service
 * @property {string[]} then  services after that one
 * @property {number} cases
 * @property {string | null} priority
 * @property {string} [appointment]  code or secret of the appointment that its visitor came for
 * @property {number} failures
 *
 * @typedef {object} Visit
 * @property {Step} step
 * @property {Step} returnTo  where the language chooser was opened
 * @property {string} home  the office's own language
 * @property {string} language
 * @property {import("./ease.js").Ease} ease  how this visitor sees and hears the screen
 * @property {import("./ease.js").Ease} own  the same as the machine is without a visitor's choice
 * @property {number} sheet  which of the sheets of services is shown, where they don't fit on one
 * @property {"ticket" | "documents"} purpose  what the visitor came for
 * @property {string | null} service
 * @property {string[]} then  what else is needed, in this order
 * @property {boolean} adding  a touch on a service adds it or takes it away
 * @property {number} cases  how many people or files
 * @property {string} code  what was typed of an appointment's code
 * @property {Request | null} request
 * @property {any} ticket  answer of POST /tickets
 * @property {string} print  how far the slip has come
 * @property {number} shownAt  when the ticket was shown
 * @property {number} restsUntil  when this machine gives numbers again, after many at once
 * @property {number} touchedAt
 * @property {number} at  now
 * @property {"live" | "stale"} link  whether the server is there
 * @property {any} view  of /live/kiosk, the last that came
 * @property {boolean} paired  whether this machine may give tickets
 * @property {boolean} pairingFailed
 * @property {boolean} asksPriority  whether the office has priority classes
 * @property {number} servicesMax  services that one ticket may be for here
 * @property {Record<string, number>} casesMax  files that one ticket may be for, by service, where it is asked
 * @property {import("./entrance.js").Closed | null} closed  while the office is closed
 * @property {Record<string, any> | null} refusal  why there is no ticket, as the server said it
 *
 * @typedef {{ type: string, at?: number } & Record<string, any>} Happening
 */

/**
 * @param {{ language: string, home?: string, paired: boolean, asksPriority: boolean, servicesMax?: number,
 *   casesMax?: Record<string, number>, own?: import("./ease.js").Ease, at: number }} office
 * @returns {Visit}
 */
export function newVisit({ language, home = language, own = noEase, at, ...office }) {
  const { paired, asksPriority, servicesMax = 1, casesMax = {} } = office;
  return {
    step: "start",
    returnTo: "start",
    home,
    language,
    ease: own,
    own,
    sheet: 0,
    purpose: "ticket",
    service: null,
    then: [],
    adding: false,
    cases: 1,
    code: "",
    request: null,
    ticket: null,
    print: "none",
    shownAt: at,
    restsUntil: at,
    touchedAt: at,
    at,
    link: "live",
    view: null,
    paired,
    pairingFailed: false,
    asksPriority,
    servicesMax,
    casesMax,
    closed: null,
    refusal: null,
  };
}

/**
 * @param {Visit} visit
 * @param {Happening} happening
 * @returns {Visit}  the same object when nothing changed
 */
export function happen(visit, happening) {
  const at = Math.max(visit.at, happening.at ?? visit.at);
  const rule = rules[happening.type];
  if (!rule) return visit;
  return rule(at === visit.at ? visit : { ...visit, at }, happening);
}

/** @type {Record<string, (visit: Visit, happening: Happening) => Visit>} */
const rules = {
  // What people do.
  touch: (visit) => ({ ...visit, touchedAt: visit.at }),
  take: (visit) => ({ ...visit, step: "service", purpose: "ticket", adding: false, sheet: 0, refusal: null }),
  "ask-documents": (visit) => ({ ...visit, step: "service", purpose: "documents", adding: false, sheet: 0 }),
  "more-services": (visit) => (visit.step === "service" ? { ...visit, sheet: visit.sheet + 1 } : visit),
  "choose-service": (visit, { service }) => (visit.adding ? toggle(visit, service)
    : { ...visit, step: "documents", service, then: [], cases: 1 }),
  "add-service": (visit) =>
    visit.step === "documents" && visit.servicesMax > 1 ? { ...visit, step: "service", adding: true, sheet: 0 } : visit,
  "go-on": (visit) => (visit.adding && visit.service ? { ...visit, step: "documents", adding: false } : visit),
  "take-number": (visit, { key }) => {
    if (visit.step !== "documents") return visit;
    return asksCases(visit) ? { ...visit, step: "cases" } : afterCases(visit, key);
  },
  "fewer-cases": (visit) => count(visit, -1),
  "more-cases": (visit) => count(visit, 1),
  "cases-said": (visit, { key }) => (visit.step === "cases" ? afterCases(visit, key) : visit),
  "choose-priority": (visit, { priority, key }) => (visit.step === "priority" ? ask(visit, priority, key) : visit),
  "have-appointment": (visit) => ({ ...visit, step: "appointment", code: "", refusal: null }),
  digit: (visit, { digit }) => {
    if (visit.step !== "appointment" || visit.code.length === CODE_DIGITS) return visit;
    return { ...visit, code: visit.code + digit, touchedAt: visit.at };
  },
  erase: (visit) => (visit.step === "appointment" ? { ...visit, code: visit.code.slice(0, -1) } : visit),
  "check-in": (visit, { key }) =>
    visit.step === "appointment" && visit.code.length === CODE_DIGITS ? askFor(visit, visit.code, key) : visit,
  // Whoever holds the code before the scanner needs no button.
  scanned: (visit, { appointment, key }) =>
    visit.step === "start" || visit.step === "appointment" ? askFor(visit, appointment, key) : visit,
  "open-languages": (visit) => ({ ...visit, step: "language", returnTo: visit.step }),
  "choose-language": (visit, { language }) => ({
    ...visit,
    language,
    step: visit.step === "language" ? visit.returnTo : visit.step,
  }),
  ...Object.fromEntries(EASES.map((ease) => [`toggle-${ease}`, (/** @type {Visit} */ visit) =>
    ({ ...visit, ease: { ...visit.ease, [ease]: !visit.ease[ease] } })])),
  // The first press of the help key; then it only repeats.
  aloud: (visit) => (visit.ease.aloud ? visit : { ...visit, ease: { ...visit.ease, aloud: true } }),
  // Who listens touches nothing; but a voice that asks whether somebody is there is no answer to itself.
  heard: (visit) => (screenOf(visit) === "time-out" ? visit : { ...visit, touchedAt: visit.at }),
  back: (visit) => ({ ...visit, ...before(visit) }),
  done: reset,
  "still-here": (visit) => ({ ...visit, touchedAt: visit.at }),

  // What the server says.
  view: (visit, { view }) => keepSlip(visit, { view }),
  link: (visit, { link }) => ({ ...visit, link }),
  issued: (visit, { key, ticket }) => {
    if (visit.request?.key !== key || visit.ticket) return visit;
    return { ...visit, step: "ticket", ticket, print: ticket.print, shownAt: visit.at };
  },
  "issue-failed": (visit, { key }) => {
    const { request } = visit;
    if (!request || request.key !== key) return visit;
    return { ...visit, request: { ...request, failures: request.failures + 1 } };
  },
  "issue-refused": (visit, { key, refusal = null }) => {
    if (visit.request?.key !== key) return visit;
    const step = visit.request.appointment ? "appointment" : isForToday(refusal) ? "full" : "help";
    return { ...visit, step, code: "", request: null, refusal, touchedAt: visit.at };
  },
  "issue-paused": (visit, { key, seconds }) => {
    if (visit.request?.key !== key) return visit;
    return { ...visit, step: "rest", request: null, restsUntil: visit.at + seconds * 1_000, touchedAt: visit.at };
  },
  print: (visit, { token, print }) => (visit.ticket?.token === token ? keepSlip(visit, { print }) : visit),
  office: (visit, { paired, asksPriority, servicesMax = 1, casesMax = {} }) =>
    ({ ...visit, paired, asksPriority, servicesMax, casesMax, pairingFailed: false }),
  "pairing-failed": (visit) => ({ ...visit, pairingFailed: true }),
  // A number on the screen stays there, unless it is the drawing of it that fails.
  fault: (visit, { drawing }) =>
    visit.step === "ticket" && !drawing ? visit : { ...reset(visit), step: "help", language: visit.language },

  tick: (visit) => {
    if (visit.step === "rest" && visit.at >= visit.restsUntil) {
      // With all that was chosen: whoever is still there presses once more, and nobody gets a number unasked.
      return { ...visit, step: "documents", touchedAt: visit.at };
    }
    return isOver(visit) ? reset(visit) : visit;
  },
  hours: (visit, { closed }) => (isSame(visit.closed, closed) ? visit : { ...visit, closed }),
};

/** There is no ticket today, and nobody at the reception need be asked why. @param {any} refusal */
function isForToday(refusal) {
  return ["office-closed", "quota-used", "day-full"].includes(refusal?.code);
}

/**
 * The same wish in the same visit is the same request, even when somebody went away from it and came back: only so can
 * a first try that did reach the server not become a second number.
 * @param {Visit} visit @param {string | null} priority @param {string} key @returns {Visit}
 */
function ask(visit, priority, key) {
  const { then, cases } = visit;
  const wish = { service: /** @type {string} */ (visit.service), then, cases, priority };
  const same = visit.request && isSameWish(visit.request, wish);
  const request = same ? visit.request : { key, ...wish, failures: 0 };
  return { ...visit, step: "issuing", request };
}

/** @typedef {Pick<Request, "service" | "then" | "cases" | "priority">} Wish */

/** @param {Wish} one @param {Wish} other */
function isSameWish(one, other) {
  return one.service === other.service && one.then.join() === other.then.join()
    && one.cases === other.cases && one.priority === other.priority;
}

/** @param {Visit} visit @param {string} touched @returns {Visit} */
function toggle(visit, touched) {
  const services = visit.service === null ? [] : [visit.service, ...visit.then];
  const [service = null, ...then] = toggled(services, touched, visit.servicesMax);
  return { ...visit, service, then, cases: service === visit.service ? visit.cases : 1 };
}

/** The first service is asked about: its files are those that the others are for, too. @param {Visit} visit */
function asksCases(visit) {
  return casesMost(visit) > 1;
}

/** So many files may a ticket be for; 1 where it is not asked. @param {Visit} visit */
export function casesMost({ service, casesMax }) {
  return casesMax[service ?? ""] ?? 1;
}

/** @param {Visit} visit @param {number} more @returns {Visit} */
function count(visit, more) {
  return visit.step === "cases" ? { ...visit, cases: counted(visit.cases + more, casesMost(visit)) } : visit;
}

/** @param {Visit} visit @param {string} key @returns {Visit} */
function afterCases(visit, key) {
  return visit.asksPriority ? { ...visit, step: "priority" } : ask(visit, null, key);
}

/**
 * The ticket of an appointment.
 * @param {Visit} visit @param {string} appointment @param {string} key @returns {Visit}
 */
function askFor(visit, appointment, key) {
  const same = visit.request?.appointment === appointment;
  const none = { service: null, then: [], cases: 1, priority: null };
  const request = same ? visit.request : { key, ...none, appointment, failures: 0 };
  return { ...visit, step: "issuing", request, touchedAt: visit.at };
}

/** @param {Visit} visit @returns {Partial<Visit>} */
function before(visit) {
  switch (visit.step) {
    case "language":
      return { step: visit.returnTo };
    case "service":
      if (!visit.adding) return { step: "start" };
      // What was added goes first, then the first choice.
      return visit.service ? { step: "documents", adding: false, then: [] } : { adding: false };
    case "documents":
      return { step: "service", adding: visit.then.length > 0 };
    case "cases":
      return { step: "documents" };
    case "priority":
      return { step: asksCases(visit) ? "cases" : "documents" };
    default:
      return { step: "start" };
  }
}

/**
 * A slip that comes late after all has its own time on the screen.
 * @param {Visit} visit @param {Partial<Visit>} change @returns {Visit}
 */
function keepSlip(visit, change) {
  const next = { ...visit, ...change };
  const relieved = visit.ticket && slipStory(visit) !== "coming" && slipStory(next) === "coming";
  return relieved ? { ...next, shownAt: visit.at } : next;
}

/** The next visitor begins as the first one did. @param {Visit} visit @returns {Visit} */
function reset(visit) {
  const { home, link, view, pairingFailed, closed } = visit;
  return { ...newVisit({ ...visit, language: home }), link, view, pairingFailed, closed };
}

/** @param {Visit} visit */
function isOver(visit) {
  const quiet = visit.at - visit.touchedAt;
  switch (visit.step) {
    case "start":
      return quiet >= QUIET_MS + WARNING_MS && isChanged(visit);
    case "ticket":
      // A number that stands on no paper stays until somebody says that they know it.
      return ["coming", "before"].includes(slipStory(visit))
        && visit.at - Math.max(visit.shownAt, visit.touchedAt) >= ticketMs(visit);
    case "rest":
      // It ends by itself.
      return false;
    default:
      return quiet >= QUIET_MS + WARNING_MS;
  }
}

/**
 * Which picture a visit gives.
 * @param {Visit} visit
 * @returns {Screen}
 */
export function screenOf(visit) {
  if (visit.step === "ticket") return slipStory(visit) === "coming" ? "ticket" : "printer-out";
  if (!visit.paired) return visit.step === "language" ? "language" : "unpaired";
  if (visit.step === "issuing") return hasFailed(visit) ? "offline" : "issuing";
  if (visit.step === "start" && visit.closed) return "closed";
  if (visit.link === "stale" && needsServer(visit)) return "offline";
  if (asksBack(visit) && visit.at - visit.touchedAt >= QUIET_MS) return "time-out";
  return visit.step;
}

/** @param {Visit} visit */
function hasFailed(visit) {
  const failures = visit.request?.failures ?? 0;
  return failures >= FAILURES_MAX || (failures > 0 && visit.link === "stale");
}

/** There is something to lose by starting over. @param {Visit} visit */
function asksBack(visit) {
  if (visit.step === "start") return isChanged(visit);
  return ["language", "service", "documents", "cases", "priority", "appointment"].includes(visit.step);
}

/** Somebody chose another language, or how to see and hear. @param {Visit} visit */
function isChanged({ language, home, ease, own }) {
  return language !== home || EASES.some((one) => ease[one] !== own[one]);
}

/** @param {Visit} visit */
function ticketMs({ ease, own }) {
  return EASES.some((one) => ease[one] !== own[one]) ? TICKET_SLOW_MS : TICKET_MS;
}

/** Which documents are needed can be told without the server. @param {Visit} visit */
function needsServer({ step, purpose }) {
  if (step === "language" || step === "help") return false;
  return !(purpose === "documents" && (step === "service" || step === "documents"));
}

/**
 * Seconds until this machine gives numbers again.
 * @param {Visit} visit
 */
export function restLeft(visit) {
  return Math.max(0, Math.ceil((visit.restsUntil - visit.at) / 1000));
}

/**
 * Seconds until the visit ends by itself, for the warning.
 * @param {Visit} visit
 */
export function secondsLeft(visit) {
  return Math.max(0, Math.ceil((visit.touchedAt + QUIET_MS + WARNING_MS - visit.at) / 1000));
}
