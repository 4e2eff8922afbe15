/** The kiosk page: puts touch, live views, timers and the office together; what they mean is in `flow.js`. */
import { render } from "../vendor/lit-html/lit-html.js";
import { call } from "../shared/api.js";
import { newKey } from "../shared/key.js";
import { Live } from "../shared/live.js";
import { loadOffice } from "../shared/office.js";
import { startPage } from "../shared/page.js";
import { Pairing } from "../shared/pairing.js";
import { Renewal } from "../shared/renewal.js";
import { loadText } from "../shared/text.js";
import { wallClock } from "../shared/time.js";
import { limitsOf } from "./chosen.js";
import { easeOf } from "./ease.js";
import { closedAt } from "./entrance.js";
import { happen, newVisit, screenOf } from "./flow.js";
import { issueTicket } from "./issue.js";
import { keyMeaning, moveFocus } from "./keypad.js";
import { Aloud } from "./reading/aloud.js";
import { adding, cases, together } from "./screens/add.js";
import { appointmentIn, continues, nothingTyped, typed } from "./scan.js";
import { appointment } from "./screens/appointment.js";
import { help, offline, rest, timeOut, unpaired } from "./screens/aside.js";
import { language, service, start } from "./screens/choose.js";
import { closed, full } from "./screens/closed.js";
import { documents, priority } from "./screens/prepare.js";
import { issuing, printerOut, ticket } from "./screens/ticket.js";
import { watchTaps } from "./taps.js";

const TICK_MS = 1_000;
/** Wait before asking again for a topic that was refused, or for texts that did not come, ms. */
const AGAIN_MS = 5_000;

/** @type {Record<import("./flow.js").Screen, (page: import("./screens/frame.js").Page) => unknown>} */
const screens = {
  start,
  language,
  service: (page) => (page.visit.adding ? adding(page) : service(page)),
  documents: (page) => (page.visit.then.length > 0 ? together(page) : documents(page)),
  cases,
  priority,
  appointment,
  issuing,
  ticket,
  help,
  offline,
  unpaired,
  "printer-out": printerOut,
  "time-out": timeOut,
  closed,
  full,
  rest,
};

