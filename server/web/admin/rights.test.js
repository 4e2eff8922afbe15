import assert from "node:assert/strict";
import { test } from "node:test";
import { askReader, pagesFor } from "./rights.js";

const ids = (role) => pagesFor(role).map(({ id }) => id).join(" ");

test("whoever has not the right sees no way there", () => {
  assert.equal(ids("administrator"), "state set-up people devices order preview audit account start");
  assert.equal(ids("inspector"), "state set-up order audit account start");
  assert.equal(ids("supervisor"), "state order preview account start");
  for (const role of ["officer", "receptionist"]) assert.equal(ids(role), "account start");
  assert.equal(ids("kiosk"), "start");
  assert.equal(ids(null), "state start");
});

test("who is signed in is asked once a page", async () => {
  let times = 0;
  const ask = async () => {
    times += 1;
    return { ok: true, status: 200, body: { name: "Bảo", role: "administrator" } };
  };
  assert.equal((await askReader(ask)).role, "administrator");
  assert.equal((await askReader(ask)).name, "Bảo");
  assert.equal(times, 1);
});
