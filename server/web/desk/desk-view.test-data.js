/** A desk as the server would describe it, for the tests beside this file. */

/** @typedef {import("./situation.js").DeskView} DeskView */

/** @type {import("./situation.js").Visit} */
const visit = {
  id: 12,
  number: "A012",
  service: "A",
  cases: 1,
  here: ["A"],
  then: [],
  noted: false,
  priority: false,
  language: "vi",
  taken_at: "2026-11-24T09:18:00+07:00",
  called_at: "2026-11-24T09:42:10+07:00",
  started_at: null,
  recalls: 0,
  promised: { from: 15, to: 25 },
  usual_minutes: 12,
  call: 123,
  reason: { kind: "arrival" },
  outcome: null,
};

/** @type {DeskView} */
const open = {
  counter: 3,
  state: "open",
  officer: "Nông Thị Hà",
  since: "2026-11-24T07:00:00+07:00",
  until: null,
  pause_reason: null,
  services: ["A", "C"],
  visit: null,
  last: null,
  queue: [
    { id: 13, number: "A013", service: "A", cases: 1, then: [], noted: false, effective: "2026-11-24T09:18:00+07:00",
      taken_at: "2026-11-24T09:38:00+07:00", reason: { kind: "priority", minutes: 20 }, helped: false },
    { id: 31, number: "C031", service: "C", cases: 1, then: [], noted: false, effective: "2026-11-24T09:20:00+07:00",
      taken_at: "2026-11-24T09:20:00+07:00", reason: { kind: "arrival" }, helped: false },
  ],
  queue_total: 10,
  hall_total: 23,
  away: [],
  elsewhere: null,
  stranded: [],
  today: { served: 14, service_minutes: 11, wait_minutes: 17, no_show: 1 },
  others: [],
  printer: { state: "ready" },
  clock: { state: "right" },
  contact: null,
  undo: null,
};

/** @param {Partial<DeskView>} [differences] @returns {DeskView} */
export function deskView(differences = {}) {
  return { ...open, ...differences };
}

/** @param {Partial<import("./situation.js").Visit>} [differences] @returns {DeskView} */
export function callingView(differences = {}) {
  return deskView({ state: "calling", visit: { ...visit, ...differences } });
}

/** @param {Partial<import("./situation.js").Visit>} [differences] @returns {DeskView} */
export function servingView(differences = {}) {
  const started = { started_at: "2026-11-24T09:43:00+07:00" };
  return deskView({ state: "serving", visit: { ...visit, ...started, ...differences } });
}
