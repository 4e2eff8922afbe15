/** What keeps somebody from signing in, in words, over the form. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { icon } from "../../shared/icons.js";

/** @typedef {import("../trouble.js").Trouble} Trouble */

/** @type {Record<Trouble["kind"], string>} */
const ICONS = { "short-pin": "warn", "wrong-pin": "warn", "locked": "clock", "offline": "unlink", "refused": "warn" };

/**
 * @param {{ text: import("../../shared/text.js").Text, trouble: Trouble | null, locked: string | null }} model
 *   `locked`: time until the account may try again
 */
export function notice({ text, trouble, locked }) {
  if (!trouble) return nothing;
  const { head, rest } = words(text, trouble, locked);
  return html`
    <div class="notice ${trouble.kind}" role="alert" data-problem=${trouble.kind}>
      ${icon(ICONS[trouble.kind])}<span><b>${head}</b> ${rest}</span>
    </div>`;
}

/**
 * @param {import("../../shared/text.js").Text} text
 * @param {Trouble} trouble
 * @param {string | null} locked
 */
function words(text, trouble, locked) {
  switch (trouble.kind) {
    case "short-pin":
      return {
        head: text.say("sign-in-short-pin"),
        rest: text.say("sign-in-short-pin-left", { count: trouble.missing }),
      };
    case "wrong-pin":
      return {
        head: text.say("sign-in-wrong-pin"),
        rest: trouble.left === null ? "" : text.say("sign-in-wrong-pin-left", { count: trouble.left }),
      };
    case "locked":
      return { head: text.say("sign-in-locked"), rest: text.say("sign-in-locked-for", { time: locked ?? "" }) };
    case "offline":
      return { head: text.say("sign-in-offline"), rest: text.say("sign-in-offline-hint") };
    case "refused":
      return { head: "", rest: trouble.text };
  }
}
