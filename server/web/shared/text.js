/** Texts for people, from the Fluent catalogues that the server ships: the same files and messages as on its side. */
import { FluentBundle, FluentNumber, FluentResource } from "../vendor/fluent-bundle/index.js";

/** @typedef {Record<string, string | number>} TextArguments */

export class Text {
  #bundle;

  /** @param {string} language @param {string[]} sources  contents of `.ftl` files */
  constructor(language, sources) {
    /** @readonly */
    this.language = language;
    // Isolating marks would show as boxes on some boards; the server's side has them off too.
    this.#bundle = new FluentBundle(language, { useIsolating: false });
    for (const source of sources) this.#bundle.addResource(new FluentResource(source));
  }

  /**
   * The text of a message. An unknown message gives its id, so that a mistake is seen in the first test.
   * @param {string} id
   * @param {TextArguments} [values]
   * @returns {string}
   */
  say(id, values = {}) {
    const pattern = this.#bundle.getMessage(id)?.value;
    if (!pattern) return id;
    return this.#bundle.formatPattern(pattern, plain(values), []);
  }
}

/**
 * @param {string} language
 * @param {string[]} areas  catalogue names, such as `["common", "wall"]`
 * @returns {Promise<Text>}
 */
export async function loadText(language, areas) {
  return new Text(language, await Promise.all(areas.map((area) => loadCatalogue(language, area))));
}

/** @param {string} language @param {string} area */
async function loadCatalogue(language, area) {
  const response = await fetch(`/text/${language}/${area}.ftl`);
  if (!response.ok) throw new Error(`catalogue ${language}/${area}: ${response.status}`);
  return response.text();
}

/**
 * Numbers without thousands separators, as the server's side writes them.
 * @param {TextArguments} values
 */
function plain(values) {
  /** @type {Record<string, any>} */
  const result = {};
  for (const [name, value] of Object.entries(values)) {
    result[name] = typeof value === "number" ? new FluentNumber(value, { useGrouping: false }) : value;
  }
  return result;
}
