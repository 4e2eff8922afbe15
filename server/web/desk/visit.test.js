import assert from "node:assert/strict";
import { test } from "node:test";
import { milliseconds } from "../shared/time.js";
import { callingView, servingView } from "./desk-view.test-data.js";
import { pauseFigures, runningTime, USUAL_AT, visitFigures } from "./visit.js";

const at = (/** @type {string} */ time) => milliseconds(`2026-11-24T${time}+07:00`);
const visitOf = (/** @type {import("./situation.js").DeskView} */ view) => /** @type {any} */ (view.visit);

test("running time", () => {
  assert.equal(runningTime(0), "00:00");
  assert.equal(runningTime(252_999), "04:12");
  assert.equal(runningTime(3_852_000), "1:04:12");
  assert.equal(runningTime(-5_000), "00:00");
});

test("a visit counts from its start, a call from the call", () => {
  const serving = visitFigures(visitOf(servingView()), at("09:47:12"));
  assert.equal(serving.since, "09:43");
  assert.equal(serving.running, "04:12");
  assert.equal(serving.waited, 24);
  const calling = visitFigures(visitOf(callingView({ recalls: 1 })), at("09:42:28"));
  assert.equal(calling.running, "00:18");
  assert.equal(calling.calls, 2);
});

test("the bar reaches its mark at the usual time and never leaves its track", () => {
  const share = (/** @type {string} */ time) => visitFigures(visitOf(servingView()), at(time)).share;
  assert.equal(share("09:43:00"), 0);
  assert.equal(share("09:55:00"), USUAL_AT);
  assert.equal(share("11:30:00"), 1);
});

test("minutes beyond the usual time are counted whole", () => {
  assert.equal(visitFigures(visitOf(servingView()), at("09:55:59")).over, 0);
  assert.equal(visitFigures(visitOf(servingView()), at("09:58:30")).over, 3);
});

test("a rest says until when, or since when", () => {
  const since = "2026-11-24T09:43:00+07:00";
  const open = pauseFigures({ since, until: null }, at("09:47:12"));
  assert.deepEqual(open, { until: null, since: "09:43", running: "04:12" });
  assert.equal(pauseFigures({ since, until: "2026-11-24T10:00:00+07:00" }, at("09:47:12")).until, "10:00");
});
