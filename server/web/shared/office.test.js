import assert from "node:assert/strict";
import { test } from "node:test";
import { name, officeFrom } from "./office.js";

test("the office's clock goes by the server's time and a steady clock, not by the screen's own", () => {
  let steady = 5_000;
  const office = officeFrom({ now: "2026-11-24T09:42:10+07:00" }, () => steady);
  assert.equal(office.stamp(), "2026-11-24T09:42:10+07:00");
  steady += 65_000;
  assert.equal(office.stamp(), "2026-11-24T09:43:15+07:00");
  assert.equal(office.now(), Date.parse("2026-11-24T02:43:15Z"));
  office.sync("2026-11-24T10:00:00+07:00");
  steady += 1_000;
  assert.equal(office.stamp(), "2026-11-24T10:00:01+07:00");
});

test("a text is there in the reader's language, or in another", () => {
  assert.equal(name({ vi: "Hộ tịch", en: "Civil status" }, "en"), "Civil status");
  assert.equal(name({ vi: "Hộ tịch" }, "en"), "Hộ tịch");
  assert.equal(name(null, "vi"), "");
});
