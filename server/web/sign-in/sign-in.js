/** Entry of the sign-in page. */
import { startPage } from "../shared/page.js";
import { returnedWith, takeAway } from "./directory.js";
import { SignInPage } from "./sign-in-page.js";

const root = /** @type {HTMLElement} */ (document.getElementById("page"));
const returned = returnedWith(location);
const away = returned ? takeAway() : null;
// What the directory gave stays neither in the address nor in the history.
if (away) history.replaceState(null, "", `/sign-in${away.search}`);
const { office, text } = await startPage({ areas: ["sign-in"] });
root.replaceChildren();
new SignInPage(root, { office, text }).start(returned && { returned, counter: away?.counter ?? null });
