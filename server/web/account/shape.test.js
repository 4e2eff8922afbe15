import assert from "node:assert/strict";
import { test } from "node:test";
import { isAccount, isSessions, pagesFor } from "./shape.js";

const account = {
  name: "Hà", role: "officer", may_have_pin: true, pin: true, password: false, second_factor: false, spare_codes: 0,
};

test("nobody is sent where they may see nothing", () => {
  assert.deepEqual(pagesFor(account), ["account", "start"]);
  assert.equal(pagesFor({ ...account, role: "administrator" }), undefined);
  assert.ok(pagesFor({ ...account, role: "inspector" })?.includes("order"));
  assert.deepEqual(pagesFor(null), ["account", "start"]);
});

test("an answer of another shape is no account", () => {
  assert.ok(isAccount(account) && isSessions({ sessions: [{ id: "a" }] }));
  assert.ok(!isAccount({}) && !isAccount(null) && !isSessions({ sessions: [{}] }));
});
