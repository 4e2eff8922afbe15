import assert from "node:assert/strict";
import { test } from "node:test";
import { awayFrom, returnedWith } from "./directory.js";

const back = (/** @type {string} */ search) => returnedWith({ pathname: "/sign-in/directory", search });

test("what the directory led back with is sent on, and nothing beside it", () => {
  assert.deepEqual(back("?code=a%2Bb&state=s&session_state=x&iss=https%3A%2F%2Fid.example.vn"),
    { state: "s", code: "a+b", iss: "https://id.example.vn" });
  assert.deepEqual(back("?error=access_denied&error_description=long&state=s"), { state: "s", error: "access_denied" });
  assert.deepEqual(back("?code=c&error=e&state=s"), { state: "s", code: "c" });
  assert.deepEqual(back(""), { state: "", error: "nothing" });
});

test("no other address brings anybody back", () => {
  assert.equal(returnedWith({ pathname: "/sign-in", search: "?code=c&state=s" }), null);
});

test("what was kept is a query and a counter, or nothing", () => {
  const kept = { search: "?lang=en&next=%2Fadmin", counter: 3 };
  assert.deepEqual(awayFrom({ ...kept, more: 1 }), kept);
  for (const wrong of [null, 7, { search: "//evil.example", counter: "3" }, { search: "/x", counter: 1.5 }, {}]) {
    assert.deepEqual(awayFrom(wrong), { search: "", counter: null });
  }
});
