import assert from "node:assert/strict";
import { test } from "node:test";
import { lastChange, look, rebased, save } from "./saving.js";

const wish = { edits: [{ at: ["desk", "undo_seconds"], value: 20 }] };
const answering = (answer) => {
  const asked = [];
  const call = async (method, path, { body, key }) => {
    asked.push({ method, path, body, key });
    return answer;
  };
  return { asked, call };
};
const refusing = (code, more = {}) => answering({ ok: false, problem: { code, title: "", status: 409, ...more } });

test("a change is looked through before it is made, and made from the version that was looked at", async () => {
  const changes = [{ key: "desk.undo_seconds", before: "10", after: "20" }];
  const { asked, call } = answering({ ok: true, body: { version: 3, changes, warnings: [], refusal: null } });
  const { kind, review } = await look(wish, 3, "vi", call);
  assert.deepEqual([kind, review.changes, review.refusal], ["review", changes, null]);
  assert.deepEqual(await save(review, false, "vi", call), { kind: "saved" });
  assert.deepEqual(asked.slice(0, 2).map(({ method, path, body }) => [method, path, body]), [
    ["POST", "/set-up/check", { made_from: 3, ...wish }],
    ["PUT", "/set-up", { made_from: 3, ...wish, strands: false }],
  ]);
  await save(review, false, "vi", call);
  assert.ok(asked[1].key && asked[1].key === asked[2].key, "a repeat is done once, whatever became of the answer");
});

test("who would be stranded is told with the review, and the change is made only when that is known", async () => {
  const refusal = { code: "would-strand", detail: "E001" };
  const { call, asked } = answering({ ok: true, body: { version: 3, changes: [], warnings: [], refusal } });
  const { review } = await look(wish, 3, "vi", call);
  assert.equal(review.refusal, refusal);
  await save(review, true, "vi", call);
  assert.equal(asked[1].body.strands, true);
});

test("mistakes, a newer version and a server that is away are told apart", async () => {
  const findings = [{ key: "desk.undo_seconds", text: "x", found: "99", allowed: "0 to 60", line: null }];
  const wrong = await look(wish, 3, "vi", refusing("wrong-set-up", { findings }).call);
  assert.deepEqual([wrong.kind, wrong.troubles[0].path], ["wrong", ["desk", "undo_seconds"]]);
  const moved = answering({ ok: true, body: { changes: [], warnings: [], refusal: { code: "set-up-moved" } } });
  assert.equal((await look(wish, 3, "vi", moved.call)).kind, "moved");
  const review = { wish, madeFrom: 3, key: "key" };
  assert.equal((await save(review, false, "vi", refusing("set-up-moved").call)).kind, "moved");
  assert.equal((await save(review, false, "vi", refusing("counter-in-use").call)).kind, "problem");
  assert.equal((await save(review, false, "vi", answering({ ok: false, offline: true }).call)).answer.offline, true);
});

const entry = (by, ...keys) => ({
  act: "set-up-changed", by, changes: keys.map((key) => ({ key, before: "1", after: "2" })),
});

test("what was typed stands on the newer version, beside what the others changed", () => {
  const entries = [entry("Bảo", "away.by_phone"), { act: "pin-made", changes: [] }, entry("Hoa", "desk.undo_seconds"),
    entry("Hà", "office.phone")];
  const setUp = { version: 5, document: { desk: { undo_seconds: 30 }, away: { by_phone: false } } };
  const { draft, lost, theirs } = rebased({ edits: wish.edits, madeFrom: 3, setUp, entries });
  assert.deepEqual([draft.desk.undo_seconds, draft.away.by_phone, lost], [20, false, []]);
  assert.deepEqual(theirs.map(({ by }) => by), ["Bảo", "Hoa"]);
});

test("the last change of a part is the newest that touched one of its keys", () => {
  const entries = [entry("Bảo", "desk.undo_seconds"), entry("Hoa", "services.A.name.vi", "counters.1.services")];
  assert.equal(lastChange(entries, ["services"]).by, "Hoa");
  assert.equal(lastChange(entries, ["slides"]), null);
  assert.equal(lastChange(entries, []).by, "Bảo");
});
