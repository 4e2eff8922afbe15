/** Each part of the office as a line: a sign, a figure where there is one, and words. */
import { formatDate, wallClock } from "../shared/time.js";
import { amount, count, dayOf, moment, seconds } from "./amounts.js";
import { doors } from "./doors.js";
import { isShort } from "./troubles.js";

/**
 * @typedef {object} Part
 * @property {string} id  its name is `admin-<id>`
 * @property {string} icon
 * @property {"ok" | "warn" | "bad" | "none"} sign  none: nothing to judge, or not known
 * @property {string} figure  may be empty
 * @property {string} words
 * @property {string[]} asides  one after the other
 *
 * @typedef {import("./shape.js").OfficeState} OfficeState
 * @typedef {import("../shared/text.js").Text} Text
 */

/** Those that a person can do something about come first. */
const ALL = [orders, disk, clock, printer, backup, journal, screens, doors, program];

/** @param {OfficeState} state @param {Text} text @returns {Part[]} */
export function partsOf(state, text) {
  return ALL.map((part) => part(state, text));
}

/** @param {OfficeState} state @param {Text} text @returns {Part} */
function orders({ orders: { accepted, cause } }, text) {
  const words = text.say(accepted ? "admin-orders-accepted" : `admin-orders-${cause ?? "storage-failed"}`);
  const aside = text.say(accepted ? "admin-orders-accepted-more" : "admin-orders-refused-more");
  return { id: "orders", icon: "slip", sign: accepted ? "ok" : "bad", figure: "", words, asides: [aside] };
}

/** @param {OfficeState} state @param {Text} text @returns {Part} */
function disk({ orders: { cause }, disk: about }, text) {
  const { folder, free_bytes: free, total_bytes: total } = about;
  const known = free !== null && total !== null;
  const sign = cause === "disk-full" ? "bad" : !known ? "none" : isShort(about) ? "warn" : "ok";
  return {
    id: "disk", icon: "disk", sign,
    figure: known ? amount(free, text.language) : "",
    words: known ? text.say("admin-disk-free", { total: amount(total, text.language) })
      : text.say("admin-disk-unknown"),
    asides: [text.say("admin-disk-folder", { folder })],
  };
}

/** @param {OfficeState} state @param {Text} text @returns {Part} */
function clock({ clock: { state, office_time: office, machine_time: machine } }, text) {
  const right = state === "right";
  const date = formatDate(machine, text.language, "full");
  return {
    id: "clock", icon: "clock", sign: right ? "ok" : "warn",
    figure: wallClock(office),
    words: formatDate(office, text.language),
    asides: [right ? text.say("admin-clock-right")
      : text.say("admin-clock-machine", { time: wallClock(machine), date })],
  };
}

/** @param {OfficeState} state @param {Text} text @returns {Part} */
function printer({ printer: { prints, state, waiting } }, text) {
  if (!prints) {
    const words = text.say("admin-printer-none");
    return { id: "printer", icon: "printer", sign: "none", figure: "", words, asides: [] };
  }
  /** @type {Record<string, Part["sign"]>} */
  const signs = { ready: "ok", "near-end": "warn", unknown: "none" };
  return {
    id: "printer", icon: "printer", sign: signs[state] ?? "bad", figure: "",
    words: text.say(`admin-printer-${state}`),
    asides: [text.say("admin-slips", { count: waiting })],
  };
}

/** @param {OfficeState} state @param {Text} text @returns {Part} */
function backup({ backup: about, clock: { office_time: now }, rehearsal }, text) {
  if (rehearsal) {
    const words = text.say("admin-backup-rehearsal");
    return { id: "backup", icon: "box", sign: "none", figure: "", words, asides: [] };
  }
  const { folder, newest, ahead, next_at: next, trouble } = about;
  const sign = trouble !== null || ahead.length > 0 ? "warn" : newest ? "ok" : "none";
  const size = amount(newest?.bytes ?? 0, text.language);
  const words = newest ? text.say("admin-backup-newest", { day: dayOf(newest.made_at, now, text), size })
    : text.say("admin-backup-none");
  const asides = [text.say("admin-backup-folder", { folder })];
  if (next) asides.unshift(text.say("admin-backup-next", { when: moment(next, now, text) }));
  return { id: "backup", icon: "box", sign, figure: newest ? wallClock(newest.made_at) : "", words, asides };
}

/** @param {OfficeState} state @param {Text} text @returns {Part} */
function journal({ journal: about }, text) {
  const { events, closed_days: days, since, bytes, opened_in_ms: opened } = about;
  const { language } = text;
  const asides = [];
  if (days !== null) asides.push(text.say("admin-journal-days", { count: days, days: count(days, language) }));
  if (bytes !== null) asides.push(text.say("admin-journal-size", { size: amount(bytes, language) }));
  asides.push(text.say("admin-journal-opened", { seconds: seconds(opened, language) }));
  return {
    id: "journal", icon: "doc", sign: about.damage !== null ? "bad" : about.sealing_trouble !== null ? "warn" : "none",
    figure: count(events, language),
    words: since ? text.say("admin-journal-since", { count: events, date: formatDate(since, language, "full") })
      : text.say("admin-journal-events", { count: events }),
    asides,
  };
}

/** @param {OfficeState} state @param {Text} text @returns {Part} */
function screens({ screens: all }, text) {
  const kinds = /** @type {const} */ (["walls", "kiosks", "counters", "desks", "phones"]);
  const open = kinds.filter((kind) => all[kind] > 0);
  const total = open.reduce((sum, kind) => sum + all[kind], 0);
  return {
    id: "screens", icon: "screen", sign: "none", figure: count(total, text.language),
    words: text.say("admin-screens-open", { count: total }),
    asides: open.map((kind) => text.say(`admin-screens-${kind}`, { count: all[kind] })),
  };
}

/** @param {OfficeState} state @param {Text} text @returns {Part} */
function program({ version, started_at: started, clock: { office_time: now } }, text) {
  return {
    id: "program", icon: "tag", sign: "none", figure: version, words: text.say("admin-program-version"),
    asides: [text.say("admin-program-started", { when: moment(started, now, text) })],
  };
}
