/** Services of the office in the reader's language. */
import { name } from "../shared/office.js";

/**
 * @typedef {{ name: string, about: string, pictogram: string, documents: string[],
 *   counters: number[] }} ServiceInWords
 *
 * @param {Pick<import("../shared/office.js").Office, "services">} office
 * @param {string} language
 * @returns {(code: string) => ServiceInWords}  a service that the set-up no longer has is called by its code
 */
export function serviceNaming(office, language) {
  const services = new Map(office.services.map((service) => [service.code, {
    name: name(service.name, language),
    about: name(service.about, language),
    pictogram: service.pictogram,
    counters: service.counters,
    documents: service.documents.map((document) => name(document.name, language)),
  }]));
  return (code) => services.get(code) ?? { name: code, about: "", pictogram: "", documents: [], counters: [] };
}
