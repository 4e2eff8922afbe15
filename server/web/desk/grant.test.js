import assert from "node:assert/strict";
import { test } from "node:test";
import { chooserKey } from "./chooser.js";
import { deskView } from "./desk-view.test-data.js";
import { grantChooser } from "./grant.js";

const classes = [{ id: "elderly", name: "Aged 60 or over" }, { id: "pregnant", name: "Pregnant" }];
const now = Date.parse("2026-11-24T09:45:00+07:00");

test("two digits grant a class: whom, and which", () => {
  const away = [{ id: 9, number: "A009", service: "A", status: /** @type {const} */ ("parked"),
    since: "2026-11-24T09:30:00+07:00", until: null }];
  const whom = grantChooser(deskView({ away }), now, classes);
  assert.deepEqual(whom.options.map(({ label }) => label), ["A013", "C031", "A009"].map((plain) => ({ plain })));
  const which = chooserKey(whom, "2").chooser;
  assert.ok(which);
  assert.deepEqual(which.title, { id: "desk-grant-class", values: { number: "C031" } });
  assert.deepEqual(chooserKey(which, "1"), {
    chooser: null,
    order: { command: "grant 31 elderly", path: "/tickets/31/priority", body: { priority: "elderly" } },
  });
});

test("an office without classes says so", () => {
  const which = chooserKey(grantChooser(deskView(), now, []), "1").chooser;
  assert.deepEqual([which?.options.length, which?.nothing], [0, { id: "desk-grant-none" }]);
});
