/** What the page of one desk looks like. No state in here: a model comes in, what is pressed goes out. */
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { inLanguage, keepChoices } from "../sign-in/addresses.js";
import { accountMenu } from "./parts/account-menu.js";
import { awayList } from "./parts/away-list.js";
import { bar } from "./parts/bar.js";
import { chooserPanel } from "./parts/chooser-panel.js";
import { clockBar } from "./parts/clock-bar.js";
import { contactLine } from "./parts/contact-line.js";
import { dayFigures } from "./parts/day-figures.js";
import { keyCapsPart } from "./parts/key-caps.js";
import { noteField } from "./parts/note-part.js";
import { offlineBar } from "./parts/offline-bar.js";
import { queueList } from "./parts/queue-list.js";
import { strandedBar } from "./parts/stranded-bar.js";
import { helpBars, takenBar } from "./parts/team-bars.js";
import { visitBlock } from "./parts/visit-block.js";

/**
 * @typedef {import("./situation.js").DeskView} DeskView
 * @typedef {import("./keys.js").Key} Key
 *
 * @typedef {object} DeskModel  all that the parts of the page draw from
 * @property {import("../shared/text.js").Text} text
 * @property {string} language
 * @property {string[]} languages  of the office
 * @property {string} firstLanguage  of the office
 * @property {DeskView} view
 * @property {import("./situation.js").Situation} situation
 * @property {string} officer  whoever is signed in
 * @property {number} now  ms by the server's clock
 * @property {string} time  wall clock
 * @property {string | null} stale  "as of 09:46" while there is no connection
 * @property {boolean} still  the call stands without its entrance
 * @property {Set<number>} arrived  tickets that came with the newest view
 * @property {import("./keys.js").KeyCap[]} caps
 * @property {import("./pressing.js").Pressing} pressing
 * @property {boolean} busy  the keys rest for a moment
 * @property {import("./idle-key.js").IdleKey | null} idle  the key pressed last, when it does nothing now
 * @property {import("./contact.js").DeskContact} contact
 * @property {import("./note.js").DeskNote} note
 * @property {number} fitting  rows of the queue for which there is room
 * @property {string[]} serviceNames  of this counter
 * @property {ReturnType<typeof serviceNaming>} serviceOf
 * @property {(id: string) => string} callReasonOf
 * @property {(id: string | null) => string} pauseReasonOf  empty without a reason
 * @property {(id: string) => string} outcomeOf
 *
 * @typedef {object} Doings  what is pressed
 * @property {(key: Key) => void} press
 * @property {(key: string) => void} choose  in the list that is open
 * @property {(text: string) => void} type  into the note
 * @property {() => void} save  the note
 * @property {() => void} leave  the note
 * @property {() => void} contact
 * @property {(counter: number) => void} endHelp
 * @property {() => void} close  the counter
 * @property {() => void} signOut
 *
 * @typedef {object} Open  what is open
 * @property {import("./chooser.js").Chooser | null} chooser
 * @property {import("./notes.js").Notes["draft"]} draft
 * @property {string | null} lostAt  wall clock of the moment when the connection was lost
 */

/** @param {DeskModel} model @param {Open} open @param {Doings} doings */
export function deskDrawing(model, { chooser, draft, lostAt }, doings) {
  const { situation, view, stale, busy } = model;
  // A list or a field; in the place of the keys, too: no digit may stand on the page with two meanings.
  const list = chooser ? chooserPanel(model, chooser, doings.choose) : draft && noteField(model, draft, doings);
  return html`
    <main class="desk" data-state=${situation} data-counter=${view.counter}
        data-connection=${stale ? "stale" : "live"} ?data-busy=${busy}>
      ${bar(model, menu(model, doings))}
      ${clockBar(model)}
      ${strandedBar(model)}
      ${helpBars(model, doings.endHelp)}
      ${takenBar(model)}
      ${offlineBar(model, lostAt)}
      <div class="columns">
        <div class="left">${queueList(model)}${awayList(model)}</div>
        <section class="now">${visitBlock(model, list)}
          ${list ? nothing : contactLine(model, doings.contact)}
          ${list ? nothing : keyCapsPart(model, doings.press)}</section>
        ${dayFigures(model)}
      </div>
    </main>`;
}

/** @param {DeskModel} model @param {Doings} doings */
function menu({ text, situation, view, stale, busy, officer, languages }, { close, signOut }) {
  const other = languages[(languages.indexOf(text.language) + 1) % languages.length];
  return accountMenu({
    text, other, officer,
    mine: situation !== "closed" && situation !== "held",
    choiceAddress: keepChoices("/desk?choose=1", location.search),
    otherLanguage: languages.length > 1 ? inLanguage(location, other) : null,
    called: situation === "calling" ? view.visit?.number ?? null : null,
    asleep: Boolean(stale) || busy,
  }, { close, signOut });
}

/** @param {DeskModel} model */
export function titleOf({ text, view, situation }) {
  const visit = situation === "calling" || situation === "serving" ? view.visit : null;
  return visit
    ? text.say("desk-title-visit", { number: visit.number, counter: view.counter })
    : text.say("desk-title-counter", { counter: view.counter });
}
