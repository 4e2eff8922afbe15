import assert from "node:assert/strict";
import { test } from "node:test";
import { codeIn, isWhole, isDevices, isWatching } from "./rows.js";

const device = {
  id: "a", name: "Sảnh", role: "wall", counter: null, paired_at: "", paired_by: "Bảo", seen_at: null, seen_from: null,
  sockets: 0,
};

test("only a code stands in the field from the address", () => {
  assert.equal(codeIn("?code=K7MP-4TXW"), "K7MP-4TXW");
  for (const search of ["", "?code=", "?code=<b>", "?code=K7MP-4TXW-AAAA"]) assert.equal(codeIn(search), null);
});

test("a device is on while it watches something", () => {
  assert.ok(!isWatching(device) && isWatching({ ...device, sockets: 2 }));
  assert.ok(isDevices({ devices: [device] }) && !isDevices({ devices: [{}] }) && !isDevices(null));
});

test("a code is looked up once all its signs are there, however they are grouped", () => {
  assert.ok(isWhole("K7MP-4TXW") && isWhole("k7mp 4txw") && isWhole("K7MP4TXW"));
  assert.ok(!isWhole("K7MP-4TX") && !isWhole("") && !isWhole("--------"));
});
