/** The parts of the set-up that stand there once, each with its keys. */
import { choice, flag, number, optional, text, texts } from "./kinds.js";

/** The days of the week in its order. */
export const WEEK = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/** @type {import("./kinds.js").Spec} */
const periods = { kind: "periods", from: 0, to: 4 };

/** Parts that may be missing as a whole: while nobody has filled in a word of one, none is asked for. */
export const MISSING = ["directory"];

/** @type {Record<string, Record<string, import("./kinds.js").Spec>>} */
export const TABLES = {
  office: {
    name: texts(80),
    unit: texts(80),
    logo: { kind: "picture", purpose: "logo", optional: true },
    phone: text(30, { ...optional, pattern: /^[\d ()+-]*\d[\d ()+-]*$/, form: "telephone" }),
    languages: { kind: "languages", from: 1, to: 8, usual: ["vi", "en"] },
    time_zone: text(40, { usual: "Asia/Ho_Chi_Minh", pattern: /^[A-Za-z_+/-]+[A-Za-z0-9_+/-]*$/, form: "time-zone" }),
  },
  hours: {
    ...Object.fromEntries(WEEK.map((day) => [day, periods])),
    holidays: { kind: "dates", from: 0, to: 200, optional: true },
  },
  entrance: {
    tickets: choice(["always", "while-open"], { usual: "always" }),
    before_minutes: number(0, 120, "minutes", { usual: 15 }),
    last: choice(["by-forecast", "at-closing"], { usual: "by-forecast" }),
    tickets_per_minute: number(0, 600, "numbers", { usual: 12 }),
  },
  numbering: {
    last: number(99, 9999, "number", { usual: 999 }),
    after_last: choice(["widen", "refuse"], { usual: "widen" }),
  },
  outage: { numbers: number(0, 500, "numbers", { usual: 50 }) },
  slip: { paper: choice(["80mm", "58mm"], { usual: "80mm" }), boot_slip: flag(true) },
  granting: { by_officers: flag(true), by_reception: flag(true) },
  calling: {
    gap_seconds: number(0, 300, "seconds", { usual: 0 }),
    recalls_min: number(0, 5, "times", { usual: 0 }),
    reason_required: flag(false),
    outcome_required: flag(false),
    next_on_finish: flag(false),
  },
  away: {
    back_to: choice(["here", "anywhere"], { usual: "here" }),
    grace_minutes: number(0, 240, "minutes", { usual: 15 }),
    lateness_minutes: number(0, 120, "minutes", { usual: 5 }),
    by_phone: flag(true),
  },
  transfer: {
    place: choice(["front", "arrival", "end"], { usual: "arrival" }),
    head_start_minutes: number(0, 120, "minutes", { usual: 0 }),
  },
  itinerary: { services_max: number(1, 9, "services", { usual: 3 }), kiosk_asks: flag(true) },
  desk: { undo_seconds: number(0, 60, "seconds", { usual: 10 }) },
  leaving: { ask_when_closing: flag(true), ask_from_pause_minutes: number(0, 240, "minutes", optional) },
  appointments: {
    online: flag(false),
    notice_minutes: number(0, 10080, "minutes", { usual: 60 }),
    horizon_days: number(0, 90, "days", { usual: 14 }),
    early_minutes: number(0, 240, "minutes", { usual: 30 }),
    late_minutes: number(0, 120, "minutes", { usual: 10 }),
    when_late: choice(["ordinary-ticket", "refuse"], { usual: "ordinary-ticket" }),
    online_per_hour: number(1, 1000, "appointments", { usual: 10 }),
    check_in_by_phone: flag(false),
  },
  sign_in: {
    idle_minutes: number(5, 720, "minutes", { usual: 30 }),
    desk_idle_minutes: number(5, 720, "minutes", { usual: 240 }),
  },
  directory: {
    issuer: text(200, { pattern: /^(https:\/\/[^\s?#@]+|http:\/\/(127\.0\.0\.1|localhost|\[::1\])([:/][^\s?#@]*)?)$/,
      form: "address" }),
    client_id: text(100),
    name: texts(40),
    claim: choice(["preferred_username", "email", "sub"], { usual: "preferred_username" }),
    ask_each_time: flag(true),
  },
  backup: {
    folder: text(400, { usual: "backups" }),
    every_hours: number(1, 168, "hours", { usual: 24 }),
    keep: number(1, 400, "copies", { usual: 14 }),
  },
  privacy: { keep_contacts_days: number(0, 365, "days", { usual: 30 }) },
  disk: { warn_below_megabytes: number(1, 1_000_000, "megabytes", { usual: 1000 }) },
};

/**
 * Whether a part that may be missing is: none of its words is filled in.
 * @param {string} part @param {Record<string, any> | undefined} table
 */
export function isMissing(part, table) {
  const fields = Object.entries(TABLES[part] ?? {});
  const isEmpty = (/** @type {string} */ key) => !table?.[key] || Object.keys(table[key]).length === 0;
  return MISSING.includes(part) && fields.every(([key, { kind }]) => !["text", "texts"].includes(kind) || isEmpty(key));
}
