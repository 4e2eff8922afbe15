/** What every page of the set-up stands in: the parts beside it, what is wrong above it, saving below it. */
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { icon } from "../shared/icons.js";
import { signInAddress } from "../sign-in/addresses.js";
import { moment } from "../admin/amounts.js";
import { changesTable } from "./changing/changes.js";
import { lastChange } from "./changing/saving.js";
import { addressOf, FILE_PAGE, HOME, PAGES } from "./data/pages.js";
import { troubleLink, whereInWords } from "./troubles-view.js";

/**
 * @typedef {object} FrameView
 * @property {string} page  id; empty for the overview
 * @property {string} title
 * @property {import("./fields/field.js").Form} form
 * @property {import("./source.js").Known} known
 * @property {import("./changing/troubles.js").Trouble[]} troubles
 * @property {{ theirs: any[], lost: any[] } | null} moved
 * @property {any} failed  an answer that saved nothing
 * @property {number} edits  how many changes are not saved
 * @property {string} busy
 * @property {string} savedAt
 * @property {(part: string, entry: string) => string} called
 * @property {() => void} review
 * @property {() => void} discard
 * @property {any} content
 */

/** @param {FrameView} view */
export function frame(view) {
  const { page, title, form, known, troubles, failed, content: shown } = view;
  const { text } = form;
  return html`
    ${parts(page, form, troubles)}
    <div class="part">
      ${page ? html`<p class="up"><a href=${HOME}>${icon("left")}${text.say("set-up-title")}</a></p>` : nothing}
      <h1 tabindex="-1">${title}</h1>
      <p class="lead">${text.say(page ? `set-up-page-${page}-lead` : "set-up-lead")}</p>
      ${standing(known, text)}
      ${page === "file" ? nothing : history(page, known, form)}
      ${movedBox(view)}
      ${failed ? failure(failed, text) : nothing}
      ${troubles.length === 0 ? nothing : summary(troubles, form)}
      <div class="shown" ?inert=${view.busy !== ""}>${shown}</div>
      ${known.mayChange ? doing(view) : nothing}
    </div>`;
}

/**
 * @param {string} page @param {import("./fields/field.js").Form} form
 * @param {import("./changing/troubles.js").Trouble[]} troubles
 */
function parts(page, { text }, troubles) {
  return html`
    <nav class="parts" aria-label=${text.say("set-up-pages")}>
      <a href=${HOME} aria-current=${page ? nothing : "page"}>${text.say("set-up-page-overview")}</a>
      ${[...PAGES, FILE_PAGE].map(({ id }) => html`
        <a href=${addressOf(id)} data-page=${id} aria-current=${id === page ? "page" : nothing}>${
          text.say(`set-up-page-${id}`)}${troubles.some((trouble) => trouble.page === id) ? icon("warn")
            : nothing}</a>`)}
    </nav>`;
}

/**
 * Why nothing can be changed here.
 * @param {import("./source.js").Known} known @param {import("../shared/text.js").Text} text
 */
function standing({ setUp, mayChange }, text) {
  if (mayChange) return nothing;
  const words = setUp.changeable ? text.say("set-up-reader") : html`
    <b>${text.say("set-up-in-file", { file: setUp.file ?? "" })}</b> ${text.say("set-up-in-file-how")}`;
  return html`<div class="note" data-note=${setUp.changeable ? "reader" : "in-file"}>${icon("note")}<p>${
    words}</p></div>`;
}

/**
 * Who changed this last.
 * @param {string} page @param {import("./source.js").Known} known @param {import("./fields/field.js").Form} form
 */
