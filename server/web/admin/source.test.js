import assert from "node:assert/strict";
import { test } from "node:test";
import { wellState } from "./office-state.test-data.js";
import { factsFor } from "./source.js";

const health = { ready: true, wrong: [], version: "0.1.0" };
const refused = { ok: false, problem: { code: "not-signed-in", title: "", status: 401 } };

function asker(answers) {
  const asked = [];
  let time = 0;
  const facts = factsFor({
    language: "en",
    call: async (_method, path) => {
      asked.push(path);
      return answers.state;
    },
    health: async () => {
      asked.push("/health");
      return answers.health;
    },
    now: () => time,
  });
  return { facts, asked, pass: (ms) => (time += ms) };
}

test("an administrator gets the office's state", async () => {
  const { facts, asked } = asker({ state: { ok: true, status: 200, body: wellState() } });
  assert.deepEqual(await facts(), { kind: "state", state: wellState() });
  assert.deepEqual(asked, ["/office/state"]);
});

test("others get what health tells, and the state is not asked for each time", async () => {
  const answers = { state: refused, health };
  const { facts, asked, pass } = asker(answers);
  assert.deepEqual(await facts(), { kind: "health", health });
  pass(3_000);
  await facts();
  assert.deepEqual(asked, ["/office/state", "/health", "/health"]);
  pass(60_000);
  answers.state = { ok: true, status: 200, body: wellState() };
  assert.equal((await facts())?.kind, "state", "somebody has signed in meanwhile");
});

test("a server that can't be reached has no facts", async () => {
  assert.equal(await asker({ state: { ok: false, offline: true } }).facts(), undefined);
  assert.equal(await asker({ state: refused, health: undefined }).facts(), undefined);
});

test("a state that lacks something is refused", async () => {
  const { facts } = asker({ state: { ok: true, status: 200, body: { version: "9" } } });
  await assert.rejects(facts, TypeError);
});
