/** The wall display: joins the live view, the clock and the sequence of calls, and draws what comes out. */
import { render } from "../vendor/lit-html/lit-html.js";
import { entered } from "../shared/entrance.js";
import { Live } from "../shared/live.js";
import { otherText, startPage } from "../shared/page.js";
import { Renewal } from "../shared/renewal.js";
import { advance, hear, lose, newAnnouncer, pause } from "./announce.js";
import { wall } from "./parts.js";
import { show } from "./show.js";
import { SlidePictures } from "./pictures.js";
import { firstSlide, nextSlide } from "./slides.js";

/** How often time passes, ms: a quarter of a second is below what an eye sees between two screens. */
const TICK_MS = 250;
/** How long a wall that was refused waits before it asks again, ms. */
const ASK_AGAIN_MS = 30_000;

class Wall {
  #words;
  #office;
  #renewal;
  #announcer = newAnnouncer();
  #slides = firstSlide(performance.now());
  #pictures = new SlidePictures();
  /** Which slides can be shown. @type {boolean[]} */
  #ready = [];
  /** @type {import("./announce.js").WallView | null} */
  #view = null;
  /** @type {number[]} */
  #before = [];
  #stale = false;
  /** @type {string | null} */
  #heardAt = null;
  #drawn = "";
  #live = new Live({
    path: "/live/wall",
    onView: (view, _rev, anew) => this.#hear(view, anew),
    onState: (state) => this.#become(state),
    onClock: (stamp) => this.#sync(stamp),
    onSetUp: () => void this.#renewal.look(),
  });

  /** @param {import("./hero.js").Words} words */
  constructor(words) {
    const { office, text } = words;
    this.#office = office;
    this.#words = words;
    this.#renewal = new Renewal({ office });
    document.title = text.say("wall-title");
  }

  start() {
    this.#live.start();
    setInterval(() => this.#tick(), TICK_MS);
    this.#tick();
  }

  /** @param {import("./announce.js").WallView} view @param {boolean} anew  the first view of its connection */
  #hear(view, anew) {
    if (!this.#view) this.#before = view.calls.map((call) => call.id);
    const over = this.#view?.calls.filter((call) => !call.calling) ?? [];
    this.#before = entered(this.#before, over.map((call) => call.id));
    this.#view = view;
    this.#heardAt = this.#office.stamp();
    // A connection that came back within two seconds never showed as lost; a call may have been missed all the same.
    if (anew) this.#announcer = lose(this.#announcer);
    this.#announcer = hear(this.#announcer, view, { steady: performance.now(), server: this.#office.now() });
    this.#draw();
  }

  /** @param {string} stamp */
  #sync(stamp) {
    this.#office.sync(stamp);
    this.#heardAt = stamp;
  }

  /** @param {import("../shared/live.js").LiveState} state */
  #become(state) {
    if (state === "refused") setTimeout(() => this.#live.start(), ASK_AGAIN_MS);
    const stale = state !== "live";
    if (stale) {
      this.#announcer = pause(this.#announcer);
      // The calls that stood there when the connection went have had their entrance.
      this.#before = this.#view?.calls.map((call) => call.id) ?? [];
    }
    if (this.#stale && !stale) this.#renewal.look();
    this.#stale = stale;
    this.#draw();
  }

  #tick() {
    const steady = performance.now();
    const calling = this.#announcer.current !== null;
    // While the connection is lost nothing new is called out: the officers do it, and the hero says so.
    if (!this.#stale) this.#announcer = advance(this.#announcer, steady);
    // A slide that comes or goes is drawn anew: while somebody is called nothing moves.
    if (!calling) this.#ready = this.#pictures.ready(this.#office.slides, steady);
    this.#slides = nextSlide(this.#slides, this.#ready, calling, steady);
    if (!this.#stale && !calling) this.#renewal.renew(this.#office.stamp());
    this.#draw();
  }

  #draw() {
    const model = show({
      view: this.#view,
      announcer: this.#announcer,
      office: this.#office,
      language: this.#words.text.language,
      stamp: this.#office.stamp(),
      stale: this.#stale,
      heardAt: this.#heardAt,
      slide: this.#slides.index,
      ready: this.#ready,
      before: this.#before,
    });
    const shape = JSON.stringify(model);
    if (shape === this.#drawn) return;
    render(wall(model, { ...this.#words, imageOf: (address) => this.#pictures.image(address) }), document.body);
    this.#drawn = shape;
  }
}

async function start() {
  const { office, text, language } = await startPage({ areas: ["wall"], theme: "dark" });
  new Wall({ office, text, other: await otherText(office, language, ["wall"]) }).start();
}

start();
