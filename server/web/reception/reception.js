/** Entry of the reception's page: nobody without a session of the staff; a device of the reception's has a token. */
import { call } from "../shared/api.js";
import { startPage } from "../shared/page.js";
import { Door } from "./door.js";
import { ReceptionPage } from "./reception-page.js";

/** Wait before asking again for the session while the server is away, ms. */
const RETRY_MS = 2_000;

const root = /** @type {HTMLElement} */ (document.getElementById("page"));
const { office, text } = await startPage({ areas: ["common", "reception"], forStaff: true });
await open();

async function open() {
  const session = await currentSession();
  // A place of its own for each: what was drawn there before keeps its parts.
  const place = document.createElement("div");
  root.replaceChildren(place);
  if (session && session.role !== "kiosk") new ReceptionPage(place, { office, text, session, onGone: open }).start();
  else new Door(place, { office, text, onOpen: open }).start();
}

/** @returns {Promise<{ name: string, role: string } | null>} */
async function currentSession() {
  for (;;) {
    const answer = await call("GET", "/sessions/current", { language: text.language });
    if (answer.ok) return answer.body;
    if (!answer.offline && answer.problem.status < 500) return null;
    await new Promise((resume) => setTimeout(resume, RETRY_MS));
  }
}
