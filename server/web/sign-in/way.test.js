import assert from "node:assert/strict";
import { test } from "node:test";
import { credentials, otherWays, wayOf } from "./way.js";

const officers = [{ name: "Hà", signs_in_by: "pin" }, { name: "Hoa", signs_in_by: "password" }];
const desk = { officers, sign_in: { pin: true } };
const elsewhere = { officers, sign_in: { pin: false } };

test("a known desk asks officers for their PIN, and whoever needs one for a password", () => {
  assert.equal(wayOf({ name: "Hà", chosen: null, office: desk }), "pin");
  assert.equal(wayOf({ name: "Hoa", chosen: null, office: desk }), "password");
  assert.equal(wayOf({ name: "", chosen: null, office: desk }), "pin");
  assert.equal(wayOf({ name: "Hà", chosen: "password", office: desk }), "password");
});

test("elsewhere everybody is asked for a password", () => {
  assert.equal(wayOf({ name: "Hà", chosen: null, office: elsewhere }), "password");
  assert.deepEqual(otherWays("password", elsewhere), ["recovery"]);
  assert.deepEqual(otherWays("password", desk), ["pin", "recovery"]);
  assert.deepEqual(otherWays("pin", desk), ["password"]);
});

test("whom the directory knows may still choose another way", () => {
  assert.equal(wayOf({ name: "Hà", chosen: "directory", office: desk }), "directory");
  assert.deepEqual(otherWays("directory", desk), ["pin", "password", "recovery"]);
});

test("only what is asked for is sent", () => {
  const typed = { name: "Hà", pin: "471100", password: "p", code: "", recovery: "R" };
  assert.deepEqual(credentials("pin", typed), { name: "Hà", pin: "471100" });
  assert.deepEqual(credentials("password", typed), { name: "Hà", password: "p" });
  assert.deepEqual(credentials("password", { ...typed, code: "1" }), { name: "Hà", password: "p", code: "1" });
  assert.deepEqual(credentials("recovery", typed), { name: "Hà", recovery_code: "R", password: "p" });
});
