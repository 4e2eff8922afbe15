import assert from "node:assert/strict";
import { test } from "node:test";
import { deskView, servingView } from "./desk-view.test-data.js";
import { firstOf, listOf, wholeView } from "./key-lists.js";

const thing = (/** @type {string} */ id) => ({ id, name: { vi: `${id} vi`, en: `${id} en` } });

/** @param {object} [differences] */
function desk(differences = {}) {
  const office = /** @type {import("../shared/office.js").Office} */ (/** @type {unknown} */ ({
    now: () => Date.parse("2026-11-24T09:45:00+07:00"),
    services: [
      { code: "A", ...thing("service"), counters: [3] }, { code: "C", ...thing("other"), counters: [3] },
    ],
    counters: [{ counter: 3, services: ["A"], helps_with: ["C"] }], services_max: 3,
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
  const kinds = ["return", "call", "grant", "pause", "outcome", "finish", "next", "services", "transfer"]
    .map((command) => listOf(command, view, desk())?.kind);
  assert.deepEqual(kinds, [
    "return", "call", "grant", "pause", "outcome", "outcome", "outcome", "services", "transfer",
  ]);
  assert.deepEqual(listOf("outcome", view, desk())?.options[0].label, { plain: "received en" });
  assert.deepEqual(listOf("services", view, desk())?.options.map(({ aside }) => aside), [
    { id: "desk-services-where", values: { where: "here", counters: "3" } },
  ]);
  assert.deepEqual(listOf("transfer", view, desk())?.options.at(-1)?.label, { plain: "other en" });
});

test("without anything to choose a command is sent at once", () => {
  assert.equal(listOf("pause", deskView(), desk({ pause_reasons: [] })), null);
  assert.equal(listOf("finish", servingView(), desk({ outcome_required: false })), null);
  for (const command of ["open", "recall", "start", "no-show", "park", "undo"]) {
    assert.equal(listOf(command, servingView(), desk()), null);
  }
});

test("a list of all who wait is completed where the view carries only the first, and who is away comes last", () => {
  const away = [{ id: 9, number: "A009", service: "A", status: /** @type {const} */ ("parked"),
    since: "2026-11-24T09:30:00+07:00", until: null }];
  const view = deskView({ away });
  const first = firstOf("call", view, desk());
  assert.deepEqual([first?.loading, first?.options.length], [true, 2]);
  assert.equal(firstOf("call", { ...view, queue_total: 2 }, desk())?.loading, undefined);
  const last = { ...view.queue[0], id: 77, number: "A077" };
  const whole = listOf("grant", wholeView(view, { tickets: [...view.queue, last] }), desk());
  assert.deepEqual(whole?.options.map(({ label }) => label),
    [{ plain: "A013" }, { plain: "C031" }, { plain: "A077" }, { plain: "A009" }]);
  assert.equal(wholeView(view, null), view);
});
