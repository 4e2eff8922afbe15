import assert from "node:assert/strict";
import { test } from "node:test";
import { stateWith, textIn, TROUBLES, wellState } from "./office-state.test-data.js";
import { CLOCK_STATES, isState, PRINTER_STATES } from "./shape.js";
import { summaryOf } from "./summary.js";

const english = textIn("en");
const asOf = "08:42";
const summary = (state, text = english, stale = false) =>
  summaryOf({ facts: state && { kind: "state", state }, stale, asOf }, text);

test("an office in which all is well has one calm sentence and nothing to do", () => {
  const { sign, title, troubles } = summary(wellState());
  assert.deepEqual([sign, title, troubles], ["ok", "The office runs well.", []]);
});

test("everything that may be wrong has a title, a sentence and steps in both languages", () => {
  for (const language of ["vi", "en"]) {
    for (const [code, change] of Object.entries(TROUBLES)) {
      const { troubles } = summary(stateWith(change), textIn(language));
      assert.deepEqual(troubles.map((trouble) => trouble.code), [code]);
      const { title, lead, steps } = troubles[0];
      assert.ok(steps.length >= 2, `${code}: ${steps}`);
      for (const words of [title, lead, ...steps]) {
        assert.doesNotMatch(words, /^(admin|problems)-|[{}]|undefined|null/, `${language} ${code}: ${words}`);
      }
    }
  }
});

test("nothing that the server may tell of clock and printer is without words", () => {
  for (const state of CLOCK_STATES.filter((one) => one !== "right")) assert.ok(`clock-${state}` in TROUBLES, state);
  for (const state of PRINTER_STATES.filter((one) => !["ready", "unknown"].includes(one))) {
    assert.ok(`printer-${state}` in TROUBLES, state);
  }
  const unknown = stateWith((state) => (state.printer.state = "unknown"));
  assert.equal(summary(unknown).sign, "ok", "a printer that does not tell is no trouble");
  const none = stateWith((state) => (state.printer = { prints: false, state: "offline", waiting: 0 }));
  assert.equal(summary(none).sign, "ok", "nor is one that the office hasn't");
});

test("a full disk says how much room is left, in which folder, and what not to delete", () => {
  const state = stateWith((one) => {
    TROUBLES["disk-full"](one);
    one.disk.free_bytes = 0;
  });
  const { sign, troubles: [{ lead, steps, reason }] } = summary(state);
  assert.equal(sign, "bad");
  assert.match(lead, /0\u00a0KB free of 500\u00a0GB/);
  assert.match(steps.join("\n"), /\/var\/lib\/moi\/backups/);
  assert.match(steps.join("\n"), /Delete nothing else in \/var\/lib\/moi/);
  assert.equal(reason, "No space left on device");
});

test("backups on another disk are not to be deleted for want of room on this one", () => {
  const state = stateWith((one) => {
    TROUBLES["disk-full"](one);
    one.backup.folder = "/media/usb/moi";
  });
  assert.doesNotMatch(summary(state).troubles[0].steps.join("\n"), /\/media\/usb/);
});

test("without any backup nobody is told to keep the newest one safe", () => {
  const state = stateWith((one) => {
    TROUBLES["storage-failed"](one);
    one.backup.newest = null;
  });
  assert.doesNotMatch(summary(state).troubles[0].steps.join("\n"), /newest backup/);
});

test("damage says what to do with backups and the journal, and speaks of no USB stick that is unplugged", () => {
  const { sign, troubles: [{ steps, reason }] } = summary(stateWith(TROUBLES["journal-damaged"]));
  assert.equal(sign, "bad");
  assert.match(steps.join("\n"), /Delete no backup in \/var\/lib\/moi\/backups/);
  assert.match(steps.join("\n"), /moi journal mend --from BACKUP --data \/var\/lib\/moi /);
  assert.doesNotMatch(steps.join("\n"), /plugged/);
  assert.match(reason ?? "", /days\/1\.day, the day 2026-11-24/);
});

test("what stops the hall stands before what can wait", () => {
  const state = stateWith((one) => {
    TROUBLES["backup-failed"](one);
    TROUBLES["clock-behind"](one);
    TROUBLES["printer-offline"](one);
    TROUBLES["disk-full"](one);
    one.disk.free_bytes = 0;
  });
  const { title, troubles } = summary(state);
  const codes = troubles.map(({ code }) => code);
  assert.deepEqual(codes, ["disk-full", "printer-offline", "clock-behind", "backup-failed"]);
  assert.equal(title, "There are 4 things to do");
});

test("a lost server comes first, with the time of what is shown", () => {
  const { sign, troubles } = summary(wellState(), english, true);
  assert.deepEqual([sign, troubles.length, troubles[0].code], ["bad", 1, "lost"]);
  assert.match(troubles[0].lead, /08:42/);
  const never = summaryOf({ facts: null, stale: true, asOf: "" }, english);
  assert.match(never.troubles[0].lead, /not known yet/);
});

test("a screen reader hears what is wrong, and when it is over", () => {
  assert.match(summary(stateWith(TROUBLES["printer-out-of-paper"])).spoken, /out of paper/);
  assert.equal(summary(wellState()).spoken, "The office runs well.");
});

test("who is no administrator is shown what health tells and no more", () => {
  const wrong = [{ code: "disk-full", text: "The server's disk is full.", reason: "secret" }];
  const facts = { kind: /** @type {const} */ ("health"), health: { ready: false, wrong, version: "0.1.0" } };
  const { sign, troubles } = summaryOf({ facts, stale: false, asOf }, english);
  assert.equal(sign, "bad");
  assert.deepEqual(troubles, [{
    code: "disk-full", sign: "bad", title: "The server's disk is full", lead: "The server's disk is full.", steps: [],
    reason: null,
  }]);
});

test("an answer that lacks something is not drawn", () => {
  assert.ok(isState(wellState()));
  for (const field of Object.keys(wellState())) {
    assert.ok(!isState(stateWith((state) => delete state[field])), field);
  }
  assert.ok(!isState(stateWith((state) => (state.printer.state = "on fire"))));
});
