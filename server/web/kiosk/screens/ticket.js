/** The ticket: on its way, in the slot, or only on the screen when no paper came. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { icon } from "../../shared/icons.js";
import { name } from "../../shared/office.js";
import { wallClock } from "../../shared/time.js";
import { paperOf } from "../show.js";
import { slipStory } from "../slip.js";
import { alsoFor } from "./add.js";
import { bigButton, foot, head } from "./frame.js";

/** @param {import("./frame.js").Page} page */
export function issuing(page) {
  const { text, visit } = page;
  return html`<main class="page ticket" data-state="issuing" aria-busy="true">
    ${head(page)}
    <div class="ask">
      <h1 tabindex="-1">${text.say("kiosk-issuing-title")}</h1>
      <p>${text.say("kiosk-issuing-wait")}</p>
    </div>
    <div class="outlet">
      <div class="slot working"></div>
      <div class="feed"><div class="paper blank">${serviceLine(page, visit.request)}</div></div>
    </div>
    ${foot(page, null, nothing)}
  </main>`;
}

/** @param {import("./frame.js").Page} page */
export function ticket(page) {
  const { text, visit } = page;
  return html`<main class="page ticket" data-state="ticket" data-number=${visit.ticket.number}
    data-print=${visit.print}>
    ${head(page)}
    <div class="ask">
      <h1 tabindex="-1">${text.say("kiosk-ticket-title")}</h1>
      <p>${text.say("kiosk-ticket-where")}</p>
    </div>
    <div class="outlet">
      <div class="slot"></div>
      <div class="feed">${paper(page)}</div>
    </div>
    ${tail(page, ["kiosk-ticket-follow", "kiosk-ticket-follow-how", "kiosk-ticket-done"])}
    ${foot(page, null, nothing)}
  </main>`;
}

/** Words for each reason why there is no paper: what to know, and what to do. */
const stories = {
  paper: ["kiosk-slip-paper-title", "kiosk-slip-remember"],
  printer: ["kiosk-slip-printer-title", "kiosk-slip-remember"],
  unsure: ["kiosk-slip-unsure-title", "kiosk-slip-unsure-how"],
  none: ["kiosk-slip-none-title", "kiosk-slip-none-how"],
  before: ["kiosk-slip-before-title", "kiosk-slip-before-how"],
  coming: ["kiosk-ticket-title", "kiosk-ticket-where"],
};

/** @param {import("./frame.js").Page} page */
export function printerOut(page) {
  const { text, visit } = page;
  const story = slipStory(visit);
  const [title, how] = stories[story];
  return html`<main class="page ticket no-paper" data-state="printer-out" data-number=${visit.ticket.number}
    data-print=${visit.print} data-story=${story}>
    ${head(page)}
    <div class="ask">
      ${story === "none" ? nothing : icon("slip")}
      <h1 tabindex="-1">${text.say(title)}</h1>
      <p>${text.say(how)}</p>
    </div>
    <div class="outlet">${paper(page)}</div>
    ${tail(page, ["kiosk-slip-keep", "kiosk-slip-keep-how", "kiosk-slip-known"])}
    ${foot(page, null, nothing)}
  </main>`;
}

/**
 * What the ticket is for.
 * @param {import("./frame.js").Page} page @param {{ service: string, cases: number, then: string[] } | null} wish
 */
function serviceLine(page, wish) {
  const service = page.office.services.find((/** @type {any} */ one) => one.code === wish?.service);
  return html`<div class="line" data-passage>${icon(service?.pictogram)}
    <span>${name(service?.name, page.text.language)}${alsoFor(page, wish)}</span></div>`;
}

/** @param {import("./frame.js").Page} page */
function paper(page) {
  const { text, visit } = page;
  const { number } = visit.ticket;
  const { ahead, appointment, late, wait, afterBreak, closed } = paperOf(visit.ticket, page.view);
  return html`<div class="paper">
    ${serviceLine(page, visit.ticket)}
    <span class="num big ${number.length > 4 ? "long" : ""}" data-field="number" data-passage>${number}</span>
    ${late ? html`<p data-field="late">${text.say("kiosk-ticket-late")}</p>` : nothing}
    <dl>
      ${appointment
        ? html`<div data-field="appointment"><dt>${text.say("kiosk-fact-appointment")}</dt>
            <dd>${wallClock(appointment)}</dd></div>`
        : nothing}
      ${ahead === null
        ? nothing
        : html`<div><dt>${text.say("kiosk-fact-ahead")}</dt>
            <dd>${ahead} ${text.say("kiosk-people-unit", { count: ahead })}</dd></div>`}
      ${wait === null
        ? nothing
        : html`<div><dt>${text.say("kiosk-fact-wait")}</dt>
            <dd>${wait} ${text.say("kiosk-minutes-unit")}</dd></div>`}
      ${afterBreak === null
        ? nothing
        : html`<div data-field="after-break"><dt>${text.say("kiosk-fact-perhaps")}</dt>
            <dd>${afterBreak} ${text.say("kiosk-fact-after-break")}</dd></div>`}
      ${closed
        ? html`<div data-field="closed"><dt>${text.say("kiosk-fact-counter")}</dt>
            <dd>${text.say("kiosk-fact-counter-closed")}</dd></div>`
        : nothing}
    </dl>
  </div>`;
}

/** @param {import("./frame.js").Page} page @param {[string, string, string]} words  title, advice, button */
function tail({ text, visit }, [title, how, button]) {
  return html`<div class="tail">
    ${qrCode(visit.ticket, text.say("kiosk-ticket-qr", { number: visit.ticket.number }))}
    <div class="words"><b data-passage>${text.say(title)}</b><p>${text.say(how)}</p></div>
    ${bigButton({ action: "done", icon: "check", label: text.say(button), kind: "finish" })}
  </div>`;
}

/**
 * The phone page's address as a code. Should the picture not come, the words that ask to scan it go as well.
 * @param {any} ticket @param {string} label
 */
function qrCode({ token, url }, label) {
  const lost = (/** @type {Event} */ event) => {
    const picture = /** @type {HTMLElement} */ (event.target);
    picture.closest(".tail")?.classList.add("no-code");
  };
  return html`<img class="qr" src="/api/v1/tickets/${token}/qr" alt=${label} data-url=${url} @error=${lost}>`;
}
