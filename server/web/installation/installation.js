/** Entry of the page on which a new office is set up. */
import { startPage } from "../shared/page.js";
import { InstallationPage } from "./installation-page.js";

const root = /** @type {HTMLElement} */ (document.getElementById("page"));
const { office, text } = await startPage({ areas: ["installation"] });
root.replaceChildren();
new InstallationPage(root, { office, text }).start();
