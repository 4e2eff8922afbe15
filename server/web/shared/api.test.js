import assert from "node:assert/strict";
import { test } from "node:test";
import { call } from "./api.js";

/** Answers the next call with this, and notes what was asked. */
function server(t, answer) {
  const asked = [];
  t.mock.method(globalThis, "fetch", async (url, options) => {
    asked.push({ url, ...options });
    if (answer instanceof Error) throw answer;
    return answer;
  });
  return asked;
}

test("a call sends body, key and language, and gives the answer", async (t) => {
  const asked = server(t, new Response('{"number":"A012"}', { status: 201 }));
  const answer = await call("POST", "/tickets", { body: { service: "A" }, key: "one-tap", language: "vi" });
  assert.deepEqual(answer, { ok: true, status: 201, body: { number: "A012" } });
  assert.equal(asked[0].url, "/api/v1/tickets");
  assert.equal(asked[0].body, '{"service":"A"}');
  assert.equal(asked[0].headers["idempotency-key"], "one-tap");
  assert.equal(asked[0].headers["accept-language"], "vi");
});

test("an empty answer is an answer", async (t) => {
  server(t, new Response(null, { status: 204 }));
  assert.deepEqual(await call("POST", "/counters/3/next"), { ok: true, status: 204, body: null });
});

test("a refusal comes as its problem", async (t) => {
  const problem = { type: "urn:moi:problem:not-called", code: "not-called", title: "Chưa gọi", status: 409 };
  server(t, new Response(JSON.stringify(problem), { status: 409 }));
  assert.deepEqual(await call("POST", "/counters/3/start"), { ok: false, status: 409, problem });
});

test("no network, and a proxy without its server, are offline", async (t) => {
  server(t, new TypeError("failed to fetch"));
  assert.deepEqual(await call("GET", "/services"), { ok: false, offline: true });
  t.mock.restoreAll();
  server(t, new Response("<html>Bad gateway</html>", { status: 502 }));
  assert.deepEqual(await call("GET", "/services"), { ok: false, offline: true });
});

test("an answer that is no problem document is still a refusal", async (t) => {
  server(t, new Response("what?", { status: 404 }));
  const answer = await call("GET", "/nothing");
  assert.equal(answer.ok, false);
  assert.equal(answer.problem.status, 404);
});

test("a server that says nothing for eight seconds is offline", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  t.mock.method(globalThis, "fetch", (url, { signal }) => new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
  }));
  const answer = call("GET", "/services");
  t.mock.timers.tick(8_000);
  assert.deepEqual(await answer, { ok: false, offline: true });
});
