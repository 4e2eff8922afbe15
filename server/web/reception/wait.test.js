import assert from "node:assert/strict";
import { test } from "node:test";
import { waitWords } from "./wait.js";

const text = { say: (/** @type {string} */ id, values = {}) => [id, ...Object.values(values)].join(" ") };

test("before a break the office says when it opens again, and not that no counter is there", () => {
  const band = { from: 5, to: 10 };
  for (const [forecast, opens, words] of /** @type {const} */ ([
    [null, "13:00", "reception-after-break 13:00"],
    [null, null, "reception-no-counter"],
    [null, undefined, "reception-no-counter"],
    [band, null, "common-minutes-range 5 10"],
  ])) {
    assert.equal(waitWords({ forecast, after_break: opens }, text), words);
  }
});
