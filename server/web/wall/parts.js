/** Everything around the hero: the head, the strip or the list, who waits, the slide. */
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { keyed } from "../vendor/lit-html/directives/keyed.js";
import { repeat } from "../vendor/lit-html/directives/repeat.js";
import { icon } from "../shared/icons.js";
import { name } from "../shared/office.js";
import { officeMark } from "../shared/office-mark.js";
import { arrow, heroPart } from "./hero.js";

/**
 * @typedef {import("./show.js").WallModel} WallModel
 * @typedef {import("./hero.js").Words} Words
 */

/** @param {WallModel} model @param {Words} words */
export function wall(model, words) {
  const classes = ["wall", `by-${model.layout}`, model.stale ? "stale" : ""].join(" ");
  return html`<main class=${classes}>
    ${head(model, words)}
    ${model.hero.number ? html`<h1 class="sr">${words.text.say("wall-title")}</h1>` : nothing}
    ${middle(model, words)}
    ${model.layout === "strip" ? strip(model.cells, words) : nothing}
    ${model.stale ? note(model, words) : waiting(model.waiting, words)}
  </main>`;
}

/** @param {WallModel} model @param {Words} words */
function head({ clock, date }, { text, office }) {
  return html`<header class="top">${officeMark(office)}<b>${name(office.name, text.language)}</b>
    <span class="unit">${name(office.unit, text.language)}</span>
    <span class="num time">${clock}</span><span class="date">${date}</span></header>`;
}

/** @param {WallModel} model @param {Words} words */
function middle(model, words) {
  const nothingCalled = model.rows.length === 0 && !model.hero.number;
  if (model.layout === "list" && !nothingCalled) {
    return html`<div class="split">${heroPart(model.hero, "list", words)}${list(model.rows, words)}</div>`;
  }
  if (model.slide === null) return heroPart(model.hero, "full", words);
  return html`<div class="split slides">${heroPart(model.hero, "split", words)}${slide(model, words)}</div>`;
}

/** @param {WallModel["cells"]} cells @param {Words} words */
function strip(cells, { text }) {
  const classes = cells.length === 6 ? "strip six" : "strip";
  return html`<section class=${classes}>${repeat(cells, (cell) => `${cell.counter} ${cell.key}`, (cell) => html`
    <div class="cell ${cellClass(cell)}"><h2>${text.say("wall-counter", { counter: cell.counter })}</h2>
      ${cellInside(cell, text)}</div>`)}</section>`;
}

/** @param {import("./show.js").Cell} cell */
function cellClass({ state, still, number }) {
  const long = (number ?? "").length > 4 ? "long" : "";
  if (state === "calling") return `calling ${still ? "still" : ""} ${long}`;
  return `${state === "paused" || state === "closed" || state === "unknown" ? "off" : ""} ${long}`;
}

/** @param {import("./show.js").Cell} cell @param {Words["text"]} text */
function cellInside({ state, number, until, why }, text) {
  const word = { calling: "wall-come-in", serving: "wall-serving" }[state];
  if (word && number) return html`<span class="num big">${number}</span><p>${text.say(word)}</p>`;
  if (state === "open") return html`<div class="rest open"><i class="dot"></i>${text.say("wall-open")}</div>`;
  if (state === "closed") return html`<div class="rest">${text.say("wall-closed")}</div>`;
  if (state !== "paused") return nothing;
  // The time first: of a long reason in a narrow cell only the end may be cut off.
  const said = [until ? text.say("wall-until", { time: until }) : "", why].filter((words) => words !== "");
  return html`<div class="rest">${icon("pause")}${text.say("wall-paused")}</div>
    ${said.length > 0 ? html`<p>${said.join(" · ")}</p>` : nothing}`;
}

/** @param {WallModel["rows"]} rows @param {Words} words */
function list(rows, { text }) {
  return html`<section class="rows"><h2><span>${text.say("wall-just-called")}</span><span></span>
      <span>${text.say("wall-counter-word")}</span></h2>
    ${repeat(rows, (row) => row.key, (row) => html`<div class=${row.number.length > 4 ? "long" : ""}>
      <span class="num">${row.number}</span>${arrow(row.direction)}<span class="num">${row.counter}</span></div>`)}
  </section>`;
}

/** @param {WallModel["waiting"]} waiting @param {Words} words */
function waiting(waiting, { text, office }) {
  if (!waiting) return html`<footer class="wait"></footer>`;
  return html`<footer class="wait"><b>${text.say("wall-waiting", { count: waiting.total })}</b>
    ${waiting.services.map((one) => {
      const service = office.services.find((other) => other.code === one.service);
      const label = name(service?.name, text.language) || one.service;
      return html`<span class=${one.waiting === 0 ? "none" : ""}>${icon(service?.pictogram ?? "", { label })}
        <span class="num">${one.waiting}</span></span>`;
    })}</footer>`;
}

/** @param {WallModel} model @param {Words} words */
function note({ heardAt }, { text }) {
  return html`<footer class="note">${icon("unlink")}${text.say("wall-reconnecting")}
    ${heardAt ? html`<span>${text.say("wall-updated", { time: heardAt })}</span>` : nothing}</footer>`;
}

/** @param {WallModel} model @param {Words} words */
function slide({ slide: on, slides }, words) {
  const index = on ?? 0;
  const shown = words.office.slides[index];
  const classes = ["slide", shown.picture ? "picture" : "", slides.length > 1 ? "one-of-more" : ""].join(" ");
  return html`<aside class=${classes}>${keyed(index, shown.picture ? pictureOf(shown, words) : rowsOf(shown, words))}
    ${slides.length > 1
      ? html`<div class="dots">${slides.map((other) => html`<i class=${other === index ? "on" : ""}></i>`)}</div>`
      : nothing}</aside>`;
}

/** @param {import("../shared/office.js").Slide} slide @param {Words} words */
function rowsOf({ title, rows }, { text }) {
  const say = (/** @type {import("../shared/office.js").Texts} */ texts) => name(texts, text.language);
  return html`<div class="page"><h2>${together(say(title))}</h2>
    <dl>${rows.map((row) => html`<dt class="num">${row.figure}</dt>
      <dd><b>${say(row.lead)}</b>${say(row.text)}</dd>`)}</dl></div>`;
}

/**
 * The very element that was loaded: it needs no network any more.
 * @param {import("../shared/office.js").Slide} slide @param {Words} words
 */
function pictureOf({ title, picture }, { text, imageOf }) {
  const image = imageOf?.(picture?.address ?? "");
  if (!image) return nothing;
  image.alt = name(title, text.language);
  return html`<div class="page">${image}</div>`;
}

/** A line may break between two figures of a title, not between a figure and its word. @param {string} title */
function together(title) {
  return title.replace(/(\d) /g, "$1\u00a0");
}
