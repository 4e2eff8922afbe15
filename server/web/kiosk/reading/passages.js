/** What there is to read on a page, in the order in which it stands: headings, sentences, facts, controls. */

/**
 * @typedef {object} Passage
 * @property {Element} element  that is marked while it is read
 * @property {string[]} texts
 * @property {string} language  of the texts: a button for another language is called in that language
 * @property {boolean} control  whether it can be pressed
 */

/** Each is read as one, with what is in it. */
const PASSAGES = "h1, h2, p, li, dl > div, output, dt, dd, [data-passage]";
const CONTROLS = "button, input";

/**
 * Everything on the screen but what says the same again (`data-hush`).
 * @param {Element} root @param {string} language
 * @returns {Passage[]}
 */
export function passagesIn(root, language) {
  /** @type {Passage[]} */
  const passages = [];
  for (const element of root.querySelectorAll(`${PASSAGES}, ${CONTROLS}`)) {
    if (element.closest("[data-hush]") || isWithin(element)) continue;
    const passage = passageOf(element, language, "short");
    if (passage.texts.length > 0) passages.push(passage);
  }
  return passages;
}

/**
 * One element as it is read: in full, or in short where the whole screen is read.
 * @param {Element} element @param {string} language @param {"full" | "short"} [how]
 * @returns {Passage}
 */
export function passageOf(element, language, how = "full") {
  const control = element.matches(CONTROLS);
  const texts = textsIn(element, language, how);
  const other = control && texts.length === 0 ? languageIn(element) : null;
  return other === null ? { element, texts, language, control }
    : { element, texts: textsIn(element, other, how), language: other, control };
}

/** @param {Element} element */
function languageIn(element) {
  return element.getAttribute("lang") ?? element.querySelector("[lang]")?.getAttribute("lang") ?? null;
}

/** A part of a passage that is read already. @param {Element} element */
function isWithin(element) {
  return element.parentElement?.closest(`${PASSAGES}, ${CONTROLS}`) != null;
}

/**
 * The texts in an element that are in this language and meant for ears: a name for ears goes before what is seen.
 * @param {Element} element @param {string} language @param {"full" | "short"} how
 * @returns {string[]}
 */
function textsIn(element, language, how) {
  if (how === "short" && element.hasAttribute("data-hush")) return [];
  if (element.getAttribute("aria-hidden") === "true" || element.getClientRects().length === 0) return [];
  const own = element.getAttribute("lang");
  if (own !== null && own !== language) return [];
  const label = element.getAttribute("aria-label");
  if (label !== null) return [label];
  return [...element.childNodes].flatMap((node) => {
    if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? "").trim() === "" ? [] : [node.textContent ?? ""];
    return node instanceof Element ? textsIn(node, language, how) : [];
  });
}
