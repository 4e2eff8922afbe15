/** Booking for somebody, as it looks: what was chosen above, what can be chosen now, at the end the code, large. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { icon } from "../../shared/icons.js";
import { formatDate, wallClock } from "../../shared/time.js";

/**
 * @typedef {object} Model
 * @property {import("../../shared/text.js").Text} text
 * @property {boolean} isOpen
 * @property {import("../../book/booking.js").Booking} booking
 * @property {any} booked  the appointment, once it is booked
 * @property {number} marked  place of the option that Enter takes
 * @property {import("../book-options.js").Option[] | null} options
 * @property {{ id: string, name: string, pictogram: string } | null} service
 *
 * @typedef {object} Doings
 * @property {(event: KeyboardEvent) => void} key
 * @property {(place: number) => void} choose
 * @property {() => void} back
 * @property {() => void} closed
 */

/** @param {Model} model @param {Doings} doings */
export function bookPart(model, doings) {
  return html`
    <dialog class="booking" tabindex="-1" aria-labelledby="booking-title" @keydown=${doings.key}
        @close=${doings.closed}>
      ${!model.isOpen ? nothing : model.booked ? bookedPart(model, doings) : choosing(model, doings)}
    </dialog>`;
}

/** @param {Model} model @param {Doings} doings */
function choosing({ text, booking, options, marked, service }, doings) {
  const { step, day, time, failure } = booking;
  return html`
    <h2 id="booking-title">${text.say(`reception-book-${step}`)}</h2>
    <p class="so-far" role="status">
      ${service ? html`${icon(service.pictogram)}<b>${service.name}</b>` : nothing}
      ${day && step !== "day" ? html`<b>${formatDate(day, text.language)}</b>` : nothing}
      ${time && step === "check" ? html`<b class="num">${time}</b>` : nothing}
      ${options && options.length > 1 ? html`
        <span class="move"><kbd>−</kbd><kbd>+</kbd>${text.say("reception-book-move")}</span>` : nothing}</p>
    ${failure === null ? nothing : html`
      <p class="notice bad" role="alert">${icon("warn")}<span>${failure || text.say("reception-no-answer")}</span></p>`}
    ${options === null ? html`<p class="nobody">${text.say("reception-book-loading")}</p>` : nothing}
    ${options?.length === 0 && step !== "check"
      ? html`<p class="nobody">${text.say("reception-book-none")}</p>` : nothing}
    <div class="options">${(options ?? []).map(({ id, label, free }, place) => html`
      <button type="button" class="option" data-option=${id} data-marked=${place === marked} tabindex="-1"
        @click=${() => doings.choose(place)}>
        ${place < 9 ? html`<kbd>${place + 1}</kbd>` : html`<kbd class="none"></kbd>`}
        <b class=${step === "time" ? "num" : ""}>${label}</b>
        ${free === null ? nothing : html`<small>${text.say("reception-book-free", { count: free })}</small>`}
      </button>`)}</div>
    <footer class="others">
      <button type="button" class="key" data-action="book-back" @click=${doings.back}>
        <kbd>⌫</kbd>${text.say("reception-book-back")}</button>
      <button type="button" class="key main" data-action="book-on" ?disabled=${booking.sending}
        @click=${() => doings.choose(marked)}><kbd>Enter</kbd>${text.say(step === "check"
          ? "reception-book-book" : "reception-book-on")}</button>
    </footer>`;
}

/** @param {Model} model @param {Doings} doings */
function bookedPart({ text, booked, service }, doings) {
  const spaced = `${booked.code.slice(0, 3)} ${booked.code.slice(3)}`;
  return html`
    <h2 id="booking-title">${text.say("reception-book-booked")}</h2>
    <p class="so-far">${icon(service?.pictogram ?? "calendar")}<b>${service?.name}</b>
      <b>${formatDate(booked.starts_at, text.language)}</b><b class="num">${wallClock(booked.starts_at)}</b></p>
    <div class="booked">
      <div><p>${text.say("reception-book-code")}</p>
        <p class="num big" data-booked=${booked.code} role="status">${spaced}</p>
        <p>${text.say("reception-book-when", {
          from: wallClock(booked.check_in_from), until: wallClock(booked.check_in_until),
        })}</p></div>
      <figure><img src="/api/v1/appointments/${booked.token}/qr" alt=${text.say("reception-book-qr")}
          width="160" height="160">
        <figcaption>${text.say("reception-book-qr")}</figcaption></figure>
    </div>
    <button type="button" class="key main" data-action="book-done" @click=${() => doings.choose(0)}>
      <kbd>Enter</kbd>${text.say("reception-book-done")}</button>`;
}
