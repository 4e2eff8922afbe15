import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { wordId } from "./kinds.js";
import { LISTS } from "./lists.js";
import { addressOf, pageAt, pageOf, PAGES, TOP_KEYS } from "./pages.js";
import { TABLES } from "./tables.js";

const root = new URL("../../../../", import.meta.url);
const read = (path) => readFileSync(new URL(path, root), "utf8");

/** The manual's tables: each key as `desk.undo_seconds` with its limits as they stand there. */
function manual() {
  const keys = new Map();
  let part = "";
  for (const line of read("docs/manual.md").split("\n")) {
    part = /^### `\[+([a-z_.]+)\]+`/.exec(line)?.[1] ?? (line.startsWith("#") ? "" : part);
    const cells = line.split("|").map((cell) => cell.trim());
    const key = /^`([a-z_]+)`$/.exec(cells[1] ?? "")?.[1];
    if (part && key) keys.set(`${part}.${key}`, cells[5]);
  }
  return keys;
}

function specs() {
  const all = new Map();
  const add = (part, fields) => Object.entries(fields).forEach(([key, spec]) => {
    if (spec.kind === "list") add(`${part}.${key}`, spec.fields);
    else all.set(`${part}.${key}`, spec);
  });
  Object.entries(TABLES).forEach(([part, fields]) => add(part, fields));
  Object.entries(LISTS).forEach(([part, { fields }]) => add(part, fields));
  return all;
}

test("every key of the manual has its field, and no field is without a key", () => {
  assert.deepEqual([...specs().keys()].sort(), [...manual().keys()].sort());
});

test("fields have the limits and the words that the manual tells", () => {
  const told = manual();
  for (const [key, { kind, from, to, max, of, form }] of specs()) {
    const limits = told.get(key).replaceAll(",", "");
    if (kind === "number") assert.equal(limits, `${from} to ${to}`, key);
    if (kind === "choice") assert.deepEqual(told.get(key).match(/[\w-]+/g).sort(), [...of].sort(), key);
    if ((kind === "texts" || kind === "text") && !form && key !== "backup.folder") {
      assert.equal(limits, `1 to ${max} characters`, key);
    }
  }
});

test("every key has a label and a help in each language, and every choice its words", () => {
  for (const language of ["vi", "en"]) {
    const ids = new Set(read(`config/text/${language}/set-up.ftl`).match(/^[a-z][\w-]*(?= =)/gm));
    const has = (id) => assert.ok(ids.has(id), `${language}: ${id}`);
    for (const [key, { of, unit, form, looks }] of specs()) {
      const id = `set-up-${key.replaceAll(/[._]/g, "-")}`;
      has(id);
      has(`${id}-help`);
      if (unit) has(`set-up-unit-${unit}`);
      if (form) has(`set-up-form-${form}`);
      if (looks !== "numbers") of?.forEach((word) => has(`${id}-${wordId(word)}`));
    }
    TOP_KEYS.forEach((key) => has(`set-up-${key.replaceAll("_", "-")}`));
    PAGES.forEach(({ id }) => [has(`set-up-page-${id}`), has(`set-up-page-${id}-lead`)]);
  }
});

test("every part stands on one page, and every page has an address that leads to it", () => {
  for (const key of TOP_KEYS) {
    assert.equal(PAGES.filter(({ keys }) => keys.includes(key)).length, 1, key);
    assert.equal(pageAt(addressOf(pageOf(key))), pageOf(key));
  }
  assert.equal(pageAt("/admin/set-up"), "");
  assert.equal(pageAt("/admin/set-up/nothing"), "");
  assert.equal(pageAt("/admin/set-up/file"), "file");
});
