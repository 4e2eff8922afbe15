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

/** What a counter does, those included that it only helps with. @param {Office} office @param {number} number */
function servicesAt(office, number) {
  const counter = office.counters.find((one) => one.counter === number);
  return counter ? [...counter.services, ...(counter.helps_with ?? [])] : [];
}
