/** Entry of the record of changes. */
import { startPage } from "../shared/page.js";
import { AuditPage } from "./audit-page.js";

const root = /** @type {HTMLElement} */ (document.getElementById("page"));
const { office, text } = await startPage({ areas: ["common", "admin", "set-up", "audit"], forStaff: true });
root.replaceChildren();
await new AuditPage(root, { office, text }).start();
