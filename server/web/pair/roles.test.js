import assert from "node:assert/strict";
import { test } from "node:test";
import { pageOf, wishedRole } from "./roles.js";

test("only a device's role can be asked for", () => {
  assert.equal(wishedRole("?role=kiosk"), "kiosk");
  assert.equal(wishedRole("?role=printer"), "printer");
  for (const search of ["", "?role=", "?role=administrator", "?role=KIOSK"]) assert.equal(wishedRole(search), null);
});

test("a paired device opens its own page, or the one that it came from", () => {
  assert.equal(pageOf({ role: "kiosk", counter: null }, ""), "/kiosk");
  assert.equal(pageOf({ role: "counter-display", counter: 3 }, ""), "/counter/3");
  assert.equal(pageOf({ role: "counter-display", counter: null }, ""), null);
  assert.equal(pageOf({ role: "desk", counter: null }, "?next=%2Fsign-in%3Fnext%3D%252Fdesk"), "/sign-in?next=%2Fdesk");
  assert.equal(pageOf({ role: "desk", counter: null }, "?next=https%3A%2F%2Fevil.example"), "/sign-in");
});
