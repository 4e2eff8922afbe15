/** What the display over a counter needs of its view. */

import { isFlag, isNumber, isText, listOf, oneOf, orNull, shaped } from "../shared/shape.js";

export const counterShape = shaped({
  counter: isNumber,
  state: oneOf("closed", "open", "calling", "serving", "paused"),
  number: orNull(isText),
  call: orNull(shaped({ id: isNumber, at: isText, recall: isFlag })),
  services: listOf(isText),
  officer: orNull(shaped({ name: isText, title: shaped({}) })),
  until: orNull(isText),
  pause_reason: orNull(isText),
  instead: listOf(isNumber),
});
