import assert from "node:assert/strict";
import { test } from "node:test";
import { hasNothingToProve, isAccount, isSessions } from "./shape.js";

const account = {
  name: "Hà", role: "officer", may_have_pin: true, pin: true, password: false, second_factor: false, spare_codes: 0,
  in_directory: false,
};

test("an answer of another shape is no account", () => {
  assert.ok(isAccount(account) && isSessions({ sessions: [{ id: "a" }] }));
  assert.ok(!isAccount({}) && !isAccount(null) && !isSessions({ sessions: [{}] }));
});

test("whoever has neither PIN nor password has nothing to prove themselves with", () => {
  assert.equal(hasNothingToProve(account), false);
  assert.equal(hasNothingToProve({ ...account, password: true, pin: false }), false);
  assert.equal(hasNothingToProve({ ...account, pin: false }), true);
  assert.equal(hasNothingToProve({ ...account, may_have_pin: false }), true);
});
