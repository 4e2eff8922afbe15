/** How long it may take. */
import { html } from "../vendor/lit-html/lit-html.js";
import { bandText } from "./flow.js";
import { whyNone } from "./no-forecast.js";

/** @param {{ view: import("./no-forecast.js").WaitView, office: any, text: import("../shared/text.js").Text }} page */
export function wait({ view, office, text }) {
  const { forecast } = view;
  return html`<span class="label">${text.say("phone-wait")}</span>
    ${forecast
      ? html`<span class="num" data-field="forecast">${bandText(forecast)}
          <small>${text.say("phone-minutes-unit")}</small></span>`
      : html`<span class="advice" data-field="no-forecast">${whyNone(view, office, text)}</span>`}`;
}
