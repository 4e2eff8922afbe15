import assert from "node:assert/strict";
import { test } from "node:test";
import { milliseconds } from "../shared/time.js";
import { chooserKey } from "./chooser.js";
import { deskView } from "./desk-view.test-data.js";
import { takeOverChooser, takenOver } from "./take-over.js";

const TU = "Lương Văn Tú";
const HA = "Nông Thị Hà";

test("one key asks, and only the next takes the counter over", () => {
  const list = takeOverChooser(deskView({ officer: TU }));
  assert.deepEqual(list.title, { id: "desk-take-over", values: { counter: 3, officer: TU } });
  assert.deepEqual(chooserKey(list, "1").order, {
    command: "take-over", path: "/counters/3/open", body: { take_over: true },
  });
  assert.deepEqual(chooserKey(list, "0"), { chooser: null }, "and the counter stays theirs");
});

test("both officers are told for a while, and nobody else", () => {
  const at = "2026-11-24T09:40:00+07:00";
  const view = deskView({ officer: HA, taken_from: { officer: TU, at } });
  const now = milliseconds("2026-11-24T09:42:00+07:00");
  assert.deepEqual(takenOver(view, HA, now, milliseconds), { id: "desk-taken-by-you", officer: TU, at });
  assert.deepEqual(takenOver(view, TU, now, milliseconds), { id: "desk-taken-from-you", officer: HA, at });
  assert.equal(takenOver(view, "Hoàng Thị Mai", now, milliseconds), null);
  assert.equal(takenOver(view, HA, now + 15 * 60_000, milliseconds), null);
  assert.equal(takenOver(deskView({ officer: HA }), HA, now, milliseconds), null);
});
