/**
 * The live connection of a page: whole views in, acknowledgements out, and an honest word on how fresh they are.
 * Reconnecting is the same as connecting: there is no backlog and nothing to resume. The protocol is in docs/live.md.
 */

/** Silence after which the page asks for a sign of life, ms. */
const BEAT_AFTER_MS = 4_000;
/** Silence after which what is shown counts as out of date, ms: one second less than the ten that a page may take. */
const STALE_AFTER_MS = 9_000;
/** How long a connection may be away before that shows, ms: a restart of the server or a roaming phone is no alarm. */
const CLOSED_GRACE_MS = 2_000;
const RETRY_FIRST_MS = 500;
const RETRY_MAX_MS = 10_000;
/** Close codes after which asking again would give the same answer: not signed in, not allowed, no such topic. */
const REFUSALS = [4401, 4403, 4404];

/**
 * @typedef {object} Clock
 * @property {() => number} now  milliseconds that only go forwards
 * @property {(run: () => void, ms: number) => any} setTimeout
 * @property {(timer: any) => void} clearTimeout
 *
 * @typedef {"live" | "stale" | "refused"} LiveState
 *
 * @typedef {object} LiveOptions
 * @property {string} path  the topic, such as `/live/wall`
 * @property {(view: any, rev: number, anew: boolean) => void} onView  draws a whole view; when it throws, the view
 *   counts as not seen. `anew` says that it is the first of its connection: what is new in it may have been missed
 * @property {(state: LiveState, code?: number) => void} [onState]  called when the state changes
 * @property {() => void} [onSetUp]  the office has another set-up than when the page began to watch
 * @property {(now: string) => void} [onClock]  the server's time, RFC 3339, now and then
 * @property {(url: string) => WebSocket} [connect]
 * @property {Clock} [clock]
 * @property {() => number} [random]  0 to 1
 */

/** @type {Clock} */
const ownClock = {
  now: () => performance.now(),
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (timer) => clearTimeout(timer),
};

export class Live {
  #options;
  #clock;
  /** @type {WebSocket | null} */
  #socket = null;
  /** No view has come over this socket yet. */
  #anew = true;
  #running = false;
  /** @type {LiveState | null} */
  #state = null;
  #heardAt = 0;
  #openedAt = 0;
  #beatAt = -Infinity;
  /** @type {number | null} */
  #closedAt = null;
  #failures = 0;
  #beats = 0;
  /** @type {number | undefined} version of the set-up, as the first view told it */
  #setUp = undefined;
  /** @type {any} */
  #watchTimer = null;
  /** @type {any} */
  #retryTimer = null;
  #wake = () => this.#lookUp();

