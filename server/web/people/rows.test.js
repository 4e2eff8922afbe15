import assert from "node:assert/strict";
import { test } from "node:test";
import { doingsFor, isPeople, meansOf, requestOf } from "./rows.js";

const session = {
  id: "a", begun_at: null, seen_at: null, address: null, browser: null, is_current: false, by_directory: false,
};
const officer = {
  name: "Nông Thị Hà", role: "officer", may_have_pin: true, pin: true, password: false, second_factor: false,
  is_you: false, in_directory: false, sessions: [session],
};

test("nobody is offered a PIN who may have none, nor sessions to end where there are none", () => {
  assert.deepEqual(doingsFor(officer), ["pin", "password", "sessions"]);
  assert.deepEqual(doingsFor({ ...officer, may_have_pin: false, sessions: [] }), ["password"]);
});

test("one's own is changed at one's account", () => {
  assert.deepEqual(doingsFor({ ...officer, is_you: true }), ["sessions"]);
});

test("only what is good everywhere is made by one's own password", () => {
  assert.deepEqual(requestOf("a", "password", "trâu").body, { current: "trâu" });
  assert.equal(requestOf("a", "pin", "trâu").body, undefined);
  assert.equal(requestOf("a", "sessions", "trâu").body, undefined);
});

test("whoever can't sign in at all is told of", () => {
  assert.deepEqual(meansOf(officer).map(({ id }) => id), ["people-has-pin"]);
  assert.deepEqual(meansOf({ ...officer, password: true, second_factor: true }).map(({ id }) => id),
    ["people-has-pin", "people-has-both"]);
  assert.deepEqual(meansOf({ ...officer, pin: false }), [{ id: "people-has-nothing", sign: "warn" }]);
  assert.deepEqual(meansOf({ ...officer, pin: false, in_directory: true }),
    [{ id: "people-has-directory", sign: "ok" }]);
});

test("a name with its marks stands in the address as one piece", () => {
  const path = "/people/N%C3%B4ng%20Th%E1%BB%8B%20H%C3%A0/pin";
  assert.deepEqual(requestOf("Nông Thị Hà", "pin"), { method: "POST", path, body: undefined });
  assert.equal(requestOf("a/b", "sessions").path, "/people/a%2Fb/sessions");
  assert.equal(requestOf("a", "sessions").method, "DELETE");
});

test("an answer of another shape is no list", () => {
  assert.ok(isPeople({ people: [officer] }));
  for (const body of [null, {}, { people: [{}] }, { people: {} }]) assert.ok(!isPeople(body));
});
