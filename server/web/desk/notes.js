/** The note of a desk: fetched when there is one, and sent. What it means is in `note.js`. */
import { call } from "../shared/api.js";
import {
  draftGone, draftOf, draftViewed, newDeskNote, noteAnswered, noteAsked, noteOrder, noteViewed, noteWritten,
  OTHER_TICKET,
} from "./note.js";

/** Wait before asking again for a note that did not come, ms. */
const AGAIN_MS = 5_000;

export class Notes {
  #counter; #language; #send; #draw;
  /** @type {{ view: import("./note.js").Tickets, mine: boolean } | null} */
  #seen = null;
  #note = newDeskNote();
  /** @type {import("./note.js").Draft | null} what is being written */
  #draft = null;

  /**
   * @param {{ counter: number, language: string, draw: () => void,
   *   send: (order: import("./chooser.js").ChosenOrder) => Promise<"done" | string | null> }} desk  `send`: "done", the
   *   code of the refusal, or null when there was no answer
   */
  constructor({ counter, language, send, draw }) {
    this.#counter = counter;
    this.#language = language;
    this.#send = send;
    this.#draw = draw;
  }

  get note() {
    return this.#note;
  }

  get draft() {
    return this.#draft;
  }

  /**
   * @param {import("./note.js").Tickets} view
   * @param {boolean} mine  whether the server shows this officer the note: the counter is theirs, and not paused
   */
  viewed(view, mine) {
    this.#seen = { view, mine };
    const before = this.#note;
    this.#note = noteViewed(before, view);
    if (this.#draft) this.#draft = draftViewed(this.#draft, before, this.#note);
    if (mine && this.#note.state === "wanted") void this.#read();
  }

  /** Opens the field; false when there is nothing to write on, or a note that has not been read. */
  open() {
    this.write(draftOf(this.#note));
    return this.#draft !== null;
  }

  /** @param {import("./note.js").Draft | null} draft  null: the field is left */
  write(draft) {
    this.#draft = draft;
    this.#draw();
  }

  /** Sends what is written; without a connection, or when the server refuses it, it stays in the field. */
  async save() {
    const draft = this.#draft;
    if (!draft) return;
    if (draft.gone > 0) return this.write(draftGone(draft));
    const order = noteOrder(draft, this.#counter);
    const answer = order === null ? "done" : await this.#send(order);
    if (answer === OTHER_TICKET && this.#draft) return this.write(draftGone(this.#draft));
    if (answer !== "done") return;
    if (order && this.#note.of === draft.of) this.#note = noteWritten(draft);
    this.write(null);
  }

  async #read() {
    const asked = noteAsked(this.#note);
    this.#note = asked;
    const answer = await call("GET", `/counters/${this.#counter}/note`, { language: this.#language });
    // Another ticket came first: its own answer counts.
    if (this.#note !== asked) return;
    this.#note = noteAnswered(asked, answer);
    this.#draw();
    if (this.#note.state !== "failed") return;
    setTimeout(() => this.#seen && this.viewed(this.#seen.view, this.#seen.mine), AGAIN_MS);
  }
}
