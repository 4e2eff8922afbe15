/** What is wrong, worst first, and what to do about it, step by step: the texts are in the catalogue by these codes. */
import { strandedInWords } from "../shared/stranded.js";
import { formatDate } from "../shared/time.js";
import { amount, moment } from "./amounts.js";
import { certificateTroubles } from "./doors.js";

/**
 * @typedef {object} Trouble
 * @property {string} code  its title is `problems-<code>-title`, or `admin-<code>-title` where no problem has it
 * @property {"bad" | "warn"} sign  bad: people notice it now
 * @property {string} title  id
 * @property {string} lead  id of the sentence that says what it means
 * @property {string[]} steps  ids
 * @property {Record<string, string>} values  for all of them
 * @property {string | null} reason  what the system said, for whoever mends it
 */

/** Steps of each trouble. Those with a condition are left out where it doesn't hold. */
const STEPS = {
  "disk-full": ["find", "tidy", "backups", "keep", "wait"],
  "storage-failed": ["plug", "save", "call", "wait"],
  "stranded": ["open", "tell"],
  "disk-short": ["tidy", "backups", "keep"],
  "clock-unset": ["set", "network", "wait", "battery"],
  "clock-behind": ["compare", "wrong", "right"],
  "clock-jumped": ["compare", "wrong", "right"],
  "clock-ahead": ["compare", "wrong", "right"],
  "printer-near-end": ["roll", "change"],
  "printer-out-of-paper": ["open", "change", "again"],
  "printer-cover-open": ["close", "look"],
  "printer-offline": ["power", "cable", "again", "call"],
  "printer-error": ["jam", "again", "call"],
  "backup-failed": ["folder", "room", "right", "wait"],
  "backup-ahead": ["compare", "wait"],
  "journal-damaged": ["keep", "call", "mend", "restore", "disk"],
  "sealing-failed": ["room", "plug", "wait", "call"],
  "certificate-over": ["renew", "files", "wait"],
  "certificate-short": ["renew", "files", "wait"],
  "certificate-failed": ["pair", "right", "wait"],
  "lost": ["machine", "network", "wait"],
};

/** Codes that are no problem of the API's: their titles are the page's own. */
const OWN = ["disk-short", "lost", "stranded", "certificate-over", "certificate-short", "certificate-failed"];

/** @typedef {keyof typeof STEPS} Code */

/**
 * @param {import("./shape.js").OfficeState} state
 * @param {import("../shared/text.js").Text} text
 * @param {(code: string) => string} [nameOf]  a service in the reader's language
 * @returns {Trouble[]}
 */
export function troublesOf(state, text, nameOf = (code) => code) {
  const parts = [orders, printer, waiting, clock, journal, backup, room, certificateTroubles];
  const found = parts.flatMap((part) => part(state));
  const values = { ...valuesOf(state, text), stranded: strandedInWords(state.stranded, text, nameOf) };
  const troubles = found.map(({ code, sign, reason = null }) => trouble(code, sign, values, reason, state));
  return [...troubles.filter(({ sign }) => sign === "bad"), ...troubles.filter(({ sign }) => sign === "warn")];
}

/**
 * The server can't be reached.
 * @param {string | null} asOf  wall clock of the last answer; null when there was none
 * @returns {Trouble}
 */
export function lost(asOf) {
  const lead = asOf === null ? "admin-lost-lead-never" : "admin-lost-lead";
  return { ...trouble("lost", "bad", { time: asOf ?? "" }, null, null), lead };
}

/**
 * @param {Code} code
 * @param {"bad" | "warn"} sign
 * @param {Record<string, string>} values
 * @param {string | null} reason
 * @param {import("./shape.js").OfficeState | null} state
 * @returns {Trouble}
 */
function trouble(code, sign, values, reason, state) {
  const title = OWN.includes(code) ? `admin-${code}-title` : `problems-${code}-title`;
  const steps = STEPS[code].filter((step) => !state || holds(step, state)).map((step) => `admin-${code}-${step}`);
  return { code, sign, title, lead: `admin-${code}-lead`, steps, values, reason };
}

/** @param {string} step @param {import("./shape.js").OfficeState} state */
function holds(step, { backup: { folder, newest }, disk }) {
  // Backups on another disk are in nobody's way.
  if (step === "backups") return folder.startsWith(`${disk.folder}/`);
  if (step === "save") return newest !== null;
  return true;
}

/** @typedef {{ code: Code, sign: "bad" | "warn", reason?: string | null }} Found */

/** @param {import("./shape.js").OfficeState} state @returns {Found[]} */
function orders({ orders: { accepted, cause, reason } }) {
  return accepted ? [] : [{ code: cause ?? "storage-failed", sign: "bad", reason }];
}

/** @param {import("./shape.js").OfficeState} state @returns {Found[]} */
function room({ orders: { cause }, disk }) {
  return cause !== "disk-full" && isShort(disk) ? [{ code: "disk-short", sign: "warn" }] : [];
}

/** @param {import("./shape.js").OfficeState["disk"]} disk */
export function isShort({ free_bytes: free, warn_below_bytes: least }) {
  return free !== null && free < least;
}

/** @param {import("./shape.js").OfficeState} state @returns {Found[]} */
function clock({ clock: { state } }) {
  return state === "right" ? [] : [{ code: /** @type {Code} */ (`clock-${state}`), sign: "warn" }];
}

/** @param {import("./shape.js").OfficeState} state @returns {Found[]} */
function printer({ printer: { prints, state } }) {
  if (!prints || state === "ready" || state === "unknown") return [];
  return [{ code: /** @type {Code} */ (`printer-${state}`), sign: state === "near-end" ? "warn" : "bad" }];
}

/** @param {import("./shape.js").OfficeState} state @returns {Found[]} */
function waiting({ stranded }) {
  return stranded.length === 0 ? [] : [{ code: "stranded", sign: "warn" }];
}

/** @param {import("./shape.js").OfficeState} state @returns {Found[]} */
function backup({ backup: { trouble: reason, ahead } }) {
  /** @type {Found[]} */
  const failed = reason === null ? [] : [{ code: "backup-failed", sign: "warn", reason }];
  return ahead.length === 0 ? failed : [...failed, { code: "backup-ahead", sign: "warn" }];
}

/** @param {import("./shape.js").OfficeState} state @returns {Found[]} */
function journal({ journal: { damage, sealing_trouble: sealing } }) {
  if (damage !== null) return [{ code: "journal-damaged", sign: "bad", reason: damage }];
  return sealing === null ? [] : [{ code: "sealing-failed", sign: "warn", reason: sealing }];
}

/**
 * @param {import("./shape.js").OfficeState} state
 * @param {import("../shared/text.js").Text} text
 * @returns {Record<string, string>}
 */
function valuesOf({ disk, backup, doors: { certificate }, clock: { office_time: office, machine_time } }, text) {
  const { folder: backups, newest, ahead } = backup;
  const size = (/** @type {number | null} */ bytes) =>
    bytes === null ? text.say("admin-unknown") : amount(bytes, text.language);
  return {
    folder: disk.folder,
    free: size(disk.free_bytes),
    total: size(disk.total_bytes),
    backups,
    ahead: ahead.join(", "),
    file: newest?.file ?? "",
    newest: newest ? moment(newest.made_at, office, text) : text.say("admin-backup-none"),
    now: moment(office, office, text),
    office: moment(office, office, text),
    machine: moment(machine_time, office, text),
    ends: certificate ? formatDate(certificate.until, text.language, "full") : "",
  };
}
