/** Entry of the page on which a new device shows its code. */
import { startPage } from "../shared/page.js";
import { PairPage } from "./pair-page.js";

const root = /** @type {HTMLElement} */ (document.getElementById("page"));
const { office, text } = await startPage({ areas: ["pair"] });
root.replaceChildren();
new PairPage(root, { office, text }).start();
