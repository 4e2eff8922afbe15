import assert from "node:assert/strict";
import { test } from "node:test";
import { bringOf } from "./bring.js";

const paper = (name, note = null) => ({ name: { vi: name }, note: note && { vi: note } });
const office = {
  services: [
    { code: "A", name: { vi: "Hộ tịch" }, documents: [paper("Căn cước", "bản gốc")] },
    { code: "C", name: { vi: "Chứng thực" }, documents: [] },
    { code: "D", name: { vi: "Đất đai" }, documents: [paper("Sổ đỏ")] },
  ],
};

test("the documents of all services of a ticket are told, under the services' names", () => {
  assert.deepEqual(bringOf({ service: "A", then: ["C", "D"] }, office, "vi"), [
    { title: "Hộ tịch", documents: [{ name: "Căn cước", note: "bản gốc" }] },
    { title: "Đất đai", documents: [{ name: "Sổ đỏ", note: "" }] },
  ]);
});

test("one service needs no name over its documents", () => {
  assert.deepEqual(bringOf({ service: "D", then: [] }, office, "vi"),
    [{ title: null, documents: [{ name: "Sổ đỏ", note: "" }] }]);
  assert.deepEqual(bringOf({ service: "C", then: [] }, office, "vi"), []);
});

test("a service that the set-up no longer has needs nothing", () => {
  assert.deepEqual(bringOf({ service: "X", then: [] }, office, "vi"), []);
});
