import assert from "node:assert/strict";
import { test } from "node:test";
import { callingView, deskView, servingView } from "./desk-view.test-data.js";
import { deskKey, scrollKey, keyCaps, KEYS, unusedDigit } from "./keys.js";
import { situationOf } from "./situation.js";

const me = "Nông Thị Hà";
const empty = { queue: [], queue_total: 0 };

/** @param {import("./situation.js").DeskView} view */
function commands(view) {
  const caps = keyCaps(situationOf(view, me), view, 0);
  return Object.fromEntries(caps.filter((cap) => cap.command).map((cap) => [cap.key, cap.command]));
}

test("what each key does in each situation", () => {
  assert.deepEqual(commands(deskView({ state: "closed", officer: null })), { Enter: "open", 9: "open" });
  assert.deepEqual(commands(deskView({ officer: "Hoàng Thị Mai" })), { Enter: "choose", 9: "take-over" });
  assert.deepEqual(commands(deskView(empty)), { Enter: "next", 9: "pause" });
  assert.deepEqual(commands(deskView()), { Enter: "next", 9: "pause", "*": "call", "/": "grant" });
  assert.deepEqual(commands(callingView()), {
    Enter: "start", 0: "recall", 1: "finish", 2: "no-show", 3: "transfer", 4: "park", 5: "services", 6: "outcome",
    "/": "grant", "-": "note",
  });
  assert.deepEqual(commands(servingView()), {
    Enter: "next", 1: "finish", 3: "transfer", 4: "park", 5: "services", 6: "outcome", 9: "pause", "*": "call",
    "/": "grant", "-": "note",
  });
  const last = { number: "A011", outcome: null, noted: false };
  const after = commands(deskView({ last }));
  assert.deepEqual([after[6], after["-"]], ["outcome", "note"], "who forgot it at the visit's end");
  assert.equal(after[5], undefined, "the ticket has gone on");
  const paused = commands(deskView({ state: "paused", last }));
  assert.deepEqual([paused[6], paused["-"]], [undefined, undefined], "the rules refuse it");
  assert.deepEqual(commands(deskView({ state: "paused" })), { Enter: "open", 9: "open", "/": "grant" });
});

test("all keys stand on the page in each situation, in the same order", () => {
  const views = [deskView(), callingView(), servingView(), deskView({ state: "paused" }), deskView(empty)];
  for (const view of views) {
    assert.deepEqual(keyCaps(situationOf(view, me), view, 0).map((cap) => cap.key), KEYS);
  }
});

test("who is away can be let wait again whatever the desk does, as long as it is the officer's own", () => {
  const away = [{ id: 9, number: "A009", service: "A", status: /** @type {const} */ ("parked"),
    since: "2026-11-24T09:30:00+07:00", until: null }];
  for (const view of [deskView(empty), deskView(), callingView(), servingView(), deskView({ state: "paused" })]) {
    assert.equal(commands({ ...view, away })[8], "return");
  }
  assert.equal(commands(deskView({ state: "closed", officer: null, away }))[8], undefined);
  assert.equal(commands(deskView({ officer: "Hoàng Thị Mai", away }))[8], undefined);
});

test("enter says whom it would call", () => {
  assert.equal(keyCaps("waiting", deskView(), 0)[0].next, "A013");
  assert.equal(keyCaps("serving", servingView(), 0)[0].next, "A013");
  assert.equal(keyCaps("calling", callingView(), 0)[0].next, undefined);
});

test("enter only finishes when nobody waits, and never calls whom its label did not name", () => {
  const cap = keyCaps("serving", { ...servingView(), ...empty }, 0)[0];
  assert.equal(cap.command, "finish");
  assert.equal(cap.label, "desk-key-done");
});

const event = {
  key: "0", code: "Numpad0", repeat: false, isComposing: false,
  ctrlKey: false, altKey: false, metaKey: false, shiftKey: false,
};

test("number pad and number row work, with and without NumLock", () => {
  assert.equal(deskKey(event, "page"), "0");
  assert.equal(deskKey({ ...event, key: "Insert" }, "page"), "0");
  assert.equal(deskKey({ ...event, key: "&", code: "Digit1" }, "page"), "1");
  assert.equal(deskKey({ ...event, key: "Enter", code: "NumpadEnter" }, "page"), "Enter");
  assert.equal(deskKey({ ...event, key: "9", code: "" }, "page"), "9");
});

test("the key of the note is the minus of the number pad and of every layout", () => {
  assert.equal(deskKey({ ...event, key: "-", code: "NumpadSubtract" }, "page"), "-");
  assert.equal(deskKey({ ...event, key: "-", code: "Minus" }, "page"), "-");
  assert.equal(deskKey({ ...event, key: "-", code: "NumpadSubtract" }, "field"), null);
});

test("the star is the desk's key on the number pad and above a digit of the row", () => {
  assert.equal(deskKey({ ...event, key: "*", code: "NumpadMultiply" }, "page"), "*");
  assert.equal(deskKey({ ...event, key: "*", code: "Digit8", shiftKey: true }, "page"), "*");
  assert.equal(deskKey({ ...event, key: "!", code: "Digit1", shiftKey: true }, "page"), null);
  assert.equal(deskKey({ ...event, key: "*", code: "Digit8", shiftKey: true }, "field"), null);
});

test("a key that is held down, composed, modified or typed into a field is not for the desk", () => {
  assert.equal(deskKey({ ...event, repeat: true }, "page"), null);
  assert.equal(deskKey({ ...event, isComposing: true }, "page"), null);
  assert.equal(deskKey({ ...event, ctrlKey: true }, "page"), null);
  assert.equal(deskKey(event, "field"), null);
});

test("enter on a link or button of the page is that button's, digits are still the desk's", () => {
  assert.equal(deskKey({ ...event, key: "Enter", code: "Enter" }, "control"), null);
  assert.equal(deskKey(event, "control"), "0");
});

test("keys of later verbs do nothing yet, and are known as digits without a use", () => {
  for (const digit of ["7"]) {
    assert.equal(deskKey({ ...event, key: digit, code: `Numpad${digit}` }, "page"), null);
    assert.equal(unusedDigit({ ...event, key: digit, code: `Numpad${digit}` }, "page"), digit);
  }
  assert.equal(unusedDigit(event, "page"), null);
  assert.equal(unusedDigit({ ...event, key: "a", code: "KeyA" }, "page"), null);
  assert.equal(unusedDigit({ ...event, key: "5", code: "Digit5" }, "field"), null);
});

test("the arrows move what the visit is about, but those of a number pad are its digits", () => {
  assert.equal(scrollKey({ ...event, key: "ArrowDown", code: "ArrowDown" }, "page"), .5);
  assert.equal(scrollKey({ ...event, key: "PageUp", code: "PageUp" }, "control"), -.9);
  assert.equal(scrollKey({ ...event, key: "ArrowDown", code: "Numpad2" }, "page"), 0);
  assert.equal(scrollKey({ ...event, key: "ArrowDown", code: "ArrowDown" }, "field"), 0);
});
