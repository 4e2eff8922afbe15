/** The page of one desk: holds the newest view, sends what the keys mean, draws. The rules stand beside it. */
import { html, render } from "../vendor/lit-html/lit-html.js";
import { call } from "../shared/api.js";
import { name, pauseReason } from "../shared/office.js";
import { newKey } from "../shared/key.js";
import { Live } from "../shared/live.js";
import { Renewal } from "../shared/renewal.js";
import { wallClock } from "../shared/time.js";
import { keepChoices, signInAddress } from "../sign-in/addresses.js";
import { contactAnswered, contactPressed, contactViewed, newDeskContact, stillShown } from "./contact.js";
import { chooserKey, completed } from "./chooser.js";
import { deskDrawing, titleOf } from "./desk-drawing.js";
import { helpMethod } from "./help.js";
import { idleKey, stillIdle } from "./idle-key.js";
import { firstOf, listOf, wholeView } from "./key-lists.js";
import { keyCaps } from "./keys.js";
import { leavingChooser } from "./leaving.js";
import { Notes } from "./notes.js";
import { listenToKeys } from "./keyboard.js";
import {
  answered, calm, isBusy, press, quiet, QUIET_MS, readAnswer, settled, SETTLE_MS, viewed,
} from "./pressing.js";
import { closeAccountMenu } from "./parts/account-menu.js";
import { wholeRows } from "./queue.js";
import { serviceNaming } from "./services.js";
import { basisOf, situationOf, somebodyCame } from "./situation.js";
import { takeOverChooser } from "./take-over.js";
import { allowTick, tick } from "./tick.js";

/**
 * @typedef {import("./situation.js").DeskView} DeskView
 * @typedef {import("./keys.js").Key} Key
 * @typedef {import("./desk-drawing.js").DeskModel} DeskModel
 */

/** Who waits at most in the list of a desk: as many as the server tells at once. */
const LISTED_MAX = 1_000;

