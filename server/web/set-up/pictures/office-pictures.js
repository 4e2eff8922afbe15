/** The office's pictures: which there are, and what becomes of those that are being taken in. */
import { call } from "../../shared/api.js";
import { FILE_MAX, upload } from "./upload.js";

/**
 * @typedef {object} Picture
 * @property {string} id
 * @property {string} address
 * @property {number | null} width
 * @property {number | null} height
 * @property {string[]} used
 * @property {boolean} damaged
 *
 * @typedef {object} Doing  what goes on at one place of the page
 * @property {"sending" | "drawing" | "taken" | "refused"} state
 * @property {number} part  of the file that is sent
 * @property {string} words  why it is refused
 */

export class OfficePictures {
  /** @type {Picture[] | null} null while nobody knows, and for those who may not */
  #list = null;
  #atMost = 0;
  /** @type {Map<string, Doing>} */
  #doings = new Map();
  #text;
  #draw;
  #calls;

  /**
   * @param {{ text: import("../../shared/text.js").Text, draw: () => void,
   *   calls?: { call: typeof call, upload: typeof upload } }} options
   */
  constructor({ text, draw, calls = { call, upload } }) {
    this.#text = text;
    this.#draw = draw;
    this.#calls = calls;
  }

  async load() {
    const answer = await this.#calls.call("GET", "/pictures", { language: this.#text.language });
    if (answer.ok && Array.isArray(answer.body?.pictures)) {
      this.#list = answer.body.pictures;
      this.#atMost = answer.body.at_most;
    }
    this.#draw();
  }

  get list() {
    return this.#list ?? [];
  }

  get atMost() {
    return this.#atMost;
  }

  /** Whether it is known that there is none that could be shown. @param {string} id */
  isMissing(id) {
    return this.#list !== null && !this.#list.some((picture) => picture.id === id && !picture.damaged);
  }

  /** @param {string} place */
  doing(place) {
    return this.#doings.get(place) ?? null;
  }

  /**
   * Takes files in, one after the other, until one is refused.
   * @param {string} place  of the page, where it is told
   * @param {File[]} files
   * @param {string} purpose
   * @param {(id: string) => void} done  with each that is in
   */
  async take(place, files, purpose, done) {
    const now = this.#doings.get(place)?.state;
    if (now === "sending" || now === "drawing") return;
    for (const file of files) {
      const words = await this.#takeOne(place, file, purpose, done);
      this.#become(place, words === null ? "taken" : "refused", 1, words ?? "");
      if (words !== null) return;
    }
  }

  /**
   * @param {string} place @param {File} file @param {string} purpose @param {(id: string) => void} done
   * @returns {Promise<string | null>} why it is refused
   */
  async #takeOne(place, file, purpose, done) {
    if (file.size > FILE_MAX) return this.#text.say("set-up-picture-large", { name: file.name });
    this.#become(place, "sending", 0);
    const answer = await this.#calls.upload(file, {
      purpose,
      language: this.#text.language,
      onProgress: (part) => this.#become(place, part < 1 ? "sending" : "drawing", part),
    });
    if (!answer.ok) return this.#refusal(answer, file.name);
    this.#list = [...this.list.filter(({ id }) => id !== answer.body.id), answer.body];
    done(answer.body.id);
    return null;
  }

  /** Removes a picture for good. @param {string} id */
  async remove(id) {
    const answer = await this.#calls.call("DELETE", `/pictures/${id}`, { language: this.#text.language });
    if (answer.ok || answer.problem?.code === "unknown-picture") {
      this.#list = this.list.filter((picture) => picture.id !== id);
      this.#doings.delete(id);
      this.#draw();
    } else {
      this.#become(id, "refused", 1, this.#refusal(answer, ""));
    }
  }

  /** @param {any} answer @param {string} name */
  #refusal({ problem }, name) {
    const why = problem ? problem.detail || problem.title : this.#text.say("set-up-picture-offline");
    return name ? `${name}: ${why}` : why;
  }

  /** @param {string} place @param {Doing["state"]} state @param {number} part */
  #become(place, state, part, words = "") {
    this.#doings.set(place, { state, part, words });
    this.#draw();
  }
}
