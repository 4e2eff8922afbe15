import assert from "node:assert/strict";
import { test } from "node:test";
import { draftOf, followCode, ORIGIN, put, valueAt } from "./draft.js";
import { applied, editsBetween } from "./edits.js";

const setUp = () => ({
  desk: { undo_seconds: 10 },
  office: { name: { vi: "Xã", en: "Commune" }, phone: "1" },
  services: [
    { code: "A", name: { vi: "Hộ tịch", en: "Civil status" }, documents: [{ name: { vi: "Thẻ", en: "Card" } }] },
    { code: "C", name: { vi: "Chứng thực", en: "Certification" } },
  ],
  counters: [
    { number: 1, services: ["A", "C"] },
    { number: 2, services: ["C"], helps_with: ["A"], helps_after_minutes: 5 },
  ],
  slides: [{ title: { vi: "Một", en: "One" } }],
});

function edits(change) {
  const draft = draftOf(setUp());
  change(draft);
  return editsBetween(setUp(), draft);
}

test("nothing typed is no change, and what was taken back is none either", () => {
  assert.deepEqual(edits(() => {}), []);
  assert.deepEqual(edits((draft) => {
    put(draft, ["desk", "undo_seconds"], 20);
    put(draft, ["desk", "undo_seconds"], 10);
    put(draft, ["services", 0, "wish", "vi"], "Chúc mừng");
    put(draft, ["services", 0, "wish", "vi"], undefined);
  }), []);
});

test("a new entry whose last word is taken away is still there", () => {
  const draft = draftOf(setUp());
  draft.services.push({});
  put(draft, ["services", 2, "name", "vi"], "M");
  put(draft, ["services", 2, "name", "vi"], undefined);
  assert.deepEqual([draft.services.length, draft.services[2]], [3, {}]);
});

test("a change touches its own key alone, a text its own language", () => {
  assert.deepEqual(edits((draft) => {
    put(draft, ["desk", "undo_seconds"], 20);
    put(draft, ["office", "phone"], undefined);
    put(draft, ["office", "name", "en"], "Cai Kinh");
    put(draft, ["services", 1, "fee"], { vi: "0 đồng", en: "Free" });
  }), [
    { at: ["desk", "undo_seconds"], value: 20 },
    { at: ["office", "name", "en"], value: "Cai Kinh" },
    { at: ["office", "phone"], value: null },
    { at: ["services", "C", "fee"], value: { vi: "0 đồng", en: "Free" } },
  ].sort((one, other) => place(one) - place(other)));
});

const place = ({ at }) => ["office", "desk", "services"].indexOf(at[0]) + (at[1] === "phone" ? 0.1 : 0);

test("entries are added, renamed, taken away and put in order by their names", () => {
  assert.deepEqual(edits((draft) => {
    draft.services.unshift({ code: "R", name: { vi: "Mới", en: "New" } });
    draft.counters.splice(1, 1);
    draft.counters[0].number = 7;
  }), [
    { at: ["services", "R"], value: { code: "R", name: { vi: "Mới", en: "New" } } },
    { at: ["services"], value: ["R", "A", "C"] },
    { at: ["counters", "1", "number"], value: 7 },
    { at: ["counters", "2"], value: null },
  ]);
});

test("names that change places, or stand twice, are sent as the whole list: the server sees what was typed", () => {
  for (const [one, other] of [["C", "A"], ["A", "A"]]) {
    const [edit, ...more] = edits((draft) => {
      draft.services[0].code = one;
      draft.services[1].code = other;
    });
    assert.deepEqual([edit.at, edit.value.map(({ code }) => code), more], [["services"], [one, other], []]);
  }
});

test("documents are sent as a whole, and go when the last one goes", () => {
  const [edit] = edits((draft) => draft.services[0].documents.push({ name: { vi: "Tờ khai", en: "Form" } }));
  assert.deepEqual([edit.at, edit.value.length], [["services", "A", "documents"], 2]);
  assert.deepEqual(edits((draft) => draft.services[0].documents.pop()),
    [{ at: ["services", "A", "documents"], value: null }]);
  assert.deepEqual(edits((draft) => draft.slides.pop()), [{ at: ["slides"], value: null }]);
});

test("counters follow a service that gets another code, or goes", () => {
  const draft = draftOf(setUp());
  followCode(draft, "A", "B");
  assert.deepEqual(draft.counters.map(({ services, helps_with: helps }) => [services, helps]),
    [[["B", "C"], undefined], [["C"], ["B"]]]);
  followCode(draft, "B", undefined);
  assert.deepEqual(Object.keys(draft.counters[1]), ["number", "services"]);
});

test("what was typed is kept when somebody else has saved meanwhile, and what can't be is told", () => {
  const mine = edits((draft) => {
    put(draft, ["services", 1, "name", "en"], "Copies");
    put(draft, ["desk", "undo_seconds"], 20);
    draft.services.push({ code: "R", name: { vi: "Mới", en: "New" } });
    draft.services.reverse();
  });
  const theirs = setUp();
  theirs.desk.undo_seconds = 30;
  theirs.services.push({ code: "D", name: { vi: "Đất đai", en: "Land" } });
  const { draft, lost } = applied(theirs, mine);
  assert.deepEqual(draft.services.map(({ code }) => code), ["R", "C", "A", "D"]);
  assert.equal(valueAt(draft, ["services", 1, "name", "en"]), "Copies");
  assert.equal(draft.desk.undo_seconds, 20);
  assert.deepEqual([lost, draft.services[0][ORIGIN], draft.services[3][ORIGIN]], [[], undefined, "D"]);
  theirs.services.splice(1, 1);
  assert.deepEqual(applied(theirs, mine).lost.map(({ at }) => at), [["services", "C", "name", "en"]]);
});

test("a part that may be missing comes with its first word, and goes as a whole with its last", () => {
  const issuer = "https://id.example.vn";
  assert.deepEqual(edits((draft) => put(draft, ["directory", "issuer"], issuer)),
    [{ at: ["directory", "issuer"], value: issuer }]);
  assert.deepEqual(edits((draft) => {
    put(draft, ["directory", "issuer"], "");
    put(draft, ["directory", "ask_each_time"], false);
  }), [], "a box that was ticked is no word");
  const before = { ...setUp(), directory: { issuer, client_id: "moi", name: { vi: "Tỉnh" }, ask_each_time: true } };
  const draft = draftOf(before);
  put(draft, ["directory", "issuer"], "");
  put(draft, ["directory", "client_id"], "");
  put(draft, ["directory", "name", "vi"], undefined);
  assert.deepEqual(editsBetween(before, draft), [{ at: ["directory"], value: null }]);
});
