import assert from "node:assert/strict";
import { test } from "node:test";
import { isAccount, isSessions } from "./shape.js";

const account = {
  name: "Hà", role: "officer", may_have_pin: true, pin: true, password: false, second_factor: false, spare_codes: 0,
};

test("an answer of another shape is no account", () => {
  assert.ok(isAccount(account) && isSessions({ sessions: [{ id: "a" }] }));
  assert.ok(!isAccount({}) && !isAccount(null) && !isSessions({ sessions: [{}] }));
});
