/** The bar at the top of a desk: which counter, in which state, whose, and how the printer is. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { icon } from "../../shared/icons.js";
import { printerWeight, toldPrinterState } from "../../shared/printer.js";
import { wallClock } from "../../shared/time.js";

/** @typedef {import("../desk-drawing.js").DeskModel} DeskModel */

/**
 * @param {DeskModel} model
 * @param {unknown} menu  the account menu
 */
export function bar(model, menu) {
  const { text, view, time } = model;
  return html`
    <header class="bar">
      ${icon("mark")}
      <h1>${text.say("desk-counter", { counter: view.counter })}</h1>
      <span class="fields">${model.serviceNames.join(", ")}</span>
      ${state(model)}
      ${helpSign(model)}
      ${printer(model, view.printer.state)}
      ${menu}
      <time class="num clock">${time}</time>
    </header>`;
}

/** @param {DeskModel} model */
function state({ text, view, situation }) {
  if (situation === "closed") return sign("closed", text.say("desk-state-closed"));
  if (situation === "held") return sign("held", text.say("desk-state-held", { officer: view.officer ?? "" }));
  if (situation !== "paused") return sign("open", text.say("desk-state-open"));
  return sign("paused", view.until
    ? text.say("desk-state-paused-until", { time: wallClock(view.until) })
    : text.say("desk-state-paused"));
}

/**
 * Small and without words on the page: whoever sits in front may read the screen.
 * @param {DeskModel} model
 */
function helpSign({ text, view, situation }) {
  if (!view.help_since || situation === "held") return nothing;
  const words = text.say("desk-help-asked");
  return html`<span class="help-sign" data-help-asked title=${words}>${icon("people", { label: words })}</span>`;
}

/**
 * Round for open, square for paused, hollow for closed: never colour alone.
 * @param {string} kind
 * @param {string} words
 */
function sign(kind, words) {
  return html`<span class="sign sign-${kind}" data-standing=${kind}>${words}</span>`;
}

/** @param {DeskModel} model @param {string} printerState */
function printer({ text }, printerState) {
  const weight = printerWeight(printerState);
  const words = text.say(`desk-printer-${toldPrinterState(printerState)}`);
  return html`
    <span class="device device-${weight}" data-printer=${printerState} title=${words}>
      ${icon("printer", weight === "fine" ? { label: words } : {})}
      ${weight === "fine" ? nothing : html`<span>${words}</span>`}
    </span>`;
}
