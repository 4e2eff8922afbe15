/** Which list a key opens, made of the view and the set-up in the reader's language. */
import { name, named } from "../shared/office.js";
import { returnChooser } from "./away.js";
import { ticketChooser } from "./choose.js";
import { grantChooser } from "./grant.js";
import { servicesChooser } from "./needed.js";
import { endingChooser, outcomeChooser } from "./outcome.js";
import { pauseChooser } from "./pause.js";
import { transferChooser } from "./transfer.js";

/** @typedef {import("../shared/office.js").Office} Office */

/**
 * None for a command that is sent at once.
 * @param {string} command
 * @param {import("./situation.js").DeskView} view
 * @param {{ office: Office, language: string }} desk
 * @returns {import("./chooser.js").Chooser | null}
 */
export function listOf(command, view, { office, language }) {
  switch (command) {
    case "return":
      return returnChooser(view, office.now());
    case "call": {
      const why = { reasons: named(office.call_reasons, language), required: office.call_reason_required };
      return ticketChooser(view, office.now(), why);
    }
    case "grant":
      return grantChooser(view, office.now(), named(office.priorities, language));
    case "pause":
      // Without reasons the key pauses at once.
      return office.pause_reasons.length > 0
        ? pauseChooser(view.counter, named(office.pause_reasons, language)) : null;
    case "outcome":
      return outcomeChooser(view, named(office.outcomes, language));
    case "finish":
    case "next": {
      const rule = { outcomes: named(office.outcomes, language), required: office.outcome_required };
      return endingChooser(view, command, rule);
    }
    case "services":
      return servicesChooser(view, office.services.map(({ code, name: texts, counters }) => ({
        code, counters, name: name(texts, language),
      })), { own: servicesAt(office, view.counter), most: office.services_max });
    case "transfer":
      return transferChooser(view, office.services.map(({ code, name: texts }) => ({
        code, name: name(texts, language),
      })));
    default:
      return null;
  }
}

/**
 * The list as it opens; when the view doesn't carry all who wait, who is away comes behind the rest, with
 * {@link wholeView}.
 * @param {string} command
 * @param {import("./situation.js").DeskView} view
 * @param {{ office: Office, language: string }} desk
 */
export function firstOf(command, view, desk) {
  if (!isCut(command, view)) return listOf(command, view, desk);
  const list = listOf(command, { ...view, away: [] }, desk);
  return list && { ...list, loading: true };
}

/**
 * Whether its list is of all who wait, and the view has only the first.
 * @param {string} command
 * @param {import("./situation.js").DeskView} view
 */
function isCut(command, view) {
  return (command === "call" || command === "grant") && view.queue_total > view.queue.length;
}

/**
 * The view with all who wait, from the answer of `GET /queue`; without an answer as it was.
 * @param {import("./situation.js").DeskView} view
 * @param {any} body
 * @returns {import("./situation.js").DeskView}
 */
export function wholeView(view, body) {
  return Array.isArray(body?.tickets) ? { ...view, queue: body.tickets } : view;
}

/** What a counter does, those included that it only helps with. @param {Office} office @param {number} number */
function servicesAt(office, number) {
  const counter = office.counters.find((one) => one.counter === number);
  return counter ? [...counter.services, ...(counter.helps_with ?? [])] : [];
}
