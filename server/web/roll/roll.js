/** Sheets of an outage's numbers for an office whose only printer takes A4. */
import { html, nothing, render } from "../vendor/lit-html/lit-html.js";
import { call } from "../shared/api.js";
import { icon } from "../shared/icons.js";
import { name } from "../shared/office.js";
import { otherText, startPage } from "../shared/page.js";
import { keepChoices, signInAddress } from "../sign-in/addresses.js";
import { begins, sheets } from "./sheets.js";

const root = /** @type {HTMLElement} */ (document.getElementById("page"));
const { office, text } = await startPage({ areas: ["common", "roll"], forStaff: true });
const second = await otherText(office, text.language, ["common", "roll"]);
/** Where this page remembers the last number of each letter that it printed. */
const PRINTED = "moi-roll-printed";
/** @type {Record<string, import("./sheets.js").Here>} */
const here = JSON.parse(localStorage.getItem(PRINTED) ?? "{}");
/** @type {{ prefix: string | null, count: number, from: number | null }} */
let wish = { prefix: null, count: 24, from: null };
/** @type {import("./sheets.js").PaperNumbers[] | null} */
let numbers = null;
let failed = "";
await load();

async function load() {
  const answer = await call("GET", "/outage", { language: text.language });
  // A device of the reception's is connected at the reception's own page.
  if (answer.problem?.code === "not-signed-in") {
    return location.replace(keepChoices(signInAddress(location), location.search));
  }
  if (answer.ok) numbers = answer.body.numbers;
  else failed = answer.problem?.detail ?? text.say("common-no-server");
  draw();
}

/** @param {Partial<typeof wish>} changed */
function want(changed) {
  wish = { ...wish, ...changed };
  draw();
}

function draw() {
  document.title = text.say("roll-title");
  render(numbers ? page(numbers) : html`<p class="notice bad" role="alert">${failed}</p>`, root);
}

/** @param {import("./sheets.js").PaperNumbers[]} known */
function page(known) {
  const all = sheets(known, office.services, wish, here);
  const before = known.flatMap((one) => begins(one, here).before ?? []);
  return html`
    <header class="tools">
      <h1>${text.say("roll-title")}</h1>
      <p>${text.say(known.length > 0 ? "roll-how" : "roll-none")}</p>
      ${before.length > 0
        ? html`<p class="pile">${text.say("roll-pile", { numbers: before.join(", ") })}</p>` : nothing}
      <label>${text.say("roll-service")}
        <select @change=${(/** @type {any} */ { target }) => want({ prefix: target.value || null, from: null })}>
          <option value="">${text.say("roll-all")}</option>
          ${known.map(({ prefix }) => html`<option value=${prefix}>${prefix} · ${fieldOf(prefix, text)}</option>`)}
        </select></label>
      <label>${text.say("roll-count")}
        <input type="number" class="num" min="1" max="500" step="8" .value=${String(wish.count)}
          @change=${(/** @type {any} */ { target }) => want({ count: Number(target.value) || 8 })}></label>
      ${wish.prefix === null ? nothing : html`<label>${text.say("roll-from")}
        <input type="number" class="num" min="1" data-field="from"
          .value=${all[0]?.[0]?.number.slice(wish.prefix.length) ?? ""}
          @change=${(/** @type {any} */ { target }) => want({ from: Number(target.value) || null })}></label>`}
      <button type="button" data-action="print" @click=${() => printAll(all)}>${icon("printer")}
        ${text.say("roll-print", { count: all.length })}</button>
    </header>
    <main>${all.map((sheet) => html`<section class="sheet">${sheet.map(slip)}</section>`)}</main>`;
}

/** Remembers what is printed: the next visit of the page begins behind it. @param {ReturnType<typeof sheets>} all */
function printAll(all) {
  print();
  for (const { number } of all.flat()) {
    const own = numbers?.find(({ prefix }) => /^[A-Z]+/.exec(number)?.[0] === prefix);
    if (own) here[own.prefix] = { last: number, printed: own.printed };
  }
  localStorage.setItem(PRINTED, JSON.stringify(here));
}

/** @param {string} prefix @param {import("../shared/text.js").Text} reader */
function fieldOf(prefix, reader) {
  const own = office.services.filter((service) => service.prefix === prefix);
  return own.map((service) => name(service.name, reader.language)).join(" · ");
}

/** @param {import("./sheets.js").RollSlip} one */
function slip({ number, services }) {
  const own = office.services.filter(({ code }) => services.includes(code));
  const counters = [...new Set(own.flatMap((service) => service.counters))];
  return html`
    <article class="slip" data-number=${number}>
      <p class="office">${name(office.name, text.language)}<span>${
        text.say(office.rehearsal ? "common-rehearsal" : "roll-slip")}</span></p>
      <p class="field">${own.length === 1 ? icon(own[0].pictogram) : nothing}
        <b>${own.map((service) => name(service.name, text.language)).join(" · ")}</b>
        <span>${text.say("roll-counter", { counters: counters.join(", ") })}</span></p>
      <p class="num big">${number}</p>
      ${[text, second].map((reader) => reader
        ? html`<p class="advice" lang=${reader.language}>${reader.say("roll-advice")}</p>` : nothing)}
      <p class="handed-out">${text.say("roll-handed-out")}<i></i></p>
    </article>`;
}
