/** The page that shows the HTTP API and lets one try it: RapiDoc draws it, this puts the mark over its list. */
import { html, render } from "../vendor/lit-html/lit-html.js";
import { icon } from "../shared/icons.js";
import { name } from "../shared/office.js";
import { startPage } from "../shared/page.js";

const home = /** @type {HTMLElement} */ (document.getElementById("home"));
render(html`${icon("mark")}<b>Mời</b>`, home);
const { office, language } = await startPage({ areas: [] });
render(html`${icon("mark")}<span><b>Mời</b><small>${name(office.name, language)}</small></span>`, home);
