import assert from "node:assert/strict";
import { test } from "node:test";
import { issueTicket } from "./issue.js";

const request = { key: "k", service: "A", then: [], cases: 1, priority: null, failures: 0 };

/** Runs against answers given one after the other; says what was asked and told. */
async function run(answers, { wanted = () => true, wish = request } = {}) {
  const asked = [];
  const told = [];
  const call = async (method, path, options) => {
    asked.push({ method, path, ...options });
    return answers[asked.length - 1];
  };
  const tools = { call, tell: (happening) => told.push(happening), wanted, wait: async () => {} };
  await issueTicket({ request: wish, language: "vi" }, tools);
  return { asked, told: told.map(({ type }) => type) };
}

const offline = { ok: false, offline: true };
const problem = (status) => ({ ok: false, status, problem: { code: "x", title: "x", status } });
const ok = { ok: true, status: 201, body: { number: "A001" } };

test("a kiosk that times out and asks again uses the same key", async () => {
  const { asked, told } = await run([offline, problem(503), ok]);
  assert.deepEqual(asked.map(({ key }) => key), ["k", "k", "k"]);
  assert.deepEqual(told, ["issue-failed", "issue-failed", "issued"]);
});

test("a refusal is final", async () => {
  const { asked, told } = await run([problem(409), ok]);
  assert.equal(asked.length, 1);
  assert.deepEqual(told, ["issue-refused"]);
});

test("nobody asks on for a visitor who has gone", async () => {
  let visits = 2;
  const { asked } = await run([offline, offline, ok], { wanted: () => visits-- > 0 });
  assert.equal(asked.length, 2);
});

test("the body names a priority class only where there is one", async () => {
  const plain = await run([ok]);
  assert.deepEqual(plain.asked[0].body, { service: "A", language: "vi" });
  const class_ = await run([ok], { wish: { ...request, priority: "elderly" } });
  assert.deepEqual(class_.asked[0].body, { service: "A", priority: "elderly", language: "vi" });
});

test("the body says how many files and which services come after, where there are any", async () => {
  const { asked } = await run([ok], { wish: { ...request, cases: 3, then: ["C", "H"] } });
  assert.deepEqual(asked[0].body, { service: "A", cases: 3, then: ["C", "H"], language: "vi" });
});

test("who has an appointment checks in by its code, under one key", async () => {
  const { asked } = await run([offline, ok], { wish: { ...request, service: null, appointment: "048213" } });
  assert.deepEqual(asked.map(({ path, key }) => [path, key]), Array(2).fill(["/appointments/048213/check-in", "k"]));
  assert.equal(asked[0].body, undefined);
});

test("a machine that has given many numbers does not ask on by itself", async () => {
  const tired = { ok: false, status: 429, problem: { code: "kiosk-too-fast", status: 429, retry_after_seconds: 5 } };
  const { asked, told } = await run([tired, ok]);
  assert.equal(asked.length, 1);
  assert.deepEqual(told, ["issue-paused"]);
});
