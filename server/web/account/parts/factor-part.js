/** The second factor: setting it up with an app, its spare codes, and switching it off. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { secretField } from "../../shared/secret-field.js";
import { hasNothingToProve } from "../shape.js";

/**
 * @typedef {object} FactorDoings
 * @property {(current: string) => void} begin
 * @property {(code: string) => void} confirm
 * @property {(current: string) => void} renewSpare
 * @property {(current: string) => void} drop
 * @property {() => void} cancel
 * @property {() => void} hideSpare
 */

/**
 * @param {object} model
 * @param {import("../../shared/text.js").Text} model.text
 * @param {import("../shape.js").Account} model.account
 * @param {{ secret: string, qr: string } | null} model.factor  while it is being set up
 * @param {string[] | null} model.spare  codes that were just made
 * @param {unknown} model.said
 * @param {FactorDoings} model.doings
 */
export function factorPart({ text, account, factor, spare, said, doings }) {
  const state = !account.password ? "no-password" : account.second_factor ? "on" : "off";
  const words = state === "no-password" && hasNothingToProve(account) ? "directory" : state;
  return html`
    <section data-part="factor" data-factor=${state} aria-labelledby="part-factor">
      <h2 id="part-factor">${text.say("account-factor")}</h2>
      <p class="lead">${text.say(`account-factor-${words}`, { count: account.spare_codes })}</p>
      ${said}
      ${spare ? slip(text, account.name, spare, doings.hideSpare) : nothing}
      ${state === "no-password" ? nothing
        : factor && state === "off" ? confirmForm(text, factor, doings)
          : proofForm(text, state === "on", doings)}
    </section>`;
}

/** @param {import("../../shared/text.js").Text} text @param {boolean} on @param {FactorDoings} doings */
function proofForm(text, on, doings) {
  const words = { show: text.say("account-show"), hide: text.say("account-hide") };
  const proven = (/** @type {(current: string) => void} */ doing) => {
    const field = /** @type {HTMLInputElement} */ (document.getElementById("factor-current"));
    if (field.value === "") return field.focus();
    doing(field.value);
  };
  return html`
    <form class="form" novalidate @submit=${(/** @type {Event} */ event) => {
      event.preventDefault();
      proven(on ? doings.renewSpare : doings.begin);
    }}>
      ${secretField({ field: "factor-current", label: text.say("account-current-password"), words,
        autocomplete: "current-password" })}
      <div class="doings left">
        ${on ? html`
          <button class="do" data-action="renew-spare">${text.say("account-factor-renew")}</button>
          <button type="button" class="quiet" data-action="drop-factor" @click=${() => proven(doings.drop)}>${
            text.say("account-factor-drop")}</button>`
          : html`<button class="do" data-action="begin-factor">${text.say("account-factor-begin")}</button>`}
      </div>
    </form>`;
}

/**
 * @param {import("../../shared/text.js").Text} text
 * @param {{ secret: string, qr: string }} factor
 * @param {FactorDoings} doings
 */
function confirmForm(text, { secret, qr }, doings) {
  return html`
    <form class="form" novalidate @submit=${(/** @type {Event} */ event) => {
      event.preventDefault();
      const field = /** @type {HTMLInputElement} */ (document.getElementById("factor-code"));
      if (field.value === "") return field.focus();
      doings.confirm(field.value);
    }}>
      <p>${text.say("account-factor-scan")}</p>
      <img class="qr" src=${qr} alt=${text.say("account-factor-qr")} width="240" height="240">
      <p>${text.say("account-factor-type")} <b class="num" data-field="factor-secret">${inFours(secret)}</b></p>
      <div><label for="factor-code">${text.say("account-factor-first")}</label>
        <input id="factor-code" class="field num" data-field="factor-code" inputmode="numeric" maxlength="7"
          autocomplete="one-time-code"></div>
      <div class="doings left">
        <button class="do" data-action="confirm-factor">${text.say("account-factor-confirm")}</button>
        <button type="button" class="quiet" @click=${doings.cancel}>${text.say("common-cancel")}</button>
      </div>
    </form>`;
}

/** Letters in fours, as people copy them. @param {string} secret */
function inFours(secret) {
  return secret.replace(/(.{4})(?=.)/g, "$1 ");
}

/**
 * @param {import("../../shared/text.js").Text} text
 * @param {string} name
 * @param {string[]} codes
 * @param {() => void} hide
 */
function slip(text, name, codes, hide) {
  return html`
    <div class="slip" tabindex="-1" role="status" data-made="spare">
      <h2>${name}</h2>
      <p>${text.say("account-spare")}</p>
      <ol>${codes.map((code) => html`<li class="num" data-field="spare">${code}</li>`)}</ol>
      <p>${text.say("account-spare-once")}</p>
      <div class="doings">
        <button type="button" class="do" data-action="print" @click=${() => print()}>
          ${text.say("account-print")}</button>
        <button type="button" class="quiet" data-action="hide" @click=${hide}>${text.say("account-hide-slip")}</button>
      </div>
    </div>`;
}
