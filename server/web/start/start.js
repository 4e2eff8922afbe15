/** Entry of the start page. */
import { startPage } from "../shared/page.js";
import { loadText } from "../shared/text.js";
import { StartPage } from "./start-page.js";

const root = /** @type {HTMLElement} */ (document.getElementById("page"));
const { office, text } = await startPage({ areas: ["start"] });
const other = office.languages.find((/** @type {string} */ language) => language !== text.language);
// The second language stands beside the first; without it the page is only narrower.
const second = other ? await loadText(other, ["start"]).catch(() => null) : null;
root.replaceChildren();
new StartPage(root, { office, texts: second ? [text, second] : [text] }).start();
