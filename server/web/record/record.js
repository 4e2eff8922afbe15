/** Entry of the record of the order of calling. */
import { startPage } from "../shared/page.js";
import { RecordPage } from "./record-page.js";

const root = /** @type {HTMLElement} */ (document.getElementById("page"));
const { office, text } = await startPage({ areas: ["common", "admin", "record"], forStaff: true });
root.replaceChildren();
await new RecordPage(root, { office, text }).start();
