/** An office in which all is well, as the server tells it, and the texts as the server ships them. */
import { readFileSync } from "node:fs";
import { Text } from "../shared/text.js";

/** @returns {import("./shape.js").OfficeState} */
export function wellState() {
  return {
    version: "0.1.0",
    started_at: "2026-11-25T06:58:00+07:00",
    orders: { accepted: true, cause: null, reason: null },
    stranded: [],
    disk: {
      folder: "/var/lib/moi", free_bytes: 212_400_000_000, total_bytes: 500_000_000_000,
      warn_below_bytes: 1_000_000_000,
    },
    clock: {
      state: "right", office_time: "2026-11-25T08:42:10+07:00", machine_time: "2026-11-25T08:42:10+07:00",
    },
    printer: { prints: true, state: "ready", waiting: 0 },
    backup: {
      folder: "/var/lib/moi/backups",
      newest: { file: "2026-11-24T0914.moi-backup", made_at: "2026-11-24T09:14:00+07:00", bytes: 61_500_000 },
      ahead: [], next_at: "2026-11-25T09:14:00+07:00", trouble: null,
    },
    journal: {
      events: 1_239_503, closed_days: 2_497, since: "2017-01-03", bytes: 152_000_000, opened_in_ms: 134,
      damage: null, sealing_trouble: null,
    },
    screens: { walls: 2, kiosks: 1, counters: 5, desks: 5, phones: 31 },
    doors: {
      connections: 52, connections_max: 16_384, turned_away: { names: 0, "kiosk-tickets": 0 }, certificate: null,
    },
  };
}

/**
 * An office with something wrong.
 * @param {(state: import("./shape.js").OfficeState) => void} change
 */
export function stateWith(change) {
  const state = wellState();
  change(state);
  return state;
}

/** @param {string} language */
export function textIn(language) {
  const catalogue = (/** @type {string} */ area) =>
    readFileSync(new URL(`../../../config/text/${language}/${area}.ftl`, import.meta.url), "utf8");
  return new Text(language, ["common", "problems", "admin"].map(catalogue));
}

/** @param {object} change */
const certificateWith = (change) => ({
  self_made: false, fingerprint: "AB:CD", names: ["moi.vn"], until: "2026-12-04T09:00:00+07:00", days_left: 80,
  trouble: null, ...change,
});

/** Every state with one thing wrong, by the code of what is wrong. */
export const TROUBLES = {
  "disk-full": (state) => (state.orders = { accepted: false, cause: "disk-full", reason: "No space left on device" }),
  "storage-failed": (state) => (state.orders = { accepted: false, cause: "storage-failed", reason: "I/O error" }),
  "stranded": (state) => (state.stranded = [{ service: "H", waiting: 3, counters: [5] }]),
  "disk-short": (state) => (state.disk.free_bytes = 400_000_000),
  "clock-unset": (state) => (state.clock.state = "unset"),
  "clock-behind": (state) => (state.clock.state = "behind"),
  "clock-jumped": (state) => (state.clock.state = "jumped"),
  "clock-ahead": (state) => (state.clock.state = "ahead"),
  "printer-near-end": (state) => (state.printer.state = "near-end"),
  "printer-out-of-paper": (state) => (state.printer.state = "out-of-paper"),
  "printer-cover-open": (state) => (state.printer.state = "cover-open"),
  "printer-offline": (state) => (state.printer.state = "offline"),
  "printer-error": (state) => (state.printer.state = "error"),
  "backup-failed": (state) => (state.backup.trouble = "can't write /media/usb/moi"),
  "backup-ahead": (state) => (state.backup.ahead = ["2031-01-01T0700.moi-backup"]),
  "journal-damaged": (state) => (state.journal.damage = "/var/lib/moi/journal/days/1.day, the day 2026-11-24: damaged"),
  "certificate-over": (state) => (state.doors.certificate = certificateWith({ days_left: -2 })),
  "certificate-short": (state) => (state.doors.certificate = certificateWith({ days_left: 9 })),
  "certificate-failed": (state) => (state.doors.certificate = certificateWith({ trouble: "can't read /etc/a.pem" })),
  "sealing-failed": (state) => (state.journal.sealing_trouble = "can't write /var/lib/moi/journal/days"),
};
