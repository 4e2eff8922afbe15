/** The parts of the set-up, each loaded when it is looked at first: a page stays small. */

/**
 * What every part is made with.
 *
 * @typedef {object} PartOptions
 * @property {import("../../shared/text.js").Text} text
 * @property {import("../../shared/office.js").Office} office
 * @property {() => void} draw
 * @property {(wish: import("../changing/saving.js").Wish) => void} look  looks another set-up through
 *
 * What it is drawn of.
 *
 * @typedef {object} PartView
 * @property {string} page  its id; empty for the overview
 * @property {import("../fields/field.js").Form} form
 * @property {import("../source.js").Known} known
 * @property {import("../changing/troubles.js").Trouble[]} warnings  of the set-up in force
 * @property {any} shipped  the set-up that ships, once it is there
 * @property {boolean} unsaved
 *
 * @typedef {object} Part
 * @property {(view: PartView) => any} view
 * @property {(troubles: import("../changing/troubles.js").Trouble[]) => void} [wrong]  what it wished has mistakes
 * @property {() => void} [clear]  what it wished is in force
 */

/** @type {Record<string, () => Promise<{ makePart: (options: PartOptions) => Part }>>} */
const OWN = {
  "": () => import("./overview.js"),
  services: () => import("./services.js"),
  counters: () => import("./counters.js"),
  hours: () => import("./hours.js"),
  slides: () => import("./slides.js"),
  keeping: () => import("./keeping.js"),
  file: () => import("./file.js"),
};

/**
 * @param {string} id @param {PartOptions} options
 * @returns {Promise<Part>}
 */
export async function loadPart(id, options) {
  const { makePart } = await (OWN[id] ?? (() => import("./plain.js")))();
  return makePart(options);
}
