/** A day with calls out of the order of arrival, as the server tells it. */
import { readFileSync } from "node:fs";
import { Text } from "../shared/text.js";

/** @param {Partial<import("./shape.js").Passing>} [more] @returns {import("./shape.js").Passing} */
export function passing(more = {}) {
  return {
    at: "2026-11-26T08:10:00+07:00", counter: 4, officer: "Lương Văn Tú", ticket: 12, number: "D004",
    taken_at: "2026-11-26T07:40:00+07:00", passed: 2, earliest: "D001", earliest_taken_at: "2026-11-26T07:05:30+07:00",
    kind: "chosen", why: "Chosen by the officer: Too frail or ill to wait", ...more,
  };
}

/** @returns {import("./shape.js").Record} */
export function record() {
  const passings = [
    passing(),
    passing({ kind: "priority", officer: "Nông Thị Hà", counter: 1, number: "A009", earliest: "A007", passed: 1,
      earliest_taken_at: "2026-11-26T07:30:00+07:00", why: "Priority, 20 min earlier" }),
    passing({ kind: "priority", officer: null, counter: 10, number: "C002" }),
  ];
  return { day: "2026-11-26", calls: 61, total: passings.length, passings };
}

/** @param {string} language */
export function textIn(language) {
  const catalogue = (/** @type {string} */ area) =>
    readFileSync(new URL(`../../../config/text/${language}/${area}.ftl`, import.meta.url), "utf8");
  return new Text(language, ["common", "admin", "record"].map(catalogue));
}
