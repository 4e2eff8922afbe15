import assert from "node:assert/strict";
import { test } from "node:test";
import { pathOf, troublesAt, troublesFrom, troublesOf } from "./troubles.js";
import { document } from "./set-up.test-data.js";

const told = (change) => {
  const draft = document();
  change(draft);
  return troublesOf(draft).map(({ path, say }) => `${path.join(".")} ${say.slice("set-up-wrong-".length)}`);
};

test("a good set-up has no mistakes", () => assert.deepEqual(told(() => {}), []));

test("each mistake is told at its field, in words of its own", () => {
  assert.deepEqual(told((draft) => {
    draft.desk = { undo_seconds: 61 };
    draft.services[0].usual_minutes = "mười";
    draft.services[0].name.en = "";
    draft.services[1].code = "A";
    draft.services[1].about = { vi: "x".repeat(81), en: "x" };
    draft.counters[0].services = [];
    draft.hours.monday = ["07:00-11:30", "11:00-16:30"];
    draft.hours.friday = ["9-10"];
    draft.officers = [];
    draft.priorities = [{ id: "Cao tuổi", name: { vi: "Cao tuổi", en: "Old" }, head_start_minutes: 20 }];
  }), [
    "hours.monday.1 overlap", "hours.friday.0 period", "desk.undo_seconds number", "services.0.name.en language",
    "services.0.usual_minutes number", "services.1.about.vi long", "services.1.code twice",
    "counters.0.services no-service", "priorities.0.pictogram choice", "priorities.0.id short-name",
    "officers entries", "services.0.counters no-counter", "services.1.counters no-counter",
  ]);
});

test("what the server finds stands at the field that it names, counted as fields are", () => {
  assert.deepEqual(pathOf("services[2].documents[1].name.vi"), ["services", 1, "documents", 0, "name", "vi"]);
  assert.deepEqual(pathOf(""), []);
  const [one, none] = troublesFrom([
    { key: "counters[1].services[2]", text: "x", found: "\"Q\"", allowed: "the code of a service", line: 7 },
    { key: "", text: "office.toml:3:1: found something that isn't TOML" },
  ]);
  assert.deepEqual([one.path, one.page, one.told, one.line],
    [["counters", 0, "services", 1], "counters", "\"Q\" → the code of a service", 7]);
  assert.deepEqual([none.path, none.page, none.line], [[], "", null]);
  assert.equal(troublesAt([one, none], ["counters", 0, "services"]).length, 1);
  assert.equal(troublesAt([one, none], ["counters", 1]).length, 0);
  assert.equal(troublesAt([one, none], []).length, 2);
});

test("of a part that may be missing nothing is asked until somebody begins to fill it in", () => {
  assert.deepEqual(told((draft) => { draft.directory = { issuer: "", ask_each_time: false }; }), []);
  assert.deepEqual(told((draft) => { draft.directory = { client_id: "moi" }; }),
    ["directory.issuer missing", "directory.name.vi missing"]);
  const of = (issuer) => told((draft) => {
    draft.directory = { issuer, client_id: "moi", name: { vi: "Tỉnh", en: "Province" } };
  });
  for (const issuer of ["https://id.example.vn/realms/x", "http://127.0.0.1:9000", "http://localhost/a"]) {
    assert.deepEqual(of(issuer), [], issuer);
  }
  for (const issuer of ["http://id.example.vn", "id.example.vn", "http://localhost@evil.example", "https://a b"]) {
    assert.deepEqual(of(issuer), ["directory.issuer address"], issuer);
  }
});
