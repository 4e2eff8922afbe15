/** Views and set-ups of the wall for its tests, and for whoever wants to see its states. */

/** @typedef {import("./announce.js").WallView} WallView */

export const DAY = "2026-11-24";

/** @param {string} clock  such as `09:42:10` */
export const at = (clock) => `${DAY}T${clock}+07:00`;

/** @param {string} vi @param {string} en */
const texts = (vi, en) => ({ vi, en });

const SERVICES = [
  ["A", "Hộ tịch", "Civil status"], ["C", "Chứng thực", "Certification"], ["D", "Đất đai", "Land"],
  ["E", "Bảo trợ xã hội", "Social protection"], ["H", "Cư trú", "Residence"],
  ["K", "Kinh doanh", "Household business"], ["X", "Xây dựng", "Construction"],
  ["M", "Hướng dẫn, trả kết quả", "Guidance and results"],
];

/** @param {number} counters @returns {any} */
export function officeWith(counters, changes = {}) {
  return {
    now: at("09:42:10"),
    name: texts("UBND xã Cai Kinh", "Cai Kinh commune"),
    unit: texts("Bộ phận Một cửa", "One-stop shop"),
    languages: ["vi", "en"],
    services: SERVICES.map(([code, vi, en]) => ({ code, name: texts(vi, en), pictogram: code, counters: [1] })),
    counters: Array.from({ length: counters }, (_, index) => ({
      counter: index + 1, services: ["A"], direction: index < 2 ? "left" : "right",
    })),
    hours: [{ from: "07:00", to: "11:30" }, { from: "13:00", to: "16:30" }],
    pause_reasons: [{ id: "meeting", name: texts("Họp", "Meeting"), usual_minutes: 30 }],
    slides: [],
    ...changes,
  };
}

/**
 * @param {number} id
 * @param {string} number
 * @param {number} counter
 * @param {string} clock
 * @param {Partial<import("./announce.js").Call>} [changes]
 * @returns {import("./announce.js").Call}
 */
export function callOf(id, number, counter, clock, changes = {}) {
  return { id, number, counter, service: number[0], at: at(clock), recall: false, calling: false, ...changes };
}

/**
 * @param {number} counter
 * @param {any} state
 * @param {string | null} number
 * @param {string | null} until
 * @param {string | null} reason
 */
export function counterOf(counter, state, number = null, until = null, reason = null) {
  return { counter, state, number, until, pause_reason: reason };
}

const WAITING = {
  total: 23,
  services: [["A", 6], ["C", 4], ["D", 5], ["E", 2], ["H", 3], ["K", 1], ["X", 2], ["M", 0]]
    .map(([service, waiting]) => ({ service: String(service), waiting: Number(waiting) })),
};

/** Five counters; A012 is called to counter 3. @type {WallView} */
export const calling = {
  calls: [
    callOf(123, "A012", 3, "09:42:06", { calling: true }), callOf(118, "H008", 5, "09:38:00"),
    callOf(110, "C024", 2, "09:35:00"), callOf(101, "A011", 1, "09:31:00"),
  ],
  counters: [
    counterOf(1, "serving", "A011"), counterOf(2, "serving", "C024"), counterOf(3, "calling", "A012"),
    counterOf(4, "paused", null, at("10:00:00")), counterOf(5, "serving", "H008"),
  ],
  waiting: WAITING,
};

/** The same a little later: the visit of A012 has started. @type {WallView} */
export const serving = {
  ...calling,
  calls: calling.calls.map((call) => ({ ...call, calling: false })),
  counters: calling.counters.map((one) => (one.state === "calling" ? { ...one, state: "serving" } : one)),
};

/** Fifteen counters of a city's centre. @type {WallView} */
export const city = {
  calls: [
    callOf(900, "A119", 12, "09:42:06", { calling: true }), callOf(899, "K045", 7, "09:41:30"),
    callOf(898, "A118", 2, "09:41:00"), callOf(897, "D062", 15, "09:40:10"), callOf(896, "C203", 4, "09:39:00"),
    callOf(895, "H077", 9, "09:38:00"), callOf(894, "M101", 1, "09:37:00"), callOf(893, "A117", 3, "09:36:00"),
  ],
  counters: Array.from({ length: 15 }, (_, index) =>
    index === 11 ? counterOf(12, "calling", "A119") : counterOf(index + 1, "serving", "A100")),
  waiting: {
    total: 184,
    services: [["A", 41], ["C", 37], ["D", 58], ["E", 12], ["H", 18], ["K", 9], ["X", 7], ["M", 2]]
      .map(([service, waiting]) => ({ service: String(service), waiting: Number(waiting) })),
  },
};

/** Nobody there yet. @type {WallView} */
export const empty = {
  calls: [],
  counters: [1, 2, 3, 4, 5].map((counter) => counterOf(counter, "closed")),
  waiting: { total: 0, services: WAITING.services.map((one) => ({ ...one, waiting: 0 })) },
};

export const slide = {
  title: texts("5 biết · 4 luôn · 3 thể hiện", "5 know · 4 always · 3 show"),
  rows: [
    {
      figure: "5",
      lead: texts("Biết", "Know"),
      text: texts("nghe dân nói, nói dân hiểu, làm dân tin, xin lỗi, cảm ơn", "to listen, explain, apologise, thank"),
    },
    {
      figure: "4",
      lead: texts("Luôn", "Always"),
      text: texts("mỉm cười, nhẹ nhàng, lắng nghe, giúp đỡ", "smile, be gentle, listen, help"),
    },
    {
      figure: "3",
      lead: texts("Thể hiện", "Show"),
      text: texts("tôn trọng, văn minh, gần gũi", "respect, civility, closeness"),
    },
  ],
};