function history(page, { setUp, entries }, { text, now }) {
  const keys = PAGES.find(({ id }) => id === page)?.keys ?? [];
  const last = lastChange(entries, keys);
  const address = page ? `/admin/audit?part=${page}` : "/admin/audit";
  const version = page ? "" : setUp.version === 0 ? text.say("set-up-current-first")
    : text.say("set-up-current", { version: setUp.version });
  return html`<p class="history">${version ? html`<span>${version}</span> ` : nothing}<span>${last
    ? text.say("set-up-last-change", {
      when: when(last.at, now, text), who: last.by ?? text.say("set-up-command-line"),
    })
    : text.say(page ? "set-up-no-change" : "set-up-no-change-at-all")}</span>
    <a href="${address}${text.language === "vi" ? "" : `${page ? "&" : "?"}lang=${text.language}`}"
      data-action="history">${text.say("set-up-history")}</a></p>`;
}

/** @param {string} at @param {string} now @param {import("../shared/text.js").Text} text */
function when(at, now, text) {
  return moment(at, now, text);
}

/** @param {FrameView} view */
function movedBox({ moved, form, called }) {
  if (!moved) return nothing;
  const { text } = form;
  return html`
    <section class="moved" role="alert" tabindex="-1" data-focus="moved"><h2>${icon("people")}<span>${
      text.say("set-up-moved")}</span></h2><p>${text.say("set-up-moved-lead")}</p>
      ${moved.theirs.map((entry) => html`<h3>${text.say("set-up-moved-theirs", {
        who: entry.by ?? text.say("set-up-command-line"), when: when(entry.at, form.now, text),
      })}</h3>${changesTable(entry.changes, text, called)}`)}
      ${moved.lost.length === 0 ? nothing : html`<p>${text.say("set-up-moved-lost")}</p>
        <ul>${moved.lost.map(({ at, value }) => html`<li>${whereInWords(at.slice(0, 1), form)} ${
          at.slice(1).join(" · ")}: <b>${typeof value === "object" ? JSON.stringify(value) : value}</b></li>`)}</ul>`}
    </section>`;
}

/** An answer that saved nothing. @param {any} answer @param {import("../shared/text.js").Text} text */
export function failure({ problem, offline }, text) {
  const signedOut = problem?.code === "not-signed-in";
  const words = offline ? text.say("set-up-offline") : signedOut ? text.say("set-up-signed-out")
    : problem?.detail || problem?.title || text.say("set-up-offline");
  return html`
    <section class="failed" role="alert" data-problem=${problem?.code ?? "offline"}>
      <h2>${icon("warn")}<span>${text.say("set-up-not-saved")}</span></h2><p>${words}</p>
      ${signedOut ? html`<a class="button quiet" href=${signInAddress(location)} target="_blank" rel="noopener">${
        text.say("set-up-sign-in-tab")}</a>` : nothing}</section>`;
}

/** @param {import("./changing/troubles.js").Trouble[]} troubles @param {import("./fields/field.js").Form} form */
function summary(troubles, form) {
  const { text } = form;
  return html`
    <section class="troubles" role="alert" tabindex="-1" data-focus="troubles">
      <h2>${icon("x")}<span>${text.say("set-up-wrong-count", { count: troubles.length })}</span></h2>
      <ul>${troubles.map((trouble) => html`<li>${troubleLink(trouble, form)}</li>`)}</ul></section>`;
}

/** @param {FrameView} view */
function doing({ page, form, edits, busy, savedAt, review, discard }) {
  const { text } = form;
  if (page === "file" || (edits === 0 && !savedAt)) return nothing;
  const said = savedAt && edits === 0 ? text.say("set-up-saved", { time: savedAt })
    : text.say("set-up-unsaved", { count: edits });
  return html`
    <div class="doing">
      <p role="status">${edits === 0 ? icon("check") : nothing}${said}</p>
      ${edits === 0 ? nothing : html`<button type="button" class="button quiet" data-action="discard"
        ?disabled=${busy !== ""} @click=${discard}>${text.say("set-up-discard")}</button>
      <button type="button" class="button" data-action="review" ?disabled=${busy !== ""}
        @click=${review}>${text.say(busy === "checking" ? "set-up-checking" : "set-up-review")}</button>`}
    </div>`;
}
