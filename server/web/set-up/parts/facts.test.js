import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Text } from "../../shared/text.js";
import { document } from "../changing/set-up.test-data.js";
import { FILE_PAGE, PAGES } from "../data/pages.js";
import { LISTS } from "../data/lists.js";
import { fromTemplate, unused } from "./templates.js";
import { factsOf } from "./facts.js";

const texts = (language) => new Text(language, [
  readFileSync(new URL(`../../../../config/text/${language}/set-up.ftl`, import.meta.url), "utf8"),
]);

test("every part has a fact in both languages, and no text is missing", () => {
  for (const language of ["vi", "en"]) {
    for (const { id } of [...PAGES, FILE_PAGE]) {
      const facts = factsOf(id, { text: texts(language), draft: document() }, "2026-11-27", 700);
      assert.ok(facts.length > 0 && facts.every((fact) => fact && !/set-up-|undefined/.test(fact)), `${id}: ${facts}`);
    }
  }
});

test("days with the same hours stand together, and only holidays to come count", () => {
  const facts = factsOf("hours", { text: texts("en"), draft: document() }, "2027-01-02", 0);
  assert.deepEqual(facts, ["Monday: 07:00-11:30, 13:00-16:30", "Tuesday – Sunday: closed", "0 holidays from today on"]);
});

test("a template brings words in the office's languages alone, and is offered once", () => {
  const template = {
    code: "C", name: { vi: "Chứng thực", en: "Copies" }, documents: [{ name: { vi: "Thẻ", en: "Card" } }],
  };
  assert.deepEqual(fromTemplate(template, ["vi"], LISTS.services.fields),
    { code: "C", name: { vi: "Chứng thực" }, documents: [{ name: { vi: "Thẻ" } }] });
  assert.deepEqual(unused([template, { code: "R" }], [{ code: "C" }], "code"), [{ code: "R" }]);
});
