/** Entry of the page on which a change of the rules is tried. */
import { startPage } from "../shared/page.js";
import { PreviewPage } from "./preview-page.js";

const root = /** @type {HTMLElement} */ (document.getElementById("page"));
const { office, text } = await startPage({ areas: ["common", "admin", "preview"], forStaff: true });
root.replaceChildren();
await new PreviewPage(root, { office, text }).start();