export class DeskPage {
  #root; #office; #text; #officer; #counter; #serviceOf; #live; #onRefused; #renewal;
  /** @type {DeskView | null} */
  #view = null;
  /** @type {import("./situation.js").Situation | null} */
  #situation = null;
  #pressing = quiet();
  /** @type {import("./idle-key.js").IdleKey | null} */
  #idle = null;
  /** @type {string | null} wall clock of the moment when the connection was lost */
  #lostAt = null;
  /** @type {number | null} the call that was on when the page opened: it has had its entrance */
  #openedWith = null;
  /** @type {Set<number>} */
  #arrived = new Set();
  #contact = newDeskContact();
  #notes;
  /** @type {import("./chooser.js").Chooser | null} the list that is open */
  #chooser = null;
  #fitting = Infinity;
  #over = false;
  /** @type {import("./desk-drawing.js").Doings} */
  #doings = {
    press: (key) => this.press(key),
    choose: (key) => this.#choose(key),
    type: (text) => this.#notes.draft && this.#notes.write({ ...this.#notes.draft, text }),
    save: () => this.#lostAt === null && void this.#notes.save().then(() => this.#rest()),
    leave: () => this.#notes.write(null),
    contact: () => void this.#pressContact(),
    endHelp: (counter) => void this.#sendHelp("DELETE", counter),
    close: () => void this.#send(this.#ownOrder("close")),
    signOut: () => void this.#signOut(),
  };

  /**
   * @param {HTMLElement} root
   * @param {{ office: import("../shared/office.js").Office, text: import("../shared/text.js").Text, officer: string,
   *   counter: number, onRefused: (code: number) => void }} options  `onRefused`: close code of the live connection
   */
  constructor(root, { office, text, officer, counter, onRefused }) {
    this.#root = root;
    this.#office = office;
    this.#text = text;
    this.#officer = officer;
    this.#counter = counter;
    this.#serviceOf = serviceNaming(office, text.language);
    this.#onRefused = onRefused;
    this.#notes = new Notes({
      counter, language: text.language, draw: () => this.#draw(),
      send: async (order) => await this.#send(order) ? "done" : this.#pressing.refusal?.code ?? null,
    });
    this.#live = new Live({
      path: `/live/desks/${counter}`,
      onView: (view) => this.#show(view),
      onState: (state, code) => this.#connection(state, code),
      onClock: office.sync,
      onSetUp: () => void this.#renewal.look(),
    });
    this.#renewal = new Renewal({ office });
  }

  start() {
    this.#live.start();
    listenToKeys(this.#root, {
      press: (key) => this.press(key),
      pressUnused: (digit) => this.#pressUnused(digit),
      pressContact: () => void this.#pressContact(),
      pressHelp: () => void this.#pressHelp(),
    });
    this.#tickSeconds();
  }

  /** A key of the number pad, or its button. @param {Key} key */
  press(key) {
    if (this.#over || !this.#view || !this.#situation) return;
    // The field has lost the focus: what is typed is meant for it, also when its ticket is gone.
    if (this.#notes.draft) return this.#focusOn("[data-field=note]");
    if (this.#lostAt !== null) return this.#sayIdle(key);
    if (this.#chooser) return this.#choose(key);
    const command = keyCaps(this.#situation, this.#view, this.#office.now()).find((cap) => cap.key === key)?.command;
    allowTick();
    if (command === "choose") return this.#leaveFor("/desk?choose=1");
    if (command === "note") return this.#openNote();
    if (command === "take-over") return this.#open(takeOverChooser(this.#view));
    const list = command && firstOf(command, this.#view, { office: this.#office, language: this.#text.language });
    if (list) {
      this.#open(list);
      if (list.loading) void this.#complete(command);
      return;
    }
    if (command) void this.#send(this.#ownOrder(command));
    else this.#sayIdle(key);
  }

  /**
   * The name of a thing of the set-up in the reader's language; one that it no longer has is called by its id.
   * @param {{ id: string, name: import("../shared/office.js").Texts }[]} things
   * @param {string} id
   */
  #nameIn(things, id) {
    const known = things.find((thing) => thing.id === id);
    return known ? name(known.name, this.#text.language) : id;
  }

  /** A verb of this counter's, without a body. @param {string} command @returns {import("./chooser.js").ChosenOrder} */
  #ownOrder(command) {
    return { command, path: `/counters/${this.#counter}/${command}` };
  }

  /** @param {import("./chooser.js").Chooser | null} chooser */
  #open(chooser) {
    this.#chooser = chooser;
    this.#idle = null;
    closeAccountMenu(this.#root);
    this.#draw();
    // Whoever listens to the page hears the list; digits choose wherever the focus is.
    this.#focusOn("[data-option]");
  }

  /** All who wait: the view carries only the first. @param {string} command */
  async #complete(command) {
    const language = this.#text.language;
    const answer = await call("GET", `/queue?counter=${this.#counter}&limit=${LISTED_MAX}`, { language });
    if (!this.#chooser?.loading || !this.#view) return;
    const whole = listOf(command, wholeView(this.#view, answer.ok ? answer.body : null),
      { office: this.#office, language });
    if (whole?.kind !== this.#chooser.kind) return;
    this.#chooser = completed(this.#chooser, whole);
    this.#draw();
  }

  /** @param {string} selector */
  #focusOn(selector) {
    const element = this.#root.querySelector(selector);
    if (element instanceof HTMLElement) element.focus();
  }

  #openNote() {
    if (!this.#notes.open()) return this.#sayIdle("-");
    this.#idle = null;
    closeAccountMenu(this.#root);
    this.#draw();
    this.#focusOn("[data-field=note]");
  }

  /** The field is closed: a second `Enter` by a trembling hand must not call the next one. */
  #rest() {
    if (this.#notes.draft) return;
    this.#press({ ...this.#pressing, listensAt: performance.now() + QUIET_MS });
    setTimeout(() => this.#draw(), QUIET_MS + 1);
  }

  /** A key while a list is open. @param {string} key */
  #choose(key) {
    if (!this.#chooser || isBusy(this.#pressing, performance.now())) return;
    const { chooser, order } = chooserKey(this.#chooser, key);
    if (chooser !== this.#chooser) this.#open(chooser);
    if (order) void this.#send(order).then((done) => done && order.then === "sign-out" && this.#endSession());
  }

  /** A digit that no key of the desk has. @param {string} digit */
  #pressUnused(digit) {
    if (this.#notes.draft) this.#focusOn("[data-field=note]");
    else if (this.#chooser && this.#lostAt === null) this.#choose(digit);
    else this.#sayIdle(digit);
  }

  /** @param {string} key */
  #sayIdle(key) {
    const now = performance.now();
    // A key that is pressed twice by a trembling hand needs no words.
    if (this.#over || !this.#situation || isBusy(this.#pressing, now)) return;
    this.#idle = idleKey(key, { situation: this.#situation, stale: this.#lostAt !== null, now });
    this.#draw();
  }

  /**
   * @param {import("./chooser.js").ChosenOrder} wanted
   * @returns {Promise<boolean>}  whether it was done; not yet when the desk asks first what becomes of those who wait
   */
  async #send(wanted) {
    const { command, path, body } = wanted;
    const view = /** @type {DeskView} */ (this.#view);
    const now = performance.now();
    const [pressing, order] = press(this.#pressing, { command, basis: basisOf(view), now, makeKey: newKey });
    if (!order) return false;
    this.#idle = null;
    this.#press(pressing);
    // The keys listen again when this time is over: the page must show that.
    setTimeout(() => this.#draw(), pressing.listensAt - now + 1);
    const answer = await call("POST", path, { key: order.idempotencyKey, language: this.#text.language, body });
    if (!answer.ok && answer.problem?.code === "not-signed-in") {
      this.#leaveFor(signInAddress(location));
      return false;
    }
    const asks = answer.problem?.code === "people-wait";
    // A note that is written over another one changes nothing in the view.
    const read = asks || (answer.ok && command.startsWith("note ")) ? calm : readAnswer(answer);
    this.#press(answered(this.#pressing, read, this.#view && basisOf(this.#view)));
    if (asks && this.#view) this.#open(this.#leavingChooser(this.#view, wanted, answer.problem));
    const settling = this.#pressing.settling;
    if (settling) setTimeout(() => this.#press(settled(this.#pressing, settling)), SETTLE_MS);
    return answer.ok;
  }

  /**
   * @param {DeskView} view
   * @param {import("./chooser.js").ChosenOrder} wanted
   * @param {any} problem
   */
  #leavingChooser(view, wanted, problem) {
    return leavingChooser(view, wanted, problem, {
      nameOf: (code) => this.#serviceOf(code).name,
      say: (id, values) => this.#text.say(id, values),
    });
  }

  /** Asks for the phone number, or hides it. */
  async #pressContact() {
    if (this.#over || this.#lostAt !== null || this.#notes.draft) return;
    this.#contact = contactPressed(this.#contact, performance.now());
    this.#draw();
    if (this.#contact.state !== "asked") return;
    const asked = this.#contact;
    const answer = await call("GET", `/counters/${this.#counter}/contact`, { language: this.#text.language });
    // Another press or another ticket came first: its own answer counts.
    if (this.#contact !== asked) return;
    this.#contact = contactAnswered(asked, answer, performance.now());
    this.#draw();
  }

  /** The chord: without a word on the page but a small sign, since whoever sits in front may read it. */
  async #pressHelp() {
    const mine = this.#situation !== "closed" && this.#situation !== "held";
    if (!this.#view || !mine || this.#lostAt !== null) return;
    await this.#sendHelp(helpMethod(this.#view), this.#counter);
  }

  /** @param {"POST" | "DELETE"} method @param {number} counter */
  async #sendHelp(method, counter) {
    await call(method, `/counters/${counter}/help`, { key: newKey(), language: this.#text.language });
  }

  async #signOut() {
    const mine = this.#situation !== "closed" && this.#situation !== "held";
    // Where the desk asks first, the answer to that goes on to here.
    if (!mine || await this.#send({ ...this.#ownOrder("close"), then: "sign-out" })) await this.#endSession();
  }

  async #endSession() {
    const answer = await call("DELETE", "/sessions/current", { language: this.#text.language });
    if (answer.ok || answer.problem?.code === "not-signed-in") return this.#leaveFor("/sign-in");
    const text = answer.problem?.detail ?? this.#text.say("desk-sign-out-failed");
    this.#press({ ...this.#pressing, refusal: { code: "sign-out-failed", text } });
  }

  /** @param {DeskView} view */
  #show(view) {
    const before = this.#view;
    const known = new Set(before?.queue.map(({ id }) => id));
    this.#arrived = new Set(before ? view.queue.map(({ id }) => id).filter((id) => !known.has(id)) : []);
    this.#view = view;
    const situation = situationOf(view, this.#officer);
    if (somebodyCame(this.#situation, situation)) tick();
    // What the list is about is over: its digits would mean something else.
    if (before && basisOf(before) !== basisOf(view)) this.#chooser = null;
    this.#situation = situation;
    if (!before) this.#openedWith = view.visit?.call ?? null;
    this.#pressing = viewed(this.#pressing, basisOf(view));
    this.#contact = contactViewed(this.#contact, view);
    this.#notes.viewed(view, ["empty", "waiting", "calling", "serving"].includes(situation));
    this.#draw();
  }

  /** @param {import("../shared/live.js").LiveState} state @param {number} [code] */
  #connection(state, code) {
    if (state === "refused") {
      this.#over = true;
      return this.#onRefused(code ?? 0);
    }
    // Back again, perhaps with another set-up or version: the first frame has nothing to compare with.
    if (state === "live") void this.#renewal.look();
    this.#lostAt = state === "stale" ? wallClock(this.#office.stamp()) : null;
    if (this.#lostAt !== null) this.#chooser = null;
    this.#draw();
  }

  /** @param {import("./pressing.js").Pressing} pressing */
  #press(pressing) {
    this.#pressing = pressing;
    this.#draw();
  }

  #tickSeconds() {
    if (this.#over) return;
    this.#draw();
    // Not while something is typed or chosen, nor while the server is away.
    if (!this.#chooser && !this.#notes.draft && this.#lostAt === null) void this.#renewal.renew(this.#office.stamp());
    setTimeout(() => this.#tickSeconds(), 1_000 - (this.#office.now() % 1_000) + 5);
  }

  /** @param {string} address */
  #leaveFor(address) {
    this.#live.stop();
    location.assign(keepChoices(address, location.search));
  }

  #draw() {
    if (this.#over) return;
    if (!this.#view || !this.#situation) {
      if (this.#lostAt) render(html`<p class="connecting">${this.#text.say("desk-connecting")}</p>`, this.#root);
      return;
    }
    const model = this.#model(this.#view, this.#situation);
    document.title = titleOf(model);
    render(this.#page(model), this.#root);
    this.#fit(model);
  }

  /** Rows for which there is no room are counted instead. @param {DeskModel} model */
  #fit(model) {
    const list = this.#root.querySelector(".queue ol");
    const rows = /** @type {HTMLElement[]} */ ([...list?.children ?? []]);
    const top = rows[0]?.offsetTop ?? 0;
    const fitting = wholeRows(rows.map((row) => row.offsetTop + row.offsetHeight - top), list?.clientHeight ?? 0);
    if (fitting === Math.min(this.#fitting, rows.length)) return;
    this.#fitting = fitting < rows.length ? fitting : Infinity;
    render(this.#page({ ...model, fitting: this.#fitting }), this.#root);
  }

  /** @param {DeskView} view @param {import("./situation.js").Situation} situation @returns {DeskModel} */
  #model(view, situation) {
    const text = this.#text;
    return {
      text, view, situation,
      officer: this.#officer,
      language: text.language,
      languages: this.#office.languages,
      firstLanguage: this.#office.languages[0],
      now: this.#office.now(),
      time: wallClock(this.#office.stamp()),
      stale: this.#lostAt === null ? null : text.say("desk-as-of", { time: this.#lostAt }),
      still: view.visit?.call === this.#openedWith,
      arrived: this.#arrived,
      fitting: this.#fitting,
      caps: keyCaps(situation, view, this.#office.now()),
      pressing: this.#pressing,
      busy: isBusy(this.#pressing, performance.now()),
      idle: stillIdle(this.#idle, situation, performance.now()),
      note: this.#notes.note,
      contact: stillShown(this.#contact, performance.now()),
      serviceNames: view.services.map((code) => this.#serviceOf(code).name),
      serviceOf: this.#serviceOf,
      callReasonOf: (id) => this.#nameIn(this.#office.call_reasons, id),
      outcomeOf: (id) => this.#nameIn(this.#office.outcomes, id),
      pauseReasonOf: (id) => pauseReason(this.#office, id, text.language),
    };
  }

  /** @param {DeskModel} model */
  #page(model) {
    return deskDrawing(model, { chooser: this.#chooser, draft: this.#notes.draft, lostAt: this.#lostAt }, this.#doings);
  }
}
