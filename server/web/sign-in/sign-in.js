/** Entry of the sign-in page. */
import { startPage } from "../shared/page.js";
import { SignInPage } from "./sign-in-page.js";

const root = /** @type {HTMLElement} */ (document.getElementById("page"));
const { office, text } = await startPage({ areas: ["sign-in"] });
root.replaceChildren();
new SignInPage(root, { office, text }).start();
