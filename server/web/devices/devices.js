/** Entry of the page of the devices. */
import { startPage } from "../shared/page.js";
import { DevicesPage } from "./devices-page.js";

const root = /** @type {HTMLElement} */ (document.getElementById("page"));
const { office, text } = await startPage({ areas: ["common", "admin", "devices"], forStaff: true });
root.replaceChildren();
await new DevicesPage(root, { office, text }).start();
