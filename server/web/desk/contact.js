/** The phone number of whoever doesn't come: asked for by one key, shown for a while. No page or network in here. */

/** The key of the number pad, with which phone numbers begin. */
export const CONTACT_KEY = "+";

/** A number that nobody hides is gone after this, ms: long enough to dial it twice. */
export const SHOWN_MS = 120_000;

/**
 * @typedef {object} DeskContact
 * @property {string | null} of  the ticket's number that the phone number belongs to
 * @property {"hidden" | "asked" | "shown" | "gone" | "failed"} state  `gone`: it can't be read any more
 * @property {string | null} phone  while it is shown
 * @property {number} until  ms: when it is hidden by itself
 */

/** @returns {DeskContact} */
export function newDeskContact() {
  return { of: null, state: "hidden", phone: null, until: 0 };
}

/**
 * A view came: what was shown of another ticket is hidden.
 * @param {DeskContact} contact
 * @param {{ contact: string | null }} view
 * @returns {DeskContact}
 */
export function contactViewed(contact, view) {
  // The words that it can't be read outlive the ticket's contact: the view drops it because of that.
  if (view.contact === null && contact.state === "gone") return contact;
  return view.contact === contact.of ? contact : { ...newDeskContact(), of: view.contact };
}

/**
 * The key was pressed: it asks for a hidden number and hides one that is shown.
 * @param {DeskContact} contact
 * @param {number} now  ms
 * @returns {DeskContact}
 */
export function contactPressed(contact, now) {
  const { of, state } = stillShown(contact, now);
  if (of === null || state === "asked") return contact;
  return { ...newDeskContact(), of, state: state === "shown" ? "hidden" : "asked" };
}

/**
 * The server's answer; one that comes for another ticket than is called now is thrown away.
 * @param {DeskContact} contact
 * @param {{ ok: boolean, body?: { number: string, phone: string } | null }} answer
 * @param {number} now  ms
 * @returns {DeskContact}
 */
export function contactAnswered(contact, { ok, body }, now) {
  if (contact.state !== "asked") return contact;
  if (!ok) return { ...contact, state: "failed" };
  if (!body) return { ...contact, state: "gone", until: now + SHOWN_MS };
  if (body.number !== contact.of) return { ...contact, state: "hidden" };
  return { ...contact, state: "shown", phone: body.phone, until: now + SHOWN_MS };
}

/**
 * What still stands of it: nothing of a number once its time is over.
 * @param {DeskContact} contact
 * @param {number} now  ms
 * @returns {DeskContact}
 */
export function stillShown(contact, now) {
  const isOver = (contact.state === "shown" || contact.state === "gone") && now >= contact.until;
  return isOver ? { ...newDeskContact(), of: contact.of } : contact;
}

/**
 * Whether an event of the keyboard is the contact's key: on the number pad, or where the layout has its sign.
 * @param {Pick<KeyboardEvent, "key" | "code" | "repeat" | "isComposing" | "ctrlKey" | "altKey" | "metaKey">} event
 * @param {"field" | "control" | "page"} target
 */
export function isContactKey(event, target) {
  if (target === "field" || event.repeat || event.isComposing) return false;
  if (event.ctrlKey || event.altKey || event.metaKey) return false;
  return event.code === "NumpadAdd" || event.key === CONTACT_KEY;
}
