import assert from "node:assert/strict";
import { test } from "node:test";
import { pagesOf } from "./pages.js";

const ids = (online) => pagesOf({ appointments: { online } }).flatMap(({ pages }) => pages.map(({ id }) => id));

test("the booking page is linked only where citizens can book", () => {
  assert.ok(ids(true).includes("book"));
  assert.ok(!ids(false).includes("book"));
  assert.equal(ids(true).length, ids(false).length + 1);
});