  /** @param {LiveOptions} options */
  constructor(options) {
    this.#options = {
      connect: (/** @type {string} */ url) => new WebSocket(url),
      random: Math.random,
      onState: () => {},
      onClock: () => {},
      onSetUp: () => {},
      ...options,
    };
    this.#clock = options.clock ?? ownClock;
  }

  /** Connects and stays connected until `stop`. */
  start() {
    if (this.#running) return;
    this.#running = true;
    this.#heardAt = this.#clock.now();
    globalThis.document?.addEventListener("visibilitychange", this.#wake);
    globalThis.addEventListener?.("online", this.#wake);
    this.#open();
    this.#watch();
  }

  /** Closes the connection; the page keeps what it shows. */
  stop() {
    this.#running = false;
    this.#clock.clearTimeout(this.#watchTimer);
    this.#clock.clearTimeout(this.#retryTimer);
    globalThis.document?.removeEventListener("visibilitychange", this.#wake);
    globalThis.removeEventListener?.("online", this.#wake);
    this.#letGo();
  }

  #open() {
    this.#openedAt = this.#clock.now();
    const socket = this.#options.connect(address(this.#options.path));
    this.#socket = socket;
    this.#anew = true;
    // A socket that was let go may still report: only the newest one is listened to.
    socket.onmessage = (message) => socket === this.#socket && this.#hear(message.data);
    socket.onclose = (close) => socket === this.#socket && this.#closed(close.code);
  }

  /** @param {unknown} data */
  #hear(data) {
    const frame = parse(data);
    if (!frame) return;
    this.#heardAt = this.#clock.now();
    this.#closedAt = null;
    if (typeof frame.now === "string") this.#options.onClock(frame.now);
    if (frame.view !== undefined && !this.#draw(frame)) return;
    this.#compare(frame.set_up);
    this.#failures = 0;
    this.#become("live");
  }

  /** @param {number | undefined} setUp */
  #compare(setUp) {
    if (setUp === undefined) return;
    const isNews = this.#setUp !== undefined && this.#setUp !== setUp;
    this.#setUp = setUp;
    if (isNews) this.#options.onSetUp();
  }

  /**
   * A view that cannot be drawn is not acknowledged, and the connection starts anew: with a newer view it comes right,
   * and until then the page says that it is out of date, which is true.
   * @param {{ view?: any, rev?: any }} frame
   */
  #draw(frame) {
    try {
      this.#options.onView(frame.view, frame.rev, this.#anew);
    } catch (error) {
      console.error(error);
      this.#letGo();
      this.#closed(1000);
      return false;
    }
    this.#anew = false;
    this.#send({ seen: frame.rev });
    return true;
  }

  /** @param {number} code */
  #closed(code) {
    this.#socket = null;
    if (REFUSALS.includes(code)) {
      this.stop();
      this.#become("refused", code);
      return;
    }
    this.#closedAt ??= this.#clock.now();
    const wait = Math.min(RETRY_MAX_MS, RETRY_FIRST_MS * 2 ** this.#failures);
    this.#failures = Math.min(this.#failures + 1, 16);
    // Jitter of half the wait each way, so that a hall of screens does not come back in one stroke.
    const jittered = wait * (0.5 + this.#options.random());
    this.#clock.clearTimeout(this.#retryTimer);
    this.#retryTimer = this.#clock.setTimeout(() => this.#running && !this.#socket && this.#open(), jittered);
  }

  #watch() {
    this.#watchTimer = this.#clock.setTimeout(() => {
      this.#check();
      if (this.#running) this.#watch();
    }, 500);
  }

  #check() {
    const now = this.#clock.now();
    const away = this.#closedAt === null ? 0 : now - this.#closedAt;
    if (now - this.#heardAt >= STALE_AFTER_MS || away > CLOSED_GRACE_MS) this.#become("stale");
    const silence = now - Math.max(this.#heardAt, this.#openedAt);
    if (this.#socket && silence >= STALE_AFTER_MS) {
      // Half-open, or nobody picks up: the other side is gone, and the operating system does not know it yet.
      this.#letGo();
      this.#closed(1006);
    } else if (silence >= BEAT_AFTER_MS) {
      this.#beat(now);
    }
  }

  /** @param {number} now */
  #beat(now) {
    if (now - this.#beatAt < BEAT_AFTER_MS) return;
    this.#beatAt = now;
    this.#beats += 1;
    this.#send({ beat: this.#beats });
  }

  /** The page is looked at again, or the network is back: find out at once instead of waiting for the next timer. */
  #lookUp() {
    if (!this.#running || globalThis.document?.visibilityState === "hidden") return;
    this.#check();
    if (this.#socket) return this.#beat(this.#clock.now());
    this.#failures = 0;
    this.#clock.clearTimeout(this.#retryTimer);
    this.#open();
  }

  #letGo() {
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }

  /** @param {object} frame */
  #send(frame) {
    if (this.#socket?.readyState === 1) this.#socket.send(JSON.stringify(frame));
  }

  /** @param {LiveState} state @param {number} [code] */
  #become(state, code) {
    if (this.#state === state) return;
    this.#state = state;
    this.#options.onState(state, code);
  }
}

/** @param {string} path */
function address(path) {
  const here = globalThis.location;
  return here ? `${here.protocol === "https:" ? "wss" : "ws"}://${here.host}${path}` : path;
}

/** @param {unknown} data @returns {{ view?: any, rev?: any, beat?: any, now?: any, set_up?: any } | null} */
function parse(data) {
  try {
    const frame = JSON.parse(String(data));
    return typeof frame === "object" ? frame : null;
  } catch {
    return null;
  }
}
