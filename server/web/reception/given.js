/** The ticket that was given last: shown until the next one, with how far its slip has come. */
import { Live } from "../shared/live.js";

/** How long the question whether it shall be given back stands, ms: who needs time has it (WCAG 2.2.1). */
const ASKED_MS = 20_000;

/**
 * @typedef {object} GivenTicket
 * @property {number} id
 * @property {string} token
 * @property {string} number
 * @property {string} service
 * @property {string[]} then  services after that one
 * @property {number} ahead
 * @property {{ from: number, to: number } | null} forecast
 * @property {string | null} appointment  when the appointment began that its citizen came for
 * @property {string | null} after_break  when the office opens again before the call, as 13:00
 * @property {number} cases  people or files
 * @property {string} print
 * @property {string | null} reprinted  how far its slip was when it was asked for again
 * @property {boolean} paper  its number stands on a paper
 * @property {boolean} priority
 *
 * @typedef {{ ticket: GivenTicket | null, asked: boolean }} GivenState  `asked`: the next Backspace gives it back
 */

export class Given {
  #draw;
  /** @type {GivenTicket | null} */
  #ticket = null;
  /** @type {Live | null} */
  #live = null;
  #askedAt = -Infinity;

  /** @param {{ draw: () => void }} options */
  constructor({ draw }) {
    this.#draw = draw;
  }

  get ticket() {
    return this.#ticket;
  }

  /** @returns {GivenState} */
  get state() {
    return { ticket: this.#ticket, asked: performance.now() - this.#askedAt < ASKED_MS };
  }

  /**
   * @param {Omit<GivenTicket, "paper" | "priority" | "reprinted">} ticket
   * @param {{ paper: boolean, priority: boolean }} how
   */
  show(ticket, how) {
    this.stop();
    this.#ticket = { ...ticket, ...how, reprinted: null };
    if (how.paper || ticket.print === "none") return;
    this.#live = new Live({
      path: `/live/tickets/${ticket.token}`,
      onView: (view) => {
        if (this.#ticket?.id === ticket.id) this.#ticket = { ...this.#ticket, print: view.print };
        this.#draw();
      },
    });
    this.#live.start();
  }

  /** Its slip was asked for once more. @param {number} id */
  reprinted(id) {
    if (this.#ticket?.id === id) this.#ticket = { ...this.#ticket, reprinted: this.#ticket.print };
  }

  /** The first press asks, the second gives it back. @param {(ticket: GivenTicket) => void} giveBack */
  askOrGiveBack(giveBack) {
    if (!this.#ticket) return;
    const { asked, ticket } = this.state;
    this.#askedAt = asked ? -Infinity : performance.now();
    if (asked && ticket) giveBack(ticket);
    this.#draw();
  }

  /** It was given back. @param {number} id */
  forget(id) {
    if (this.#ticket?.id !== id) return;
    this.stop();
    this.#ticket = null;
  }

  stop() {
    this.#askedAt = -Infinity;
    this.#live?.stop();
    this.#live = null;
  }
}
