/** "State of the office": one calm sentence when all is well; else what is wrong stands first, with what to do. */
import { html, nothing, render } from "../vendor/lit-html/lit-html.js";
import { Asking } from "../shared/asking.js";
import { icon } from "../shared/icons.js";
import { name } from "../shared/office.js";
import { Renewal } from "../shared/renewal.js";
import { wallClock } from "../shared/time.js";
import { signInAddress } from "../sign-in/addresses.js";
import { bar } from "./frame.js";
import { partsOf } from "./parts.js";
import { factsFor } from "./source.js";
import { summaryOf } from "./summary.js";

const SIGNS = { ok: "check", warn: "warn", bad: "x" };

export class StatePage {
  #root; #office; #text; #renewal; #asking;
  /** @type {import("./source.js").Facts | null} */
  #facts = null;
  /** Wall clock of the last answer. */
  #asOf = "";
  /** @type {"live" | "stale" | null} null: nothing is known yet */
  #connection = null;

  /**
   * @param {HTMLElement} root
   * @param {{ office: import("../shared/office.js").Office, text: import("../shared/text.js").Text }} options
   */
  constructor(root, { office, text }) {
    this.#root = root;
    this.#office = office;
    this.#text = text;
    this.#renewal = new Renewal({ office });
    this.#asking = new Asking({
      ask: factsFor({ language: text.language }),
      onAnswer: (facts) => this.#take(facts),
      onState: (state) => this.#link(state),
    });
  }

  start() {
    this.#asking.start();
    this.#draw();
    setInterval(() => this.#tick(), 1_000);
  }

  /** @param {import("./source.js").Facts} facts */
  #take(facts) {
    this.#facts = facts;
    if (facts.kind === "state") this.#office.sync(facts.state.clock.office_time);
    this.#asOf = wallClock(this.#office.stamp());
    this.#draw();
  }

  /** @param {"live" | "stale"} state */
  #link(state) {
    // The server may have started anew, as another version or with another set-up.
    if (this.#connection === "stale" && state === "live") void this.#renewal.look();
    this.#connection = state;
    this.#draw();
  }

  #tick() {
    this.#draw();
    if (this.#connection === "live") void this.#renewal.renew(this.#office.stamp());
  }

  #draw() {
    const text = this.#text;
    const stale = this.#connection === "stale";
    const nameOf = (/** @type {string} */ code) =>
      name(this.#office.services.find((service) => service.code === code)?.name, text.language) || code;
    const summary = summaryOf({ facts: this.#facts, stale, asOf: this.#asOf, nameOf }, text);
    const { sign, title, more, troubles } = summary;
    document.title = `${title} · ${text.say("admin-title")}`;
    render(html`
      ${bar({ here: "state", office: this.#office, text })}
      <main class="state" data-connection=${stale ? "stale" : "live"} data-sign=${sign}>
        <section class="summary">
          <h1>${sign === "ok" ? icon("check") : nothing}<span>${title}</span></h1>
          ${more ? html`<p>${more}</p>` : nothing}
          ${troubles.map((trouble) => this.#trouble(trouble))}
          ${this.#facts?.kind === "health" ? this.#visitor() : nothing}
        </section>
        ${this.#facts?.kind === "state" ? this.#parts(this.#facts.state) : nothing}
      </main>
      <p class="sr" role="alert">${sign === "bad" ? summary.spoken : ""}</p>
      <p class="sr" role="status">${sign === "bad" ? "" : summary.spoken}</p>`, this.#root);
  }

  /** @param {import("./summary.js").Told} trouble */
  #trouble({ code, sign, title, lead, steps, reason }) {
    const text = this.#text;
    return html`
      <article class="trouble ${sign}" data-trouble=${code}>
        <h2>${icon(SIGNS[sign])}<span>${title} <small>${text.say(`admin-sign-${sign}`)}</small></span></h2>
        <p class="lead">${lead}</p>
        ${steps.length === 0 ? nothing : html`
          <h3>${text.say("admin-what-to-do")}</h3>
          <ol>${steps.map((step) => html`<li>${step}</li>`)}</ol>`}
        ${reason ? html`<p class="reason">${text.say("admin-machine-says")} <samp>${reason}</samp></p>` : nothing}
      </article>`;
  }

  #visitor() {
    const text = this.#text;
    return html`
      <div class="visitor"><p>${text.say("admin-visitor")}</p>
        <a class="button" href=${signInAddress(location)} data-action="sign-in">${text.say("admin-sign-in")}</a></div>`;
  }

  /** @param {import("./shape.js").OfficeState} state */
  #parts(state) {
    const text = this.#text;
    return html`
      <section class="parts" aria-labelledby="parts"><h2 id="parts">${text.say("admin-parts")}</h2>
        <ul>${partsOf(state, text).map(({ id, icon: drawing, sign, figure, words, asides }) => html`
          <li class="part ${sign}" data-part=${id} data-sign=${sign}>
            ${icon(drawing)}
            <h3>${text.say(`admin-${id}`)}</h3>
            <span class="sign">${sign === "none" ? nothing : icon(SIGNS[sign])}${text.say(`admin-sign-${sign}`)}</span>
            <p class="fact">${figure ? html`<span class="num">${figure}</span> ` : nothing}<b>${words}</b></p>
            ${asides.length === 0 ? nothing : html`
              <p class="asides">${asides.map((aside) => html`<span>${aside}</span> `)}</p>`}
          </li>`)}</ul>
      </section>`;
  }
}
