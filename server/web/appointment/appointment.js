/** What the page of an appointment shows: a state, and what each event makes of it. No page or network in here. */

/**
 * @typedef {object} Follow
 * @property {any} view  of GET /appointments/{token}
 * @property {"loading" | "there" | "gone" | "failed"} link
 * @property {boolean} asksCancel  the question whether to give it back is open
 * @property {boolean} sending
 * @property {string | null} failure  what the server said, or an empty text when it said nothing
 *
 * @typedef {{ type: string } & Record<string, any>} Happening
 */

/** @type {Follow} */
export const newFollow = { view: null, link: "loading", asksCancel: false, sending: false, failure: null };

/** @param {Follow} follow @param {Happening} happening @returns {Follow} */
export function happen(follow, happening) {
  const rule = rules[happening.type];
  return rule ? rule(follow, happening) : follow;
}

/** @type {Record<string, (follow: Follow, happening: Happening) => Follow>} */
const rules = {
  view: (_, { view }) => ({ ...newFollow, view, link: "there" }),
  gone: (follow) => ({ ...follow, link: "gone" }),
  failed: (follow) => (follow.view ? follow : { ...follow, link: "failed" }),
  again: (follow) => ({ ...follow, link: "loading" }),
  "ask-cancel": (follow) => (isBooked(follow) ? { ...follow, asksCancel: true, failure: null } : follow),
  keep: (follow) => (follow.sending ? follow : { ...follow, asksCancel: false, failure: null }),
  cancel: (follow) => (follow.asksCancel ? { ...follow, sending: true, failure: null } : follow),
  "check-in": (follow) => (isBooked(follow) ? { ...follow, sending: true, failure: null } : follow),
  "send-failed": (follow, { words }) => ({ ...follow, sending: false, failure: words }),
};

/** @param {Follow} follow */
export function isBooked({ view }) {
  return view?.state === "booked";
}

/**
 * @param {Follow} follow
 * @returns {"loading" | "failed" | "unknown" | "booked" | "kept" | "missed" | "cancelled"}
 */
export function screenOf({ view, link }) {
  if (link === "gone") return "unknown";
  if (!view) return link === "failed" ? "failed" : "loading";
  // Who came too late has a number all the same.
  if (view.number) return "kept";
  return ["booked", "kept", "missed", "cancelled"].includes(view.state) ? view.state : "loading";
}

/**
 * The page of the ticket that its holder got; none where the answer does not tell it.
 * @param {Follow} follow @param {string} language
 */
export function ticketPage({ view }, language) {
  return view?.ticket ? `/t/${view.ticket}?lang=${language}` : null;
}
