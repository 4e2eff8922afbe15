import assert from "node:assert/strict";
import { test } from "node:test";
import { Renewal } from "./renewal.js";

const OFFICE = { now: "2026-11-24T09:42:10+07:00", name: { vi: "Cai Kinh" }, kiosk: { here: true } };
const TODAY = "2026-11-24T10:00:00+07:00";

function renewal(answers) {
  let reloads = 0;
  let looks = 0;
  const load = async () => {
    const answer = answers[Math.min(looks, answers.length - 1)];
    looks += 1;
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const one = new Renewal({ office: OFFICE, load, reload: () => (reloads += 1) });
  return { one, reloads: () => reloads, looks: () => looks };
}

test("nothing new, no new page", async () => {
  const { one, reloads } = renewal([{ ...OFFICE, now: "later", kiosk: { here: false } }]);
  await one.look();
  await one.renew(TODAY);
  assert.equal(reloads(), 0);
});

test("a new set-up gives a new page, when nothing is going on", async () => {
  const { one, reloads } = renewal([{ ...OFFICE, version: "2" }]);
  await one.look();
  assert.equal(reloads(), 0);
  await one.renew(TODAY);
  assert.equal(reloads(), 1);
});

test("no new page while the server is away: the browser would show its own error", async () => {
  const { one, reloads } = renewal([{ ...OFFICE, version: "2" }, new Error("away")]);
  await one.look();
  await one.renew(TODAY);
  assert.equal(reloads(), 0);
});

test("each new day is looked at once", async () => {
  const { one, looks } = renewal([OFFICE]);
  await one.renew(TODAY);
  await one.renew(TODAY);
  assert.equal(looks(), 0);
  await one.renew("2026-11-25T00:00:01+07:00");
  await one.renew("2026-11-25T00:00:02+07:00");
  assert.equal(looks(), 1);
});
