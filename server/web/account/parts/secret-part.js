/** Setting one's own password or PIN, by the present one. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { secretField } from "../../shared/secret-field.js";
import { hasNothingToProve } from "../shape.js";

/**
 * @param {object} model
 * @param {import("../../shared/text.js").Text} model.text
 * @param {"password" | "pin"} model.kind
 * @param {import("../shape.js").Account} model.account
 * @param {unknown} model.said  what became of it
 * @param {(typed: { current: string, fresh: string }) => void} model.change
 */
export function secretPart({ text, kind, account, said, change }) {
  const hasNothing = hasNothingToProve(account);
  const words = { show: text.say("account-show"), hide: text.say("account-hide") };
  const [current, fresh] = [`${kind}-current`, `${kind}-new`];
  // Whoever has no password yet proves it by the PIN.
  const present = account.password ? "account-current-password" : "account-current-pin";
  return html`
    <section data-part=${kind} aria-labelledby="part-${kind}">
      <h2 id="part-${kind}">${text.say(`account-${kind}`)}</h2>
      <p class="lead">${text.say(hasNothing ? "account-nothing-to-prove"
        : `account-${kind}-${account[kind] ? "has" : "has-none"}`)}</p>
      ${said}
      ${hasNothing ? nothing : html`<form class="form" novalidate @submit=${(/** @type {Event} */ event) => {
        event.preventDefault();
        const value = (/** @type {string} */ field) =>
          /** @type {HTMLInputElement} */ (document.getElementById(field)).value;
        const empty = [current, fresh].find((field) => value(field) === "");
        if (empty) return document.getElementById(empty)?.focus();
        change({ current: value(current), fresh: value(fresh) });
      }}>
        ${secretField({ field: current, label: text.say(present), words, autocomplete: "current-password" })}
        ${secretField({ field: fresh, label: text.say(`account-new-${kind}`), words,
          autocomplete: kind === "pin" ? "off" : "new-password", hint: text.say(`account-new-${kind}-hint`) })}
        <button class="button" data-action="set-${kind}">${text.say(`account-set-${kind}`)}</button>
      </form>`}
    </section>`;
}
