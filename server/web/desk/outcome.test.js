import assert from "node:assert/strict";
import { test } from "node:test";
import { chooserKey } from "./chooser.js";
import { callingView, deskView, servingView } from "./desk-view.test-data.js";
import { endingChooser, outcomeChooser } from "./outcome.js";

const outcomes = [{ id: "received", name: "File received" }, { id: "advice", name: "Advice given" }];

test("a digit notes how the visit at hand came out, and what is noted says so", () => {
  const chooser = outcomeChooser(servingView({ outcome: "advice" }), outcomes);
  assert.deepEqual(chooser.title, { id: "desk-outcome", values: { number: "A012" } });
  assert.deepEqual(chooser.options.map(({ aside }) => aside), [null, { id: "desk-outcome-noted" }]);
  assert.deepEqual(chooserKey(chooser, "1"), {
    chooser: null, order: { command: "outcome received", path: "/counters/3/outcome", body: { outcome: "received" } },
  });
});

test("after the end of a visit its outcome can still be noted", () => {
  const chooser = outcomeChooser(deskView({ last: { number: "A011", outcome: null, noted: false } }), outcomes);
  assert.deepEqual(chooser.title, { id: "desk-outcome", values: { number: "A011" } });
});

test("where the office asks for outcomes, one digit both notes it and ends the visit", () => {
  const rule = { outcomes, required: true };
  for (const command of /** @type {const} */ (["finish", "next"])) {
    const chooser = endingChooser(servingView(), command, rule);
    assert.ok(chooser);
    assert.deepEqual(chooserKey(chooser, "2").order, {
      command: `${command} advice`, path: `/counters/3/${command}`, body: { outcome: "advice" },
    });
  }
});

test("nothing is asked where it is noted already, nobody is there, or the office does not ask", () => {
  const rule = { outcomes, required: true };
  assert.equal(endingChooser(servingView({ outcome: "advice" }), "finish", rule), null);
  assert.equal(endingChooser(deskView(), "next", rule), null);
  assert.equal(endingChooser(callingView(), "finish", { outcomes, required: false }), null);
});
