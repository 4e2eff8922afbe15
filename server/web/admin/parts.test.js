import assert from "node:assert/strict";
import { test } from "node:test";
import { stateWith, textIn, TROUBLES, wellState } from "./office-state.test-data.js";
import { partsOf } from "./parts.js";

const english = textIn("en");
const parts = (state, text = english) => Object.fromEntries(partsOf(state, text).map((part) => [part.id, part]));

test("each part is a line with its figure", () => {
  const lines = partsOf(wellState(), english).map(({ id, sign, figure, words }) => [id, sign, figure, words]);
  assert.deepEqual(lines, [
    ["orders", "ok", "", "Going on"],
    ["disk", "ok", "212\u00a0GB", "free of 500\u00a0GB"],
    ["clock", "ok", "08:42", "Wednesday, 25 Nov"],
    ["printer", "ok", "", "Ready"],
    ["backup", "ok", "09:14", "yesterday, 62\u00a0MB"],
    ["journal", "none", "1,239,503", "entries since 3 Jan 2017"],
    ["screens", "none", "44", "screens"],
    ["doors", "none", "52", "connections are open, of 16,384 that may be"],
    ["program", "none", "0.1.0", "Moi's version"],
  ]);
});

test("a part shows the sign of what is wrong with it, and no other part does", () => {
  const signs = {
    "disk-full": ["orders", "bad"], "storage-failed": ["orders", "bad"], "disk-short": ["disk", "warn"],
    "clock-jumped": ["clock", "warn"], "printer-near-end": ["printer", "warn"], "printer-offline": ["printer", "bad"],
    "backup-failed": ["backup", "warn"], "backup-ahead": ["backup", "warn"],
    "journal-damaged": ["journal", "bad"], "sealing-failed": ["journal", "warn"],
    "certificate-over": ["doors", "bad"], "certificate-failed": ["doors", "warn"],
  };
  for (const [code, [id, sign]] of Object.entries(signs)) {
    const found = parts(stateWith(TROUBLES[code]));
    assert.equal(found[id].sign, sign, code);
    const others = Object.values(found).filter((part) => ["warn", "bad"].includes(part.sign) && part.id !== id);
    assert.deepEqual(others.map((part) => part.id), code === "disk-full" ? ["disk"] : [], code);
  }
});

test("every part has words in both languages, whatever the server tells", () => {
  const unknown = stateWith((state) => {
    Object.assign(state.disk, { free_bytes: null, total_bytes: null });
    Object.assign(state.journal, { closed_days: null, since: null, bytes: null });
    Object.assign(state.backup, { newest: null, next_at: null });
    state.printer.prints = false;
    state.screens = { walls: 0, kiosks: 0, counters: 0, desks: 0, phones: 0 };
  });
  const states = [wellState(), unknown, ...Object.values(TROUBLES).map(stateWith)];
  for (const language of ["vi", "en"]) {
    const text = textIn(language);
    for (const part of states.flatMap((state) => partsOf(state, text))) {
      for (const words of [text.say(`admin-${part.id}`), part.words, ...part.asides]) {
        assert.doesNotMatch(words, /^admin-|[{}]|undefined|null|NaN/, `${language} ${part.id}: ${words}`);
      }
    }
  }
});

test("the machine's clock stands beside the office's when it is not plausible", () => {
  const state = stateWith((one) => {
    one.clock.state = "unset";
    one.clock.machine_time = "1970-01-01T07:03:00+07:00";
  });
  assert.match(parts(state).clock.asides[0], /07:03, 1 Jan 1970/);
});

test("a rehearsal is not backed up, and says so instead of missing a copy", () => {
  for (const language of ["vi", "en"]) {
    const { backup } = parts(stateWith((state) => (state.rehearsal = true)), textIn(language));
    assert.deepEqual([backup.sign, backup.figure, backup.asides], ["none", "", []]);
    assert.match(backup.words, /tập huấn|rehearsal/);
  }
});

test("slips that wait are counted", () => {
  assert.match(parts(stateWith((state) => (state.printer.waiting = 1))).printer.asides[0], /^1 slip waits/);
  assert.match(parts(wellState()).printer.asides[0], /^No slip waits/);
});
