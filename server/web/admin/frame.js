/** What every administrator's page stands in: the office's name, the way to the other pages, the language, the time. */
import { html, nothing, render } from "../vendor/lit-html/lit-html.js";
import { ref } from "../vendor/lit-html/directives/ref.js";
import { icon } from "../shared/icons.js";
import { name } from "../shared/office.js";
import { wallClock } from "../shared/time.js";
import { inLanguage, keepChoices, signInAddress } from "../sign-in/addresses.js";
import { askReader, pagesFor } from "./rights.js";

/** Who reads the page, once it is known. @type {import("./rights.js").Reader | null} */
let reader = null;

/**
 * @param {object} options
 * @param {string} options.here  id of the present page
 * @param {import("../shared/office.js").Office} options.office
 * @param {import("../shared/text.js").Text} options.text
 */
export function bar({ here, office, text }) {
  return html`
    <header class="bar">
      <p class="office">${icon("mark")}<span><b>${name(office.name, text.language)}</b>
        <small>${name(office.unit, text.language)}</small></span></p>
      <nav aria-label=${text.say("admin-nav")} ${ref((nav) => void fill(nav, here, text))}></nav>
      ${language(office, text)}
      <time class="num">${wallClock(office.stamp())}</time>
    </header>`;
}

/**
 * The ways to the pages that the reader may see: drawn again when it is known who that is, whatever the page does.
 * @param {Element | undefined} nav @param {string} here @param {import("../shared/text.js").Text} text
 */
async function fill(nav, here, text) {
  if (!nav) return;
  const draw = () => render(pagesFor(reader?.role ?? null).map(({ id, address }) => html`
    <a href=${keepChoices(address, location.search)} data-page=${id}
      aria-current=${id === here ? "page" : nothing}>${text.say(`admin-nav-${id}`)}</a>`),
  /** @type {HTMLElement} */ (nav));
  draw();
  if (reader) return;
  reader = await askReader();
  draw();
}

/**
 * Why there is nothing to see, and the way in for whoever is not signed in as an administrator.
 * @param {{ problem?: import("../shared/api.js").Problem, offline?: true }} answer
 * @param {import("../shared/text.js").Text} text
 */
export function obstacle({ problem, offline }, text) {
  if (offline) {
    return html`<div class="obstacle" data-obstacle="offline" role="alert">${icon("unlink")}
      <p>${text.say("admin-no-server")}</p></div>`;
  }
  const stranger = problem?.code === "not-signed-in" || problem?.code === "not-allowed";
  return html`
    <div class="obstacle" data-obstacle=${problem?.code ?? "unknown"} role="alert">${icon(stranger ? "user" : "warn")}
      <p>${stranger ? text.say("admin-only") : problem?.detail || problem?.title || text.say("admin-no-server")}</p>
      ${stranger ? html`<a class="button" href=${signInAddress(location)} data-action="sign-in">${
        text.say("admin-sign-in")}</a>` : nothing}</div>`;
}

/** @param {import("../shared/office.js").Office} office @param {import("../shared/text.js").Text} text */
function language({ languages }, text) {
  if (languages.length < 2) return nothing;
  const other = languages[(languages.indexOf(text.language) + 1) % languages.length];
  return html`<a class="language" href=${inLanguage(location, other)} lang=${other} data-action="language">
    ${icon("globe")}<span>${text.say("admin-language")}</span></a>`;
}
