/** Booking a time: a state, and what each event makes of it. No page, clock or network in here. */

/**
 * @typedef {"service" | "day" | "time" | "check"} Step
 *
 * @typedef {object} Booking
 * @property {Step} step
 * @property {string | null} service
 * @property {string | null} day  such as `2026-11-27`
 * @property {string | null} time  such as `09:00`
 * @property {{ day: string, free: number }[] | null} days  of the service; null until they came
 * @property {{ time: string, free: number }[] | null} times  of the day; null until they came
 * @property {string | null} key  of the request: the same choice is one appointment, however often it is sent
 * @property {boolean} sending
 * @property {string | null} failure  what the server said, or an empty text when it said nothing
 *
 * @typedef {{ type: string } & Record<string, any>} Happening
 */

/** @param {string[]} services  codes of those that can be booked @returns {Booking} */
export function newBooking(services) {
  const [only] = services.length === 1 ? services : [];
  return {
    step: only ? "day" : "service",
    service: only ?? null,
    day: null,
    time: null,
    days: null,
    times: null,
    key: null,
    sending: false,
    failure: null,
  };
}

/** @param {Booking} booking @param {Happening} happening @returns {Booking}  the same object when nothing changed */
export function happen(booking, happening) {
  const rule = rules[happening.type];
  return rule ? rule(booking, happening) : booking;
}

/** @type {Record<string, (booking: Booking, happening: Happening) => Booking>} */
const rules = {
  "choose-service": (booking, { service }) => ({
    ...booking, step: "day", service, day: null, days: null, times: null, failure: null,
  }),
  "choose-day": (booking, { day }) => ({ ...booking, step: "time", day, time: null, times: null, failure: null }),
  "choose-time": (booking, { time, key }) => ({ ...booking, step: "check", time, key, failure: null }),
  back: (booking) => (booking.sending ? booking : { ...booking, step: before(booking.step), failure: null }),
  // An answer to an older question is none.
  slots: (booking, { service, day, days, slots }) => {
    if (service !== booking.service || day !== booking.day) return booking;
    return { ...booking, days, times: day ? slots : null, failure: null };
  },
  "slots-failed": (booking, { words }) => ({ ...booking, failure: words }),
  book: (booking) => {
    if (booking.step !== "check" || booking.sending) return booking;
    return { ...booking, sending: true, failure: null };
  },
  // The place went to somebody else, or the time has come too near: the times are asked for anew.
  "book-refused": (booking, { words }) => ({ ...booking, step: "time", sending: false, times: null, failure: words }),
  "book-failed": (booking, { words }) => ({ ...booking, sending: false, failure: words }),
};

/** @param {Step} step @returns {Step} */
function before(step) {
  return step === "check" ? "time" : step === "time" ? "day" : "service";
}

/**
 * Whether days or times are to be asked for.
 * @param {Booking} booking
 */
export function needsSlots({ step, days, times }) {
  return (step === "day" && days === null) || (step === "time" && times === null);
}

/**
 * Words of an office where citizens do not book for themselves: the reception does, or nobody.
 * @param {{ appointments: { given: boolean } }} office
 */
export function offlineWords({ appointments }) {
  return appointments.given ? "appointment-offline" : "appointment-offline-none";
}
