/** Entry of the page of one's own account. */
import { startPage } from "../shared/page.js";
import { AccountPage } from "./account-page.js";

const root = /** @type {HTMLElement} */ (document.getElementById("page"));
const { office, text } = await startPage({ areas: ["common", "admin", "people", "account"], forStaff: true });
root.replaceChildren();
await new AccountPage(root, { office, text }).start();
