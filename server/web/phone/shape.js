/** What the phone page needs of its ticket's view. */

import { isFlag, isNumber, isText, listOf, oneOf, orNull, shaped } from "../shared/shape.js";

export const ticketShape = shaped({
  number: isText,
  service: isText,
  cases: isNumber,
  then: listOf(isText),
  status: oneOf("waiting", "called", "serving", "parked", "finished", "no-show", "cancelled"),
  ahead: orNull(isNumber),
  ahead_at_first: isNumber,
  forecast: orNull(shaped({ from: isNumber, to: isNumber })),
  after_break: orNull(isText),
  paused: orNull(shaped({ counter: isNumber, reason: orNull(isText), until: orNull(isText) })),
  counter: orNull(isNumber),
  taken_at: isText,
  called_at: orNull(isText),
  finished_at: orNull(isText),
  call: orNull(isNumber),
  recent: listOf(shaped({ number: isText, counter: isNumber })),
  before: listOf(shaped({
    number: isText,
    reason: oneOf("priority", "appointment", "returned", "transferred", "goes-on", "chosen", "put-back", "outage"),
    appointment: orNull(isText),
  })),
  appointment: orNull(isText),
  counters: listOf(isNumber),
  contact: isFlag,
  transferred_from: orNull(isNumber),
  goes_on: isFlag,
  returns: orNull(shaped({ until: orNull(isText), by_phone: isFlag })),
});
