/** The left half of the sign-in page: where one is, a greeting, and how the hall stands. */
import { html } from "../../vendor/lit-html/lit-html.js";
import { icon } from "../../shared/icons.js";
import { name } from "../../shared/office.js";
import { wallClock } from "../../shared/time.js";
import { partOfDay } from "../trouble.js";

/** Two times of one span stay on one line. */
const DASH = "\u2060–\u2060";

/**
 * @param {{ text: import("../../shared/text.js").Text, office: import("../../shared/office.js").Office,
 *   waiting: number }} model  `waiting`: people in the hall
 */
export function picture({ text, office, waiting }) {
  const hours = office.hours.map(({ from, to }) => `${from}${DASH}${to}`).join(", ");
  const greeting = [
    text.say(`sign-in-${partOfDay(wallClock(office.stamp()))}`),
    hours ? text.say("sign-in-hours", { hours }) : text.say("sign-in-no-hours"),
    waiting > 0 ? text.say("sign-in-waiting", { count: waiting }) : "",
  ];
  return html`
    <div class="picture">
      ${icon("ridge")}${icon("branch")}
      <p class="office">${icon("mark")}
        <span><b>${name(office.name, text.language)}</b><small>${name(office.unit, text.language)}</small></span></p>
      <h1 lang="vi">${text.say("sign-in-word")}</h1>
      <p class="greeting">${greeting.join(" ")}</p>
    </div>`;
}
