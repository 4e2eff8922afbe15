import assert from "node:assert/strict";
import { test } from "node:test";
import { milliseconds } from "../shared/time.js";
import { ticketChooser } from "./choose.js";
import { chooserKey } from "./chooser.js";
import { deskView } from "./desk-view.test-data.js";

const now = milliseconds("2026-11-24T09:47:00+07:00");
const reasons = [{ id: "frail", name: "Già yếu" }];

test("without reasons a digit calls whoever it stands for, with the reason of the place beside", () => {
  const list = ticketChooser(deskView(), now, { reasons: [], required: false });
  assert.deepEqual(list.options[0].aside, { id: "desk-reason-priority", values: { minutes: 20 } });
  assert.deepEqual(chooserKey(list, "2").order, {
    command: "call 31 ", path: "/counters/3/next", body: { ticket: 31 },
  });
});

test("who is away can be called as well", () => {
  const away = [{ id: 9, number: "A009", service: "A", status: /** @type {const} */ ("parked"),
    since: "2026-11-24T09:30:00+07:00", until: null }];
  const list = ticketChooser(deskView({ away }), now, { reasons: [], required: false });
  assert.deepEqual(list.options.map(({ label }) => label), [{ plain: "A013" }, { plain: "C031" }, { plain: "A009" }]);
});

test("with reasons a second digit says why, and none only where the office asks for none", () => {
  const why = chooserKey(ticketChooser(deskView(), now, { reasons, required: false }), "1").chooser;
  assert.ok(why);
  assert.deepEqual(chooserKey(why, "1").order?.body, { ticket: 13, reason: "frail" });
  assert.deepEqual(chooserKey(why, "2").order?.body, { ticket: 13 });
  const must = chooserKey(ticketChooser(deskView(), now, { reasons, required: true }), "1").chooser;
  assert.equal(must?.options.length, 1);
});
