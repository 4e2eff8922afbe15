/** Leaving a phone number: a state, and what each event makes of it. No page, clock or network in here. */

/**
 * @typedef {object} Contact
 * @property {boolean} open  the form is open
 * @property {boolean} left  a number is kept with the ticket
 * @property {string | null} phone  the number as it was left from this page; after a reload nobody shows it any more
 * @property {"leave" | "take-back" | null} sending
 * @property {string | null} failed  why it was not done, in the server's words; empty when there was no answer
 *
 * @typedef {{ type: string } & Record<string, any>} Happening
 */

/** @returns {Contact} */
export function newContact() {
  return { open: false, left: false, phone: null, sending: null, failed: null };
}

/**
 * @param {Contact} contact
 * @param {Happening} happening
 * @returns {Contact}
 */
export function happenToContact(contact, happening) {
  const rule = rules[happening.type];
  return rule ? rule(contact, happening) : contact;
}

/** @type {Record<string, (contact: Contact, happening: Happening) => Contact>} */
const rules = {
  view: (contact, { view }) => {
    const next = { ...contact, left: view.contact, phone: view.contact ? contact.phone : null };
    return mayLeave(view) ? next : { ...next, open: false };
  },
  "contact-open": (contact) => ({ ...contact, open: true, failed: null }),
  "contact-close": (contact) => (contact.sending ? contact : { ...contact, open: false, failed: null }),
  "contact-leave": (contact) => sent(contact, "leave"),
  "contact-take-back": (contact) => sent(contact, "take-back"),
  "contact-left": (contact, { phone }) => ({ ...newContact(), left: true, phone }),
  "contact-gone": () => newContact(),
  "contact-failed": (contact, { words }) => ({ ...contact, sending: null, failed: words }),
};

/** Sent once, however often the button is pressed. @param {Contact} contact @param {"leave" | "take-back"} what */
function sent(contact, what) {
  return contact.sending ? contact : { ...contact, sending: what, failed: null };
}

/** Whether somebody may still have to be rung. @param {{ status: string }} view */
export function mayLeave({ status }) {
  return status === "waiting" || status === "called" || status === "parked";
}

/**
 * What the page shows of it: the form as long as it is open, whatever else changes; the offer and the note only where
 * they distract from nothing.
 * @param {Contact} contact
 * @param {import("./flow.js").Screen} screen
 * @returns {"form" | "note" | "offer" | "nothing"}
 */
export function contactPartOf({ open, left }, screen) {
  if (open) return "form";
  const isWaiting = screen === "wait" || screen === "soon" || screen === "parked";
  if (left) return isWaiting || screen === "missed" ? "note" : "nothing";
  return isWaiting ? "offer" : "nothing";
}
