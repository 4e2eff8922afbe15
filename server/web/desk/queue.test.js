import assert from "node:assert/strict";
import { test } from "node:test";
import { milliseconds } from "../shared/time.js";
import { deskView } from "./desk-view.test-data.js";
import { queueRows, wholeRows } from "./queue.js";

const now = milliseconds("2026-11-24T09:47:00+07:00");

test("a ticket of a service that the counter only helps with says so", () => {
  const [first, ...rest] = deskView().queue;
  const { rows } = queueRows(deskView({ queue: [{ ...first, helped: true }, ...rest] }), 0);
  assert.deepEqual(rows.map(({ reason }) => reason?.id), ["desk-reason-helped", "desk-reason-arrival"]);
});

test("a row says the time that the order goes by, why, and how long that person has really waited", () => {
  const { rows, more } = queueRows(deskView(), now);
  assert.deepEqual(rows[0], {
    id: 13, number: "A013", service: "A", cases: 1, then: 0, noted: false, at: "09:18",
    reason: { id: "desk-reason-priority", values: { minutes: 20 } }, waited: 9,
  });
  assert.equal(rows[1].reason?.id, "desk-reason-arrival");
  assert.equal(rows[1].waited, 27);
  assert.equal(more, 8);
});

test("a reason that this page does not know yet is not guessed", () => {
  const queue = [{ ...deskView().queue[0], reason: { kind: "lottery" } }];
  assert.equal(queueRows(deskView({ queue }), now).rows[0].reason, null);
});

test("who came early for an appointment waits from its time on", () => {
  const reason = { kind: "appointment", at: "2026-11-24T09:45:00+07:00", minutes: 0 };
  const queue = [{ ...deskView().queue[0], taken_at: "2026-11-24T09:20:00+07:00", reason }];
  const [row] = queueRows(deskView({ queue }), now).rows;
  assert.equal(row.waited, 2);
  assert.deepEqual(row.reason, { id: "desk-reason-appointment", values: { time: "09:45", minutes: 0 } });
});

test("nobody waits: no rows, nobody behind them", () => {
  assert.deepEqual(queueRows(deskView({ queue: [], queue_total: 0 }), now), { rows: [], more: 0 });
});

test("a row that does not fit wholly is counted with those behind, but for the first", () => {
  assert.equal(wholeRows([60, 120, 180], 180), 3);
  assert.equal(wholeRows([60, 120, 180], 150), 2);
  assert.equal(wholeRows([60.5, 120.9], 120), 2);
  assert.equal(wholeRows([60, 120], 30), 1);
  assert.equal(wholeRows([], 30), 0);
});
