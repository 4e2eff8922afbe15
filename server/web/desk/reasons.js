/** Why a ticket stands where it stands, in words: in the queue, and with the call. */

import { wallClock } from "../shared/time.js";

/** @typedef {{ kind: string } & Record<string, any>} Reason */

/** Reasons of the rules, and the message of each. @type {Record<string, string>} */
const REASONS = {
  arrival: "desk-reason-arrival",
  outage: "desk-reason-outage",
  priority: "desk-reason-priority",
  returned: "desk-reason-returned",
  missed: "desk-reason-missed",
  transferred: "desk-reason-transferred",
  "transferred-front": "desk-reason-transferred-front",
  "goes-on": "desk-reason-goes-on",
  "put-back": "desk-reason-put-back",
};

/**
 * @param {Reason} reason
 * @param {(id: string) => string} [nameOf]  a reason for a call out of turn, in the reader's language
 * @returns {{ id: string, values: Record<string, string | number> } | null}  null: a kind that is not known
 */
export function reasonWords({ kind, ...values }, nameOf = (id) => id) {
  if (kind === "chosen") {
    return values.reason === null
      ? { id: "desk-reason-chosen", values: {} }
      : { id: "desk-reason-chosen-why", values: { why: nameOf(String(values.reason)) } };
  }
  if (kind === "appointment") {
    return { id: "desk-reason-appointment", values: { time: wallClock(values.at), minutes: values.minutes } };
  }
  const id = REASONS[kind];
  return id ? { id, values } : null;
}
