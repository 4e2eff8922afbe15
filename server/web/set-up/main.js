/** Entry of the pages of the set-up. */
import { startPage } from "../shared/page.js";
import { SetUpPage } from "./set-up-page.js";

const root = /** @type {HTMLElement} */ (document.getElementById("page"));
const { office, text } = await startPage({ areas: ["common", "admin", "set-up"], forStaff: true });
root.replaceChildren();
await new SetUpPage(root, { office, text }).start();
