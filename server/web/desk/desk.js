/** Entry of the desk: nobody without a session, then the counter in the address, or the list to choose one from. */
import { call } from "../shared/api.js";
import { startPage } from "../shared/page.js";
import { counterIn, keepChoices, signInAddress } from "../sign-in/addresses.js";
import { CounterChoice } from "./counter-choice.js";
import { DeskPage } from "./desk-page.js";

/** Wait before asking again for the session while the server is away, ms. */
const RETRY_MS = 2_000;

const root = /** @type {HTMLElement} */ (document.getElementById("page"));
const { office, text } = await startPage({ areas: ["common", "desk"], forStaff: true });
const session = await currentSession();
if (session) open(session.name, counterIn(location.pathname));

/** @param {string} officer @param {number | null} counter */
function open(officer, counter) {
  root.replaceChildren();
  const choice = new CounterChoice(root, { office, text, officer });
  if (counter === null) return choice.start({ redirect: !new URLSearchParams(location.search).has("choose") });
  const known = office.counters.some((/** @type {{ counter: number }} */ one) => one.counter === counter);
  if (!known) return choice.start({ unknown: counter });
  new DeskPage(root, {
    office, text, officer, counter,
    onRefused: (code) => {
      if (code === 4401) return leaveFor(signInAddress(location));
      choice.start(code === 4403 ? { forbidden: true } : { unknown: counter });
    },
  }).start();
}

/** @returns {Promise<{ name: string, role: string } | null>} null when the page is on its way to the sign-in */
async function currentSession() {
  for (;;) {
    const answer = await call("GET", "/sessions/current", { language: text.language });
    if (answer.ok) return answer.body;
    if (!answer.offline && answer.problem.status < 500) {
      leaveFor(signInAddress(location));
      return null;
    }
    await new Promise((resume) => setTimeout(resume, RETRY_MS));
  }
}

/** @param {string} address */
function leaveFor(address) {
  location.replace(keepChoices(address, location.search));
}
