/** The pages of the set-up: what is typed, what of it is wrong, and the way from there to what is in force. */
import { html, nothing, render } from "../vendor/lit-html/lit-html.js";
import { bar, obstacle } from "../admin/frame.js";
import { name } from "../shared/office.js";
import { keepChoices } from "../sign-in/addresses.js";
import { copyOf, draftOf, nameOf, put } from "./changing/draft.js";
import { editsBetween, isSame } from "./changing/edits.js";
import { reviewDialog } from "./changing/review.js";
import { look, rebased, save } from "./changing/saving.js";
import { troublesAt, troublesFrom, troublesOf } from "./changing/troubles.js";
import { HOME, pageAt } from "./data/pages.js";
import { LISTS } from "./data/lists.js";
import { loadPart } from "./parts/part.js";
import { askEntries, askSetUp, askShipped } from "./source.js";
import { focusOn } from "./focus.js";
import { OfficePictures } from "./pictures/office-pictures.js";
import { troubleLink } from "./troubles-view.js";
import { failure, frame } from "./view.js";

/** How often the clock of the bar is drawn, ms. */
const DRAW_MS = 5_000;

export class SetUpPage {
  #root; #office; #text; #pictures;
  /** @type {import("./source.js").Known | null} */
  #known = null;
  /** @type {any} an answer that brought no set-up */
  #obstacle = null;
  /** @type {import("./changing/draft.js").Document} */
  #draft = {};
  /** Whether every mistake is told, or only those of fields that were left. */
  #tellAll = false;
  #touched = new Set();
  /** What the server found. @type {import("./changing/troubles.js").Trouble[]} */
  #found = [];
  #open = new Set();
  /** @type {any} */
  #removed = null;
  #focus = "";
  #shipped = null;
  /** @type {import("./changing/saving.js").Review | null} */
  #review = null;
  #read = false;
  /** @type {"" | "checking" | "saving"} */
  #busy = "";
  /** @type {any} an answer that saved nothing */
  #failed = null;
  /** @type {{ theirs: any[], lost: any[] } | null} */
  #moved = null;
  #savedAt = "";
  #drawing = false;
  #drawAgain = false;
  /** Those that were looked at. @type {Map<string, import("./parts/part.js").Part>} */
  #parts = new Map();

  /**
   * @param {HTMLElement} root
   * @param {{ office: import("../shared/office.js").Office, text: import("../shared/text.js").Text }} options
   */
  constructor(root, { office, text }) {
    this.#root = root;
    this.#office = office;
    this.#text = text;
    this.#pictures = new OfficePictures({ text, draw: () => this.#draw() });
  }

  async start() {
    this.#draw();
    setInterval(() => this.#draw(), DRAW_MS);
    globalThis.addEventListener("popstate", () => void this.#arrive());
    globalThis.addEventListener("beforeunload", (event) => {
      if (this.#edits().length > 0) event.preventDefault();
    });
    this.#root.addEventListener("click", (event) => this.#follow(event));
    await Promise.all([this.#load(), this.#ready(pageAt(location.pathname))]);
    this.#draw();
    if (this.#known?.mayChange) void this.#pictures.load();
    this.#shipped = await askShipped(this.#text.language);
    this.#draw();
  }

  /** Whether the set-up could be read. */
  async #load() {
    const { known, answer } = await askSetUp(this.#text.language);
    this.#obstacle = answer ?? null;
    if (known) {
      this.#known = known;
      this.#draft = draftOf(known.setUp.document);
    }
    this.#draw();
    return known !== undefined && known !== null;
  }

  /** Goes from part to part without loading anew, so that nothing typed is lost. @param {MouseEvent} event */
  #follow(event) {
    const link = /** @type {HTMLElement} */ (event.target).closest?.("a[href]");
    const address = link?.getAttribute("href") ?? "";
    const path = address.split("?")[0];
    if ((path !== HOME && !path.startsWith(`${HOME}/`)) || link?.hasAttribute("download")) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button > 0) return;
    event.preventDefault();
    history.pushState(null, "", keepChoices(path, location.search));
    this.#focus = /** @type {HTMLElement} */ (link).dataset.goal ?? "";
    void this.#arrive();
  }

  /** Makes a part, when it is looked at first. @param {string} page */
  async #ready(page) {
    if (this.#parts.has(page)) return;
    this.#parts.set(page, await loadPart(page, {
      text: this.#text, office: this.#office, draw: () => this.#draw(), look: (wish) => void this.#look(wish),
    }));
  }

  async #arrive() {
    await this.#ready(pageAt(location.pathname));
    this.#removed = null;
    this.#openWrong();
    const goal = this.#focus;
    this.#draw();
    if (goal) return;
    scrollTo(0, 0);
    this.#root.querySelector("h1")?.focus();
  }

