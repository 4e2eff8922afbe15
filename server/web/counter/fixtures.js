/** Views of a counter display for its tests, and for whoever wants to see its states. */

const texts = (/** @type {string} */ vi, /** @type {string} */ en) => ({ vi, en });
const at = (/** @type {string} */ clock) => `2026-11-24T${clock}+07:00`;

/** @type {import("./show.js").CounterView} */
export const calling = {
  counter: 3,
  state: "calling",
  number: "A012",
  call: { id: 123, at: at("09:42:06"), recall: false },
  services: ["A", "C"],
  officer: { name: "Nông Thị Hà", title: texts("Công chức Tư pháp – Hộ tịch", "Civil status officer") },
  until: null,
  pause_reason: null,
  instead: [],
};

/** @type {import("./show.js").CounterView} */
export const serving = { ...calling, state: "serving" };

/** @type {import("./show.js").CounterView} */
export const open = { ...calling, state: "open", number: null, call: null };

/** @type {import("./show.js").CounterView} */
export const paused = {
  ...calling, state: "paused", number: null, call: null, officer: null, until: at("10:00:00"),
  pause_reason: "meeting", instead: [1],
};

/** @type {import("./show.js").CounterView} */
export const closed = { ...paused, state: "closed", until: null, pause_reason: null, instead: [1, 2] };

/** @type {import("./show.js").CounterView} */
export const twelve = {
  counter: 12,
  state: "calling",
  number: "M108",
  call: { id: 124, at: at("09:42:06"), recall: false },
  services: ["M"],
  officer: { name: "Hoàng Văn Páo", title: texts("Cán bộ hướng dẫn", "Reception") },
  until: null,
  pause_reason: null,
  instead: [],
};
