/** The start page: how the hall stands, and every page with what it is for, in two languages side by side. */
import { html, nothing, render } from "../vendor/lit-html/lit-html.js";
import { call } from "../shared/api.js";
import { icon } from "../shared/icons.js";
import { name, pauseReason } from "../shared/office.js";
import { wallClock } from "../shared/time.js";
import { inLanguage, keepChoices } from "../sign-in/addresses.js";
import { hallFigures } from "./hall.js";
import { pagesOf } from "./pages.js";

/** How often the hall is asked for again, ms. */
const REFRESH_MS = 5_000;

export class StartPage {
  #root; #office; #texts; #text;
  /** @type {ReturnType<typeof hallFigures> | null} */
  #hall = null;
  /** @type {string | null} wall clock of the last answer, once the server is away */
  #asOf = null;
  #answeredAt = "";

  /**
   * @param {HTMLElement} root
   * @param {{ office: import("../shared/office.js").Office, texts: import("../shared/text.js").Text[] }} options
   */
  constructor(root, { office, texts }) {
    this.#root = root;
    this.#office = office;
    this.#texts = texts;
    this.#text = texts[0];
  }

  start() {
    this.#draw();
    void this.#refresh();
    setInterval(() => this.#draw(), 1_000);
  }

  async #refresh() {
    const [counters, services] = await Promise.all([call("GET", "/counters"), call("GET", "/services")]);
    if (counters.ok && services.ok) {
      this.#hall = hallFigures(counters.body.counters, services.body.services);
      this.#answeredAt = wallClock(this.#office.stamp());
      this.#asOf = null;
    } else {
      this.#asOf = this.#answeredAt;
    }
    this.#draw();
    setTimeout(() => void this.#refresh(), REFRESH_MS);
  }

  #draw() {
    const language = this.#text.language;
    document.title = this.#text.say("start-title");
    render(html`
      <main class="start" data-connection=${this.#asOf === null ? "live" : "stale"}>
        <div class="picture">
          ${icon("ridge")}${icon("branch")}
          <p class="office">${icon("mark")}
            <span><b>${name(this.#office.name, language)}</b><small>${name(this.#office.unit, language)}</small></span>
            <time class="num">${wallClock(this.#office.stamp())}</time></p>
          <h1 lang="vi">${this.#text.say("start-word")}</h1>
          <p class="meaning">${this.#text.say("start-meaning")}</p>
          ${this.#hall ? this.#figures(this.#hall) : nothing}
        </div>
        <nav class=${this.#texts.length > 1 ? "two" : "one"}>
          ${pagesOf(this.#office).map(({ group, pages }) => html`
            <section>
              <h2><span></span>${this.#texts.map((text) => html`
                <span lang=${text.language}>${text.say(group)}</span>`)}</h2>
              ${pages.map((page) => this.#page(page))}
            </section>`)}
          ${this.#texts.length > 1 ? html`
            <a class="language" href=${inLanguage(location, this.#texts[1].language)} lang=${this.#texts[1].language}
              data-action="language">${icon("globe")}${this.#text.say("start-language")}</a>` : nothing}
        </nav>
      </main>`, this.#root);
  }

  /** @param {ReturnType<typeof hallFigures>} hall */
  #figures({ waiting, open, cells }) {
    const text = this.#text;
    return html`
      <div class="hall">
        <dl>
          <div><dt>${text.say("start-waiting")}</dt><dd class="num" data-waiting=${waiting}>${waiting}</dd></div>
          <div><dt>${text.say("start-counters-open")}</dt><dd class="num" data-open=${open}>${open}</dd></div>
        </dl>
        <ol>${cells.map((cell) => html`
          <li class="cell ${cell.state}" data-counter=${cell.counter} data-state=${cell.state}>
            <span class="plate">${text.say("start-counter-number", { counter: cell.counter })}</span>
            ${cell.message ? html`<small>${text.say(cell.message)}</small>` : nothing}
            ${cell.figure ? html`<span class="num">${cell.figure}</span>` : nothing}
            ${cell.reason ? html`<small>${pauseReason(this.#office, cell.reason, text.language)}</small>` : nothing}
          </li>`)}</ol>
        ${this.#asOf === null ? nothing
          : html`<p class="as-of" role="status">${icon("unlink")}${text.say("start-as-of", { time: this.#asOf })}</p>`}
      </div>`;
  }

  /** @param {import("./pages.js").PageEntry} page */
  #page({ id, icon: drawing, address }) {
    const words = this.#texts.map((text) => html`
      <span class="words" lang=${text.language}><b>${text.say(`start-${id}`)}</b>
        <span>${text.say(`start-${id}-for`)}</span></span>`);
    if (address) {
      const href = keepChoices(address, location.search);
      return html`<a class="page" href=${href} data-page=${id}>${icon(drawing)}${words}</a>`;
    }
    return html`
      <div class="page" data-page=${id}>${icon(drawing)}${words}${id === "counter" ? this.#counters() : nothing}</div>`;
  }

  #counters() {
    return html`<span class="counters">${this.#office.counters.map(({ counter }) => html`
      <a class="num" href=${keepChoices(`/counter/${counter}`, location.search)} data-counter-page=${counter}
        aria-label=${this.#text.say("start-counter-number", { counter })}>${counter}</a>`)}</span>`;
  }
}