class Kiosk {
  #office;
  #texts;
  #visit;
  /** @type {import("./flow.js").Screen | null} */
  #screen = null;
  /** @type {string | null} the request that is under way */
  #asking = null;
  /** @type {{ token: string, live: Live } | null} the ticket whose slip is watched */
  #watched = null;
  #typing = nothingTyped;
  /** @type {import("../shared/pairing.js").PairingState} */
  #pairingState = { kind: "asking" };
  #pairing = new Pairing({ role: "kiosk", onState: (state) => this.#pairingBecame(state) });
  #renewal;
  #contrast = false;
  #ownTheme = document.documentElement.dataset.theme ?? "light";
  #aloud = new Aloud({ onHeard: () => this.#tell({ type: "heard" }), onChange: () => this.#draw() });
  #hall = new Live({
    path: "/live/kiosk",
    onView: (view) => this.#tell({ type: "view", view }),
    onState: (state) => this.#link(state),
    onClock: (now) => this.#office.sync(now),
    onSetUp: () => void this.#renewal.look(),
  });

  /** @param {any} office @param {Record<string, import("../shared/text.js").Text>} texts @param {string} home */
  constructor(office, texts, home) {
    this.#office = office;
    this.#texts = texts;
    this.#renewal = new Renewal({ office });
    const own = easeOf(location.search);
    this.#visit = newVisit({ language: home, own, ...abilities(office), at: performance.now() });
  }

  start() {
    watchTaps(document.documentElement, {
      onTouch: () => this.#tell({ type: "touch" }),
      onTap: (button) => this.#act(button),
    });
    document.addEventListener("keydown", (event) => {
      this.#tell({ type: "touch" });
      if (event.target instanceof HTMLInputElement) return void (event.key === "Enter" && this.#pair());
      if (!this.#keypad(event)) this.#type(event);
    });
    document.addEventListener("focusin", ({ target }) => {
      if (target instanceof Element && target.matches(":focus-visible")) this.#aloud.focused(target);
    });
    void this.#aloud.load(this.#office.languages);
    window.addEventListener("error", (event) => this.#fault(event.error));
    window.addEventListener("unhandledrejection", (event) => this.#fault(event.reason));
    this.#hall.start();
    this.#pairIfNeeded();
    setInterval(() => this.#tick(), TICK_MS);
    this.#tick();
    this.#draw();
  }

  #tick() {
    this.#tell({ type: "tick" });
    this.#tell({ type: "hours", closed: closedAt(this.#office.entrance, wallClock(this.#office.stamp())) });
    if (this.#visit.step === "start") this.#renewal.renew(this.#office.stamp());
  }

  /** @param {HTMLElement} button */
  #act(button) {
    const { action, service, language, priority, digit } = button.dataset;
    if (action === "pair") return void this.#pair();
    this.#aloud.pressed(button);
    this.#tell({ type: action ?? "", service, language, priority: priority ?? null, digit, key: newKey() });
  }

  /** @param {KeyboardEvent} event @returns {boolean} whether it was a key of the keypad */
  #keypad(event) {
    if (continues(this.#typing, event.key, performance.now())) return false;
    const meaning = event.ctrlKey || event.altKey || event.metaKey ? null : keyMeaning(event.key);
    if (meaning === null) return false;
    event.preventDefault();
    const main = document.querySelector("main");
    if ((meaning === "next" || meaning === "before") && main) moveFocus(main, meaning);
    if (meaning === "louder" || meaning === "softer") this.#aloud.louder(meaning === "louder" ? 1 : -1);
    if (meaning === "back") /** @type {HTMLElement | null} */ (main?.querySelector("[data-action=back]"))?.click();
    if (meaning === "help" && this.#aloud.speaks(this.#visit.language)) {
      const repeats = this.#visit.ease.aloud;
      this.#aloud.pressed(document.body);
      this.#tell({ type: "aloud" });
      if (repeats) this.#aloud.again();
    }
    return true;
  }

  /** A scanner types, or somebody on a number pad. @param {KeyboardEvent} event */
  #type(event) {
    if (!this.#office.appointments.given) return;
    const { typing, digit, ended } = typed(this.#typing, event.key, performance.now());
    this.#typing = typing;
    if (digit !== undefined) this.#tell({ type: "digit", digit });
    if (ended === undefined) return;
    const appointment = appointmentIn(ended);
    // Who has gone to a key of the screen's pad by arrows presses that one.
    const pressesKey = ended === "" && document.activeElement?.matches("[data-action]:focus-visible");
    if (pressesKey) return;
    // With Enter the browser would press the button that has the focus.
    if (appointment || this.#visit.step === "appointment") event.preventDefault();
    if (appointment) this.#tell({ type: "scanned", appointment, key: newKey() });
    else this.#tell({ type: "check-in", key: newKey() });
  }

  /** @param {import("./flow.js").Happening} happening */
  #tell(happening) {
    const next = happen(this.#visit, { at: performance.now(), ...happening });
    if (next === this.#visit) return;
    this.#visit = next;
    this.#draw();
    this.#ask();
    this.#watchSlip();
    if (happening.type === "issue-refused") this.#refresh();
  }

  #draw() {
    const visit = this.#visit;
    const text = this.#texts[visit.language];
    const view = visit.link === "live" ? visit.view : null;
    const screen = screenOf(visit);
    try {
      const also = { pairing: this.#pairingState, speaks: this.#aloud.speaks(visit.language) };
      render(screens[screen]({ visit, office: this.#office, text, texts: this.#texts, view, ...also }), document.body);
    } catch (error) {
      // There is no way to an error text from here: the page shows where people can ask.
      console.error(error);
      if (visit.step !== "help") this.#tell({ type: "fault", drawing: true });
      return;
    }
    document.documentElement.lang = visit.language;
    this.#showEase(visit.ease);
    const heading = document.querySelector("h1");
    const title = `${heading?.textContent?.trim()} · ${text.say("kiosk-title")}`.replaceAll(/\s+/g, " ");
    if (document.title !== title) document.title = title;
    if (screen !== this.#screen) heading?.focus({ preventScroll: true });
    this.#screen = screen;
    const { language, ease: { aloud }, adding, service, sheet } = visit;
    const shown = [screen, language, adding, adding ? "" : service, sheet].join();
    this.#aloud.shown({ on: aloud, language, unknown: text.say("kiosk-unread"), screen: shown });
  }

  /** @param {import("./ease.js").Ease} ease */
  #showEase({ low, large, contrast }) {
    document.body.classList.toggle("low", low);
    document.body.classList.toggle("large", large);
    if (contrast !== this.#contrast) document.documentElement.dataset.theme = contrast ? "contrast" : this.#ownTheme;
    this.#contrast = contrast;
    // What is longer than its place is within reach of the keypad.
    for (const list of document.querySelectorAll(".documents")) {
      if (list.scrollHeight > list.clientHeight + 1) list.setAttribute("tabindex", "0");
      else list.removeAttribute("tabindex");
    }
  }

  #ask() {
    const { request, language } = this.#visit;
    const key = request?.key ?? null;
    if (!request || key === this.#asking) return;
    this.#asking = key;
    const wanted = () => this.#visit.request?.key === key && !this.#visit.ticket;
    issueTicket({ request, language }, { call, wanted, tell: (happening) => this.#tell(happening) });
  }

  #watchSlip() {
    const token = this.#visit.ticket?.token ?? null;
    if (token === (this.#watched?.token ?? null)) return;
    this.#watched?.live.stop();
    this.#watched = null;
    if (!token) return;
    const live = new Live({
      path: `/live/tickets/${token}`,
      onView: ({ print }) => this.#tell({ type: "print", token, print }),
    });
    this.#watched = { token, live };
    live.start();
  }

  /** @param {import("../shared/live.js").LiveState} state */
  #link(state) {
    const returns = state === "live" && this.#visit.link === "stale";
    this.#tell({ type: "link", link: state === "live" ? "live" : "stale" });
    // The server may have started anew, as another version or with another set-up.
    if (returns) this.#renewal.look();
    if (state !== "refused") return;
    // It was shut out: its right to give tickets is gone, what everybody may see is not.
    void this.#refresh();
    setTimeout(() => this.#hall.start(), AGAIN_MS);
  }

  /** Whether this machine may give tickets. */
  async #refresh() {
    try {
      this.#office = await loadOffice();
      this.#tell({ type: "office", ...abilities(this.#office) });
      this.#pairIfNeeded();
    } catch (error) {
      // The server is away: the live connection tells so, too.
      console.warn(error);
    }
  }

  /** A machine that may give no tickets shows a code until an administrator has typed it. */
  #pairIfNeeded() {
    if (this.#visit.paired) this.#pairing.stop();
    else this.#pairing.start();
  }

  /** @param {import("../shared/pairing.js").PairingState} state */
  #pairingBecame(state) {
    this.#pairingState = state;
    if (state.kind === "paired") {
      void this.#refresh();
      // Opened anew, the connection is the device's own: it is counted, and closes when the device is shut out.
      this.#hall.stop();
      this.#hall.start();
    }
    this.#draw();
  }

  async #pair() {
    const field = /** @type {HTMLInputElement | null} */ (document.querySelector("[data-field=token]"));
    const token = field?.value.trim();
    if (!token) return;
    const answer = await call("POST", "/sessions", { body: { token }, language: this.#visit.language });
    if (answer.ok) await this.#refresh();
    if (!this.#visit.paired) this.#tell({ type: "pairing-failed" });
  }

  /** @param {unknown} reason */
  #fault(reason) {
    console.error(reason);
    this.#tell({ type: "fault" });
  }
}

/** @param {any} office */
function abilities(office) {
  return { paired: office.kiosk?.here !== false, asksPriority: office.priorities.length > 0, ...limitsOf(office) };
}

/** The office's other languages at once, so that choosing one waits for nobody. @param {string[]} languages */
async function loadTexts(languages) {
  for (;;) {
    try {
      const texts = await Promise.all(languages.map((one) => loadText(one, ["kiosk"])));
      return Object.fromEntries(texts.map((text) => [text.language, text]));
    } catch (error) {
      console.warn(error);
      await new Promise((resume) => setTimeout(resume, AGAIN_MS));
    }
  }
}

const { office, text, language: home } = await startPage({ areas: ["kiosk"] });
const others = await loadTexts(office.languages.filter((/** @type {string} */ one) => one !== home));
new Kiosk(office, { [home]: text, ...others }, home).start();
