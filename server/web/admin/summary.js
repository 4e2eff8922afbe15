/** What stands on top of the page, in words: all is well, or what is wrong, worst first, with what to do. */
import { lost, troublesOf } from "./troubles.js";

/**
 * @typedef {{ code: string, sign: "bad" | "warn", title: string, lead: string, steps: string[],
 *   reason: string | null }} Told  a trouble in words
 *
 * @typedef {object} Summary
 * @property {"ok" | "warn" | "bad" | "none"} sign  of the worst; none: nothing is known yet
 * @property {string} title
 * @property {string} more  may be empty
 * @property {Told[]} troubles
 * @property {string} spoken  what a screen reader says when it changes
 */

/**
 * @param {{ facts: import("./source.js").Facts | null, stale: boolean, asOf: string,
 *   nameOf?: (code: string) => string }} known
 *   `asOf`: wall clock of the last answer; `nameOf`: a service in the reader's language
 * @param {import("../shared/text.js").Text} text
 * @returns {Summary}
 */
export function summaryOf({ facts, stale, asOf, nameOf }, text) {
  const troubles = [...(stale ? [lostServer(facts ? asOf : null, text)] : []), ...troublesIn(facts, text, nameOf)];
  if (troubles.length > 0) {
    const title = text.say("admin-troubles", { count: troubles.length });
    const spoken = troubles.map((trouble) => `${trouble.title}. ${trouble.lead}`).join(" ");
    return { sign: troubles[0].sign, title, more: "", troubles, spoken };
  }
  if (!facts) return { sign: "none", title: text.say("admin-asking"), more: "", troubles, spoken: "" };
  const title = text.say("admin-well");
  return { sign: "ok", title, more: text.say("admin-well-more"), troubles, spoken: title };
}

/** @param {string | null} asOf @param {import("../shared/text.js").Text} text @returns {Told} */
function lostServer(asOf, text) {
  return inWords(lost(asOf), text);
}

/**
 * @param {import("./source.js").Facts | null} facts
 * @param {import("../shared/text.js").Text} text
 * @param {(code: string) => string} [nameOf]
 * @returns {Told[]}
 */
function troublesIn(facts, text, nameOf) {
  if (!facts) return [];
  if (facts.kind === "state") return troublesOf(facts.state, text, nameOf).map((trouble) => inWords(trouble, text));
  // Which of them stop work is not told; while orders are refused, the first one is the reason.
  return facts.health.wrong.map(({ code, text: lead }, place) => ({
    code, lead,
    sign: place === 0 && !facts.health.ready ? "bad" : "warn",
    title: text.say(`problems-${code}-title`),
    steps: [], reason: null,
  }));
}

/** @param {import("./troubles.js").Trouble} trouble @param {import("../shared/text.js").Text} text @returns {Told} */
function inWords({ code, sign, title, lead, steps, values, reason }, text) {
  return {
    code, sign, reason,
    title: text.say(title),
    lead: text.say(lead, values),
    steps: steps.map((step) => text.say(step, values)),
  };
}
