import assert from "node:assert/strict";
import { test } from "node:test";
import { deskView, servingView } from "./desk-view.test-data.js";
import { listOf } from "./key-lists.js";

const thing = (/** @type {string} */ id) => ({ id, name: { vi: `${id} vi`, en: `${id} en` } });

/** @param {object} [differences] */
function desk(differences = {}) {
  const office = /** @type {import("../shared/office.js").Office} */ (/** @type {unknown} */ ({
    now: () => Date.parse("2026-11-24T09:45:00+07:00"),
    services: [{ code: "A", ...thing("service") }, { code: "C", ...thing("other") }],
    call_reasons: [thing("frail")], call_reason_required: false,
    priorities: [thing("elderly")],
    pause_reasons: [{ ...thing("lunch"), usual_minutes: 90 }],
    outcomes: [thing("received")], outcome_required: true,
    ...differences,
  }));
  return { office, language: "en" };
}

test("each key that needs one opens its list, in the reader's language", () => {
  const view = servingView();
  const kinds = ["return", "call", "grant", "pause", "outcome", "finish", "next", "transfer"]
    .map((command) => listOf(command, view, desk())?.kind);
  assert.deepEqual(kinds, ["return", "call", "grant", "pause", "outcome", "outcome", "outcome", "transfer"]);
  assert.deepEqual(listOf("outcome", view, desk())?.options[0].label, { plain: "received en" });
  assert.deepEqual(listOf("transfer", view, desk())?.options.at(-1)?.label, { plain: "other en" });
});

test("without anything to choose a command is sent at once", () => {
  assert.equal(listOf("pause", deskView(), desk({ pause_reasons: [] })), null);
  assert.equal(listOf("finish", servingView(), desk({ outcome_required: false })), null);
  for (const command of ["open", "recall", "start", "no-show", "park", "undo"]) {
    assert.equal(listOf(command, servingView(), desk()), null);
  }
});
