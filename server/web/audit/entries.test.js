import assert from "node:assert/strict";
import { test } from "node:test";
import { addressOf, choicesOf, filtered, isAudit, OWNER, wishOf } from "./entries.js";

const change = (key) => ({ key, before: "1", after: "2" });
const entries = [
  { at: "2026-11-27T09:00:00+07:00", by: "Bảo", act: "set-up-changed", about: null,
    changes: [change("services.A.code"), change("counters.1.services"), change("desk.undo_seconds")] },
  { at: "2026-11-26T09:00:00+07:00", by: null, act: "pin-made", about: "Nông Thị Hà", changes: [] },
];
const all = { until: "2026-11-27", days: 30, act: "", by: "", part: "" };

test("entries are narrowed by what was done, by whom, and to which part", () => {
  assert.ok(isAudit({ from: "2026-11-01", until: "2026-11-27", entries }));
  assert.equal(filtered(entries, all).length, 2);
  assert.deepEqual(filtered(entries, { ...all, act: "pin-made" }).map(({ about }) => about), ["Nông Thị Hà"]);
  assert.deepEqual(filtered(entries, { ...all, by: OWNER }).map(({ act }) => act), ["pin-made"]);
  const [one, ...none] = filtered(entries, { ...all, part: "counters" });
  assert.deepEqual([one.changes.map(({ key }) => key), none], [["counters.1.services"], []]);
});

test("only what occurs can be chosen", () => {
  const { acts, people, parts } = choicesOf(entries);
  assert.deepEqual([acts, people, parts],
    [["set-up-changed", "pin-made"], [OWNER, "Bảo"], ["services", "counters", "rules"]]);
});

test("an address leads to the same entries again, and a wrong one to the usual", () => {
  const today = "2026-11-27";
  const wish = { until: "2026-10-01", days: 7, act: "pin-made", by: "", part: "" };
  assert.deepEqual(wishOf(addressOf(wish, "?lang=en", today), today), wish);
  assert.ok(addressOf(wish, "?lang=en", today).includes("lang=en"));
  assert.deepEqual(wishOf("?days=1000&until=2099-01-01", today), all);
  assert.equal(wishOf("?part=services", today).days, 92);
});
