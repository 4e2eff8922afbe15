/** What the citizen at the counter needs: what is done here, what comes after, and the list to change it. */
import { chooserOf } from "./chooser.js";

/**
 * @typedef {{ code: string, name: string, counters: number[] }} Service  in the reader's language
 * @typedef {import("./situation.js").Visit} Visit
 */

/**
 * Beside the service at hand: what is done here in the same visit, and what the ticket goes on to by itself.
 * @param {Pick<Visit, "here" | "then">} visit
 */
export function neededBeside({ here, then }) {
  return { here: here.slice(1), after: then.filter((service) => !here.includes(service)) };
}

/**
 * The list of services that the citizen may need, too: a digit adds one, or takes away one that is marked.
 * @param {import("./situation.js").DeskView} view
 * @param {Service[]} services  of the office
 * @param {{ own: string[], most: number }} rule  `own`: services that this counter does; `most`: of one ticket
 */
export function servicesChooser(view, services, { own, most }) {
  const { number = "", service = "", then = [] } = view.visit ?? {};
  const others = most > 1 ? services.filter(({ code }) => code !== service) : [];
  return chooserOf({
    kind: "services",
    title: { id: "desk-services", values: { number } },
    nothing: { id: "desk-services-single" },
    options: others.map(({ code, name, counters }) => {
      const chosen = then.includes(code);
      const next = chosen ? then.filter((other) => other !== code) : [...then, code];
      return {
        label: { plain: name },
        marked: chosen,
        aside: whereTo(own.includes(code), chosen, counters),
        order: {
          command: `services ${next.join()}`, path: `/counters/${view.counter}/services`, body: { then: next },
        },
      };
    }),
  });
}

/** @param {boolean} here @param {boolean} chosen @param {number[]} counters */
function whereTo(here, chosen, counters) {
  const where = here ? "here" : counters.length > 0 ? "there" : "nowhere";
  const id = chosen ? "desk-services-chosen" : "desk-services-where";
  return { id, values: { where, counters: counters.join(", ") } };
}
