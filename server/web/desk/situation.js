/** What a desk is doing, seen by the officer in front of the page: one word that decides what the page shows. */

/**
 * @typedef {import("../shared/office.js").Texts} Texts
 * @typedef {{ from: number, to: number }} Band  minutes
 *
 * @typedef {object} Visit
 * @property {number} id
 * @property {string} number
 * @property {string} service
 * @property {number} cases  people or files
 * @property {string[]} here  services that are done here, that one first
 * @property {string[]} then  what its citizen needs after that service, some of it here
 * @property {boolean} noted  whether there is a note on it
 * @property {boolean} priority
 * @property {string} language
 * @property {string} taken_at
 * @property {string} called_at
 * @property {string | null} started_at
 * @property {number} recalls
 * @property {Band | null} promised
 * @property {number} usual_minutes
 * @property {number} call
 * @property {import("./reasons.js").Reason} reason  why it was this one's turn
 * @property {string | null} outcome  how it came out, where that is noted
 *
 * @typedef {object} Waiting  one ticket of the queue
 * @property {number} id
 * @property {string} number
 * @property {string} service
 * @property {number} cases
 * @property {string[]} then
 * @property {boolean} noted
 * @property {string} effective
 * @property {string} taken_at
 * @property {import("./reasons.js").Reason} reason
 * @property {boolean} helped  of a service that this counter only helps with
 *
 * @typedef {object} DeskView  the view of /live/desks/{n}
 * @property {number} counter
 * @property {"closed" | "open" | "calling" | "serving" | "paused"} state
 * @property {string | null} officer
 * @property {string | null} since
 * @property {string | null} until
 * @property {string | null} pause_reason  id of the set-up's list
 * @property {string[]} services
 * @property {Visit | null} visit
 * @property {{ number: string, outcome: string | null, noted: boolean } | null} last  the visit that ended here last
 * @property {Waiting[]} queue
 * @property {{ at: string, service: string }[]} [expected]  appointments whose citizens have not come yet
 * @property {number} queue_total
 * @property {number} hall_total
 * @property {import("./away.js").Away[]} away
 * @property {{ counter: number, service: string, number: string, waiting: number } | null} elsewhere
 * @property {import("../shared/stranded.js").Stranded[]} stranded  who waits while no open counter calls them
 * @property {{ served: number, service_minutes: number | null, wait_minutes: number | null, no_show: number }} today
 * @property {{ counter: number, state: string, officer: string | null, number: string | null,
 *   until: string | null, pause_reason: string | null }[]} others
 * @property {{ state: string }} printer
 * @property {{ state: string }} clock  right, unset, behind, jumped or ahead
 * @property {string | null} contact  number of the ticket whose phone number may be asked for
 * @property {import("./undo.js").Undo | null} undo  what can be taken back
 * @property {{ officer: string, at: string } | null} [taken_from]  from whom its officer took the counter over
 * @property {string | null} [help_since]  since when the officer here asks for help
 * @property {{ counter: number, officer: string | null, since: string }[]} [help]  other counters that do
 *
 * @typedef {"closed" | "held" | "empty" | "waiting" | "calling" | "serving" | "paused"} Situation
 *   `held`: another officer's; `empty` and `waiting`: open, nobody called, and nobody or somebody waits
 */

/**
 * @param {DeskView} view
 * @param {string} officer  name of the signed-in officer
 * @returns {Situation}
 */
export function situationOf(view, officer) {
  if (view.state === "closed") return "closed";
  if (view.officer?.normalize("NFC") !== officer.normalize("NFC")) return "held";
  if (view.state === "open") return view.queue_total > 0 ? "waiting" : "empty";
  return view.state;
}

/**
 * A fingerprint of all that decides what a key would do. While it stays the same, a command that was sent has not
 * shown its effect yet; when it changes, what was pressed before it no longer means the same.
 * @param {DeskView} view
 */
export function basisOf(view) {
  const { visit, last } = view;
  const outcomes = [visit?.outcome, last?.number, last?.outcome];
  const away = view.away.map(({ id, since }) => `${id} ${since}`).join();
  const current = [visit?.id, visit?.call, visit?.recalls, visit?.started_at];
  const papers = [visit?.then, visit?.noted, last?.noted];
  return [view.state, view.officer, ...current, away, ...outcomes, ...papers].join("|");
}

/** Counters on a pause, this one included. @param {DeskView} view */
export function pausedCounters({ counter, state, others }) {
  return [{ counter, state }, ...others].filter((one) => one.state === "paused").map((one) => one.counter);
}

/**
 * True when somebody has come to an idle desk: the moment of the soft tick.
 * @param {Situation | null} before
 * @param {Situation} now
 */
export function somebodyCame(before, now) {
  return before === "empty" && now === "waiting";
}
