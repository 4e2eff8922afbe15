/** Entry of the administrator's page. */
import { startPage } from "../shared/page.js";
import { StatePage } from "./state-page.js";

const root = /** @type {HTMLElement} */ (document.getElementById("page"));
const { office, text } = await startPage({ areas: ["common", "problems", "admin"], forStaff: true });
root.replaceChildren();
new StatePage(root, { office, text }).start();
