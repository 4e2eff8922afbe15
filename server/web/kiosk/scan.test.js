import assert from "node:assert/strict";
import { test } from "node:test";
import { appointmentIn, continues, nothingTyped, typed } from "./scan.js";

/** Types these keys, 20 ms apart; what came of each. */
function type(keys, from = 0, step = 20) {
  let typing = nothingTyped;
  return keys.map((key, index) => {
    const came = typed(typing, key, from + index * step);
    typing = came.typing;
    return came;
  });
}

test("a scanner's text ends with Enter and is whole", () => {
  const came = type([..."http://10.0.0.1/a/0123456789abcdef", "Enter"]);
  assert.equal(came.at(-1).ended, "http://10.0.0.1/a/0123456789abcdef");
  assert.ok(came.every(({ digit }) => digit === undefined), "no part of an address is typed on the pad");
});

test("digits on a number pad count one by one, however slowly", () => {
  assert.deepEqual(type([..."048"], 0, 3_000).map(({ digit }) => digit), ["0", "4", "8"]);
  assert.equal(type([..."048213", "Enter"]).at(-1).ended, "048213");
  assert.deepEqual(type(["Shift", "4"]).map(({ digit }) => digit), [undefined, "4"]);
});

test("a keypad's keys are part of a scanned address, and a keypad's everywhere else", () => {
  const after = (/** @type {string} */ text) => [...text].reduce((now, key) => typed(now, key, 0).typing, nothingTyped);
  for (const key of ["-", "?", "+", "*"]) {
    assert.ok(continues(after("http://10.0.0.1/a/0123"), key, 20), key);
    assert.ok(!continues(after("http://10.0.0.1/a/0123"), key, 2_000), "long after it");
    assert.ok(!continues(nothingTyped, key, 20), "alone");
    assert.ok(!continues(after("0482"), key, 20), "between the digits of a code");
  }
  assert.ok(!continues(after("http:"), "ArrowDown", 20));
});

test("what was typed before a pause is another text", () => {
  const { typing } = typed(nothingTyped, "x", 0);
  assert.equal(typed(typing, "4", 2_000).digit, "4");
});

test("code, secret and address name an appointment, anything else none", () => {
  for (const [text, found] of [
    ["048213", "048213"],
    ["0123456789abcd-_", "0123456789abcd-_"],
    ["http://10.0.0.1:8080/a/0123456789abcdef", "0123456789abcdef"],
    ["https://mot-cua.example.vn/a/0123456789abcdef?lang=vi\r", "0123456789abcdef"],
    ["http://10.0.0.1:8080/t/0123456789abcdef", null],
    ["04821", null],
    ["0482133", null],
    ["8934563138165", null],
    ["", null],
  ]) assert.equal(appointmentIn(text), found, text);
});
