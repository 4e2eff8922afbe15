import assert from "node:assert/strict";
import { test } from "node:test";
import { codeIn, isDevices, isWatching } from "./rows.js";

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
