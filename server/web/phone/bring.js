/** What to bring for all that a ticket is for. Plain values, no page. */
import { name } from "../shared/office.js";

/**
 * @typedef {object} Bring  the documents of one service
 * @property {string | null} title  the service's name; none where there is no other service
 * @property {{ name: string, note: string }[]} documents
 */

/**
 * The documents of each service that needs any, in the order in which the services are done.
 * @param {{ service: string, then: string[] }} ticket
 * @param {any} office
 * @param {string} language
 * @returns {Bring[]}
 */
export function bringOf({ service, then }, office, language) {
  const lists = [service, ...then].map((code) => {
    const found = office.services.find((/** @type {any} */ one) => one.code === code);
    return {
      title: then.length > 0 ? name(found?.name, language) || code : null,
      documents: (found?.documents ?? []).map((/** @type {any} */ one) =>
        ({ name: name(one.name, language), note: name(one.note, language) })),
    };
  });
  return lists.filter(({ documents }) => documents.length > 0);
}
