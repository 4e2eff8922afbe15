/** The display over a counter: joins its live view and the connection's state, and draws what comes out. */
import { render } from "../vendor/lit-html/lit-html.js";
import { entered } from "../shared/entrance.js";
import { Live } from "../shared/live.js";
import { otherText, startPage } from "../shared/page.js";
import { Renewal } from "../shared/renewal.js";
import { checked } from "../shared/shape.js";
import { counterDisplay } from "./parts.js";
import { counterShape } from "./shape.js";
import { counterOf, show } from "./show.js";

const TICK_MS = 1_000;
/** How often a display asks again for a counter that the office does not have, ms. */
const ASK_AGAIN_MS = 30_000;
/** Close code: nobody is signed in any more, or the device was revoked. */
const SHUT_OUT = 4401;

class CounterDisplay {
  #words;
  #office;
  #renewal;
  #counter = counterOf(location.pathname);
  #live;
  /** @type {import("./show.js").CounterView | null} */
  #view = null;
  /** @type {number[]} */
  #before = [];
  #unknown = false;
  #stale = false;
  /** @type {string | null} */
  #heardAt = null;
  #drawn = "";

  /** @param {import("./parts.js").Words} words */
  constructor(words) {
    this.#words = words;
    this.#office = words.office;
    this.#renewal = new Renewal({ office: words.office });
    document.title = words.text.say("counter-name", { counter: this.#counter });
    this.#live = new Live({
      path: `/live/counters/${encodeURIComponent(this.#counter)}`,
      onView: (view) => this.#hear(checked(view, counterShape)),
      onState: (state, code) => this.#become(state, code),
      onClock: (stamp) => this.#sync(stamp),
      onSetUp: () => void this.#renewal.look(),
    });
  }

  start() {
    this.#unknown = !this.#office.counters.some((one) => String(one.counter) === this.#counter);
    // A counter that the set-up lacks has no view; once the set-up has it, the page loads anew.
    if (this.#unknown) setInterval(() => this.#renewal.look(), ASK_AGAIN_MS);
    else this.#live.start();
    setInterval(() => this.#tick(), TICK_MS);
    this.#draw();
  }

  /** @param {import("./show.js").CounterView} view */
  #hear(view) {
    if (!this.#view && view.call) this.#before = [view.call.id];
    const last = this.#view?.call;
    if (last && last.id !== view.call?.id) this.#before = entered(this.#before, [last.id]);
    this.#view = view;
    this.#heardAt = this.#office.stamp();
    this.#draw();
  }

  /** @param {string} stamp */
  #sync(stamp) {
    this.#office.sync(stamp);
    this.#heardAt = stamp;
  }

  /** @param {import("../shared/live.js").LiveState} state @param {number} [code] */
  #become(state, code) {
    const wasAway = this.#stale || this.#unknown;
    // A display that was shut out is none of the office's any more: it shows what everybody may see.
    this.#unknown = state === "refused" && code !== SHUT_OUT;
    this.#stale = state === "stale";
    if (state === "refused") setTimeout(() => this.#live.start(), ASK_AGAIN_MS);
    // The call that stood there when the connection went has had its entrance.
    if (this.#stale && this.#view?.call) this.#before = [this.#view.call.id];
    if (wasAway && state === "live") this.#renewal.look();
    this.#draw();
  }

  #tick() {
    if (!this.#stale && this.#view?.state !== "calling") this.#renewal.renew(this.#office.stamp());
    this.#draw();
  }

  #draw() {
    const model = show({
      view: this.#view,
      counter: this.#counter,
      unknown: this.#unknown,
      stale: this.#stale,
      stamp: this.#office.stamp(),
      heardAt: this.#heardAt,
      before: this.#before,
    });
    const shape = JSON.stringify(model);
    if (shape === this.#drawn) return;
    render(counterDisplay(model, this.#words), document.body);
    this.#drawn = shape;
  }
}

async function start() {
  const { office, text, language } = await startPage({ areas: ["counter"], theme: "dark" });
  // Beside the office's own language there is room for a second one; beside a guest's choice there is no need.
  const own = language === office.languages[0];
  new CounterDisplay({ office, text, other: own ? await otherText(office, language, ["counter"]) : null }).start();
}

start();