  /** Entries with mistakes are shown. */
  #openWrong() {
    for (const { path } of this.#troubles()) {
      let value = this.#draft;
      for (const step of path) {
        value = value?.[step];
        if (typeof step === "number" && typeof value === "object") this.#open.add(value);
      }
    }
  }

  #edits() {
    return this.#known ? editsBetween(this.#known.setUp.document, this.#draft) : [];
  }

  #troubles() {
    if (!this.#known?.mayChange) return [];
    const own = troublesOf(this.#draft);
    const seen = own.filter(({ path }) => this.#tellAll || [...this.#touched].some((left) =>
      path.join(".").startsWith(left)));
    return [...seen, ...this.#found.filter(({ path }) => troublesAt(seen, path).length === 0 || path.length === 0)];
  }

  /** @param {() => void} change */
  #change(change) {
    this.#removed = null;
    this.#savedAt = "";
    // What the server found is of what was sent: it says so again if it is still so.
    this.#found = [];
    change();
    this.#draw();
  }

  /** @returns {import("./fields/field.js").Form} */
  #form() {
    return {
      text: this.#text, now: this.#office.stamp(), draft: this.#draft, languages: this.#draft.office?.languages ?? [],
      readOnly: !this.#known?.mayChange, troubles: this.#troubles(), open: this.#open, removed: this.#removed,
      pictures: this.#pictures,
      again: () => this.#form(),
      set: (path, value) => this.#change(() => put(this.#draft, path, value)),
      change: (change) => this.#change(change),
      touched: (path) => {
        this.#touched.add(path.slice(0, typeof path[1] === "number" ? 3 : 2).join("."));
        this.#draw();
      },
      focusOn: (focus) => (this.#focus = focus),
      remove: (key, called, change) => {
        const before = copyOf(this.#draft);
        this.#change(change);
        this.#removed = { key, name: called, back: () => this.#change(() => (this.#draft = before)) };
        this.#focus = "put-back";
        this.#draw();
      },
    };
  }

  async #lookThrough() {
    this.#tellAll = true;
    this.#found = [];
    if (troublesOf(this.#draft).length > 0) return this.#showTroubles();
    await this.#look({ edits: this.#edits() });
  }

  /** @param {import("./changing/saving.js").Wish} wish */
  async #look(wish) {
    if (this.#busy || !this.#known) return;
    await this.#during("checking", () => look(wish, this.#known?.setUp.version ?? 0, this.#text.language));
  }

  async #save() {
    const review = this.#review;
    if (this.#busy || !review) return;
    await this.#during("saving", () => save(review, this.#read, this.#text.language));
  }

  /** @param {"checking" | "saving"} busy @param {() => Promise<import("./changing/saving.js").Outcome>} ask */
  async #during(busy, ask) {
    this.#busy = busy;
    this.#failed = null;
    this.#draw();
    const outcome = await ask();
    if (outcome.kind === "moved") await this.#takeTheirs();
    this.#busy = "";
    switch (outcome.kind) {
      case "review":
        this.#review = outcome.review;
        this.#read = false;
        break;
      case "wrong":
        this.#review = null;
        if (pageAt(location.pathname) === "file") this.#parts.get("file")?.wrong?.(outcome.troubles);
        else {
          this.#found = outcome.troubles;
          return this.#showTroubles();
        }
        break;
      case "moved":
        break;
      case "problem":
        this.#failed = outcome.answer;
        break;
      case "saved":
        return this.#afterSaving();
    }
    this.#draw();
  }

  async #afterSaving() {
    const languages = this.#known?.setUp.document.office?.languages;
    this.#review = null;
    this.#moved = null;
    this.#tellAll = false;
    this.#touched.clear();
    this.#parts.get("file")?.clear?.();
    // What cannot be read again is saved all the same: the obstacle is told, and the draft stays as it was sent.
    if (!await this.#load()) return;
    this.#savedAt = this.#office.stamp().slice(11, 16);
    // Other languages bring other pages.
    if (!isSame(languages, this.#draft.office?.languages)) location.reload();
    this.#draw();
  }

  /** Somebody else has saved: what was typed goes on, on their version. */
  async #takeTheirs() {
    const edits = this.#edits();
    const { known, answer } = await askSetUp(this.#text.language);
    this.#review = null;
    if (!known || !this.#known) this.#failed = answer;
    else {
      const { draft, lost, theirs } = rebased({
        edits, madeFrom: this.#known.setUp.version, setUp: known.setUp, entries: known.entries,
      });
      this.#known = known;
      this.#draft = draft;
      this.#open.clear();
      this.#moved = { theirs, lost };
    }
    this.#focus = "moved";
    this.#draw();
  }

  #showTroubles() {
    this.#openWrong();
    this.#focus = "troubles";
    this.#draw();
  }

  #discard() {
    if (!confirm(this.#text.say("set-up-discard-sure"))) return;
    this.#change(() => {
      this.#draft = draftOf(this.#known?.setUp.document ?? {});
      this.#tellAll = false;
      this.#touched.clear();
      this.#moved = null;
      this.#failed = null;
    });
  }

  /** What an entry is called beside its name in the set-up. @param {string} part @param {string} entry */
  #called(part, entry) {
    if (LISTS[part]?.named === "name") return "";
    const all = [...(this.#draft[part] ?? []), ...(this.#known?.setUp.document[part] ?? [])];
    const found = all.find((one) => LISTS[part]?.named && nameOf(part, one) === entry);
    return found?.name ? name(found.name, this.#text.language) : "";
  }

  /** A field that goes while it has the focus is left by that, in the middle of drawing: then it is drawn once more. */
  #draw() {
    if (this.#drawing) {
      this.#drawAgain = true;
      return;
    }
    this.#drawing = true;
    this.#drawNow();
    this.#drawing = false;
    if (!this.#drawAgain) return;
    this.#drawAgain = false;
    this.#draw();
  }

  #drawNow() {
    const [text, office, known] = [this.#text, this.#office, this.#known];
    const page = pageAt(location.pathname);
    const title = text.say(page ? `set-up-page-${page}` : "set-up-title");
    document.title = `${title} · ${name(office.name, text.language)}`;
    const state = this.#obstacle && !known ? "refused" : !known || !this.#parts.has(page) ? "asking"
      : known.mayChange ? "ready" : "reading";
    render(html`
      ${bar({ here: "set-up", office, text })}
      <main class="set-up" data-state=${state} data-part-page=${page || "overview"}>
        ${state === "refused" ? html`<div class="alone"><h1>${title}</h1>${obstacle(this.#obstacle, text)}</div>`
          : !known || state === "asking" ? html`<div class="alone"><h1>${title}</h1>
            <p class="message" role="status">${text.say("set-up-asking")}</p></div>`
            : this.#shown(page, title, known)}
      </main>`, this.#root);
    this.#afterDrawing();
  }

  /** @param {string} page @param {string} title @param {import("./source.js").Known} known */
  #shown(page, title, known) {
    const text = this.#text;
    const form = this.#form();
    const troubles = page === "file" ? [] : form.troubles;
    const warnings = troublesFrom(known.setUp.warnings);
    return html`
      ${frame({
        page, title, form, known, troubles, moved: this.#moved, failed: this.#review ? null : this.#failed,
        edits: this.#edits().length, busy: this.#busy, savedAt: this.#savedAt,
        called: (part, entry) => this.#called(part, entry),
        review: () => void this.#lookThrough(), discard: () => this.#discard(),
        content: this.#parts.get(page)?.view({
          page, form, known, warnings, shipped: this.#shipped, unsaved: this.#edits().length > 0,
        }),
      })}
      ${this.#review ? reviewDialog({
        review: this.#review, saving: this.#busy === "saving", read: this.#read,
        problem: this.#failed ? failure(this.#failed, text) : null,
        nameOf: (part, entry) => this.#called(part, entry),
        warnings: this.#review.warnings.length === 0 ? null : html`<ul>${troublesFrom(this.#review.warnings)
          .map((trouble) => html`<li>${troubleLink(trouble, form, false)}</li>`)}</ul>`,
        onRead: (read) => {
          this.#read = read;
          this.#draw();
        },
        onSave: () => void this.#save(),
        onBack: () => {
          this.#review = null;
          this.#failed = null;
          this.#draw();
        },
      }, text) : nothing}`;
  }

  #afterDrawing() {
    const dialog = this.#root.querySelector("dialog");
    if (dialog && !dialog.open) dialog.showModal();
    if (!this.#focus) return;
    const goal = this.#focus;
    this.#focus = "";
    focusOn(this.#root, goal);
  }
}
