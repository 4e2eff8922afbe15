/** When the last backup was made, and one at once. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { moment } from "../../admin/amounts.js";
import { call } from "../../shared/api.js";
import { icon } from "../../shared/icons.js";

/** A backup of ten years takes a small board some ten seconds. */
const DEADLINE_MS = 120_000;

export class Backup {
  #text; #office; #draw;
  /** @type {{ file: string, made_at: string } | null | undefined} undefined: not asked yet */
  #newest = undefined;
  #running = false;
  /** @type {any} an answer without a backup */
  #failed = null;
  #made = "";

  /**
   * @param {{ text: import("../../shared/text.js").Text, office: import("../../shared/office.js").Office,
   *   draw: () => void }} options
   */
  constructor({ text, office, draw }) {
    this.#text = text;
    this.#office = office;
    this.#draw = draw;
  }

  view() {
    const text = this.#text;
    if (this.#newest === undefined) void this.#ask();
    return html`
      <section class="backup" data-part="backup-now">
        <p>${this.#newest ? text.say("set-up-backup-newest", {
          when: moment(this.#newest.made_at, this.#office.stamp(), text),
        }) : text.say("set-up-backup-none")}</p>
        <button type="button" class="button quiet" data-action="back-up" ?disabled=${this.#running}
          @click=${() => void this.#backUp()}>${text.say(this.#running ? "set-up-backup-running" : "set-up-backup-now")}
        </button>
        <p class="help">${text.say("set-up-backup-more")}</p>
        <p role="status">${this.#made ? html`${icon("check")} ${text.say("set-up-backup-made", { file: this.#made })}`
          : this.#failed ? html`${icon("warn")} ${this.#failed.problem?.detail ?? text.say("set-up-offline")}`
            : nothing}</p>
      </section>`;
  }

  async #ask() {
    this.#newest = null;
    const answer = await call("GET", "/office/state", { language: this.#text.language });
    if (answer.ok) this.#newest = answer.body.backup?.newest ?? null;
    this.#draw();
  }

  async #backUp() {
    this.#running = true;
    this.#failed = null;
    this.#made = "";
    this.#draw();
    const answer = await call("POST", "/office/backup", { language: this.#text.language, deadlineMs: DEADLINE_MS });
    this.#running = false;
    if (answer.ok) this.#made = answer.body.file;
    else this.#failed = answer;
    await this.#ask();
  }
}
