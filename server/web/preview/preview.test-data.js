/** Rules to try, and what came of it, as the server tells it. */
import { readFileSync } from "node:fs";
import { Text } from "../shared/text.js";

/** @returns {import("./shape.js").Form} */
export function form() {
  const codes = ["A", "C", "H", "M"];
  const counter = (/** @type {number} */ number) => [
    { key: `counters.${number}.services`, value: ["C", "M"], allowed: { codes } },
    { key: `counters.${number}.helps_with`, value: [], allowed: { codes } },
    { key: `counters.${number}.helps_after_minutes`, value: 0, allowed: { from: 0, to: 240 } },
  ];
  return {
    rules: [
      { key: "priorities.elderly.head_start_minutes", value: 20, allowed: { from: 0, to: 120 } },
      { key: "transfer.place", value: "arrival", allowed: { words: ["front", "arrival", "end"] } },
      { key: "transfer.head_start_minutes", value: 0, allowed: { from: 0, to: 120 } },
      { key: "away.back_to", value: "here", allowed: { words: ["here", "anywhere"] } },
      { key: "away.lateness_minutes", value: 5, allowed: { from: 0, to: 120 } },
      ...counter(2), ...counter(22),
    ],
    days: ["2026-11-25", "2026-11-26"], closed: "2026-11-25",
  };
}

/** @returns {import("./shape.js").Preview} */
export function preview() {
  const waits = (/** @type {number} */ mean, /** @type {number} */ p95) =>
    ({ called: 40, uncalled: 2, mean_seconds: mean, p95_seconds: p95 });
  return {
    day: "2026-11-25", running: false, earlier: 9, later: 22, refused: 0, warnings: [],
    classes: [
      { kind: "all", priority: null, happened: waits(612, 1_500), present: waits(600, 1_500),
        changed: waits(600, 1_700) },
      { kind: "none", priority: null, happened: waits(630, 1_500), present: waits(630, 1_500),
        changed: waits(660, 1_800) },
      { kind: "priority", priority: "elderly", happened: waits(480, 900), present: waits(480, 900),
        changed: waits(180, 420) },
    ],
    moved: [{ number: "A012", taken_at: "2026-11-25T08:10:00+07:00", present_seconds: 900, changed_seconds: 120 }],
    next_present: ["A031", "A030"], next_changed: ["A030", "A031"],
  };
}

/** @param {string} language */
export function textIn(language) {
  const catalogue = (/** @type {string} */ area) =>
    readFileSync(new URL(`../../../config/text/${language}/${area}.ftl`, import.meta.url), "utf8");
  return new Text(language, ["common", "admin", "preview"].map(catalogue));
}
