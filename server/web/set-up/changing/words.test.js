import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Text } from "../../shared/text.js";
import { fieldInWords, grouped, groupInWords, placeOf, valueInWords } from "./words.js";

const source = readFileSync(new URL("../../../../config/text/en/set-up.ftl", import.meta.url), "utf8");
const text = new Text("en", [source]);
const said = (key, before, after) => {
  const place = placeOf(key);
  return [fieldInWords(place, text), valueInWords(before, place, text), valueInWords(after, place, text)].join(" | ");
};

test("a change is told in words, with units, choices and languages", () => {
  for (const [key, before, after, words] of [
    ["desk.undo_seconds", "10", "20", "Time to take a step back | 10 seconds | 20 seconds"],
    ["calling.next_on_finish", "false", "true", "Finishing calls the next number | no | yes"],
    ["away.back_to", "here", "anywhere",
      "Who was put aside comes back | to the same counter | to any counter of the service"],
    ["services.A.name.vi", "Hộ tịch", null, "Name (Vietnamese) | Hộ tịch | nothing"],
    ["services.A.documents.2.note.en", null, "Original", "Documents to bring 2 · Note (English) | nothing | Original"],
    ["counters.3.services", "A, C", "", "Services | A, C | empty"],
  ]) {
    assert.equal(said(key, before, after), words);
  }
});

test("a person's name with dots is one name, and a key that nobody knows is told as it is", () => {
  assert.deepEqual(placeOf("officers.Lê. Văn. A.title.vi").entry, "Lê. Văn. A");
  assert.deepEqual(placeOf("officers.Lê. name.title.vi").entry, "Lê. name");
  assert.equal(placeOf("voice.gain").entry, "gain");
});

test("what belongs to one entry stands together, and is new or gone as a whole", () => {
  const groups = grouped([
    { key: "counters.2.services", before: "C", after: "C, R" },
    { key: "services", before: "A, C", after: "A, C, R" },
    { key: "services.C.code", before: "C", after: null },
    { key: "services.R.code", before: null, after: "R" },
    { key: "services.R.name.vi", before: null, after: "Mới" },
  ]);
  assert.deepEqual(groups.map((group) => groupInWords(group, text, (_part, entry) => (entry === "R" ? "Awards" : ""))),
    ["Counters: 2", "Services", "Services: C (taken away)", "Services: R – Awards (new)"]);
  assert.equal(groups[3].changes.length, 2);
});
