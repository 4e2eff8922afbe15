/** Entry of the page of who works here and what each signs in with. */
import { startPage } from "../shared/page.js";
import { PeoplePage } from "./people-page.js";

const root = /** @type {HTMLElement} */ (document.getElementById("page"));
const { office, text } = await startPage({ areas: ["common", "admin", "people"], forStaff: true });
root.replaceChildren();
await new PeoplePage(root, { office, text }).start();
