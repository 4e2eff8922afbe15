/** No ticket now, for a reason that people can plan with: the office is closed, or the day is full. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { icon } from "../../shared/icons.js";
import { bigButton, foot, head, second } from "./frame.js";

/** Until noon it is the morning. */
const NOON = "12:00";

/** @param {import("./frame.js").Page} page */
export function closed(page) {
  const { office, text, visit } = page;
  const { kind, on, opens, from } = visit.closed ?? { kind: "after", on: null, opens: null, from: null };
  const title = opens ? `kiosk-closed-${kind}` : "kiosk-closed-long";
  return html`<main class="page aside closed" data-state="closed">
    ${icon("ridge")} ${head(page)}
    <div class="ask">
      ${icon("clock")}
      <h1 tabindex="-1">${text.say(title, { opens: opens ?? "", on: on ?? "" })}</h1>
      ${from && from !== opens ? html`<p>${text.say("kiosk-closed-tickets", { from })}</p>` : nothing}
      <p class="second">${second(page, "kiosk-closed-short")}</p>
    </div>
    <dl class="hours">
      ${office.hours.map((/** @type {{ from: string, to: string }} */ span) => html`
        <dt>${text.say(span.from < NOON ? "kiosk-closed-morning" : "kiosk-closed-afternoon")}</dt>
        <dd class="num">${span.from} – ${span.to}</dd>`)}
      ${office.phone ? html`<dt>${text.say("kiosk-closed-phone")}</dt><dd class="num">${office.phone}</dd>` : nothing}
    </dl>
    ${foot(page, { action: "ask-documents", icon: "M", label: text.say("kiosk-documents-short") })}
  </main>`;
}

/** @param {import("./frame.js").Page} page */
export function full(page) {
  const { text, visit } = page;
  const { code = "day-full", reopening = "unknown", opens_on: on = "", tickets_from: from = "" } = visit.refusal ?? {};
  return html`<main class="page aside" data-state="full">
    ${head(page)}
    <div class="ask">
      ${icon("clock")}
      <h1 tabindex="-1">${text.say(`kiosk-full-${code}`)}</h1>
      <p>${text.say("kiosk-full-when", { reopening, on, from })}</p>
      <p class="second">${second(page, "kiosk-full-short")}</p>
    </div>
    <div class="main">
      ${bigButton({ action: "done", icon: "check", label: text.say("kiosk-full-understood") })}
    </div>
    ${foot(page, null, nothing)}
  </main>`;
}
