import assert from "node:assert/strict";
import { test } from "node:test";
import {
  bandText, densityOf, factsOf, feeOf, paperOf, secondLanguage, sheetOf, tilesOf, togetherOf, waitOf,
} from "./show.js";

const service = (code, more = {}) => ({
  code,
  pictogram: code,
  name: { vi: `việc ${code}`, en: `work ${code}` },
  fee: null,
  ...more,
});
const office = { languages: ["vi", "en"], services: [service("A"), service("M")] };
const view = {
  services: [
    { code: "A", waiting: 4, forecast: { from: 15, to: 25 }, after_break: null },
    { code: "M", waiting: 0, forecast: null, after_break: null },
  ],
};

test("in large type services come by sheets of eight places, the last of which leads on and round", () => {
  const tiles = Array.from({ length: 17 }, (_, code) => ({ code }));
  const sheet = (number, large = true) => sheetOf(tiles, { ease: { large }, sheet: number });
  assert.deepEqual(sheet(0, false), { shown: tiles, more: false });
  assert.deepEqual([0, 1, 2, 3].map((number) => sheet(number).shown.map(({ code }) => code).join()),
    ["0,1,2,3,4,5,6", "7,8,9,10,11,12,13", "14,15,16", "0,1,2,3,4,5,6"]);
  const eight = tiles.slice(0, 8);
  assert.deepEqual(sheetOf(eight, { ease: { large: true }, sheet: 0 }), { shown: eight, more: false });
});

test("a tile has both names and how many wait", () => {
  const [tile, guide] = tilesOf(office, view, "vi");
  assert.deepEqual(tile, {
    code: "A",
    pictogram: "A",
    title: "việc A",
    second: "work A",
    secondLanguage: "en",
    waiting: 4,
    guide: false,
    refused: null,
  });
  assert.equal(guide.guide, true);
  assert.equal(guide.waiting, 0);
  assert.equal(tilesOf(office, view, "en")[0].second, "việc A");
});

test("without a fresh view no figure is shown", () => {
  assert.equal(tilesOf(office, null, "vi")[0].waiting, null);
  assert.deepEqual(factsOf(service("A"), null, "vi"),
    { waiting: null, wait: null, afterBreak: null, room: null, closed: false, fee: null });
});

test("the facts of a service", () => {
  const paid = service("A", { fee: { vi: "2.000 đ một trang", en: "2,000 đ a page" } });
  const fee = { figure: "2.000", words: "đ một trang" };
  assert.deepEqual(factsOf(paid, view, "vi"),
    { waiting: 4, wait: "15–25", afterBreak: null, room: null, closed: false, fee });
  assert.equal(factsOf(service("M"), view, "vi").wait, null);
  assert.equal(factsOf(service("M"), view, "vi").closed, true);
});

test("a ticket says that no counter is open, until one is", () => {
  const band = { from: 0, to: 5 };
  assert.deepEqual(waitOf({ service: "A", forecast: band }, null), { wait: "0–5", afterBreak: null, closed: false });
  assert.deepEqual(waitOf({ service: "M", forecast: null }, view), { wait: null, afterBreak: null, closed: true });
  assert.deepEqual(waitOf({ service: "M", forecast: null }, null), { wait: null, afterBreak: null, closed: true });
  assert.deepEqual(waitOf({ service: "A", forecast: null }, view), { wait: null, afterBreak: null, closed: false });
});

test("nobody is told that no counter is open when a break is the reason", () => {
  const lunch = { services: [{ code: "A", waiting: 4, forecast: null, after_break: "13:00", refused: null }] };
  const { wait, afterBreak, closed } = factsOf(service("A"), lunch, "vi");
  assert.deepEqual([wait, afterBreak, closed], [null, "13:00", false]);
  assert.deepEqual(waitOf({ service: "A", forecast: null }, lunch), { wait: null, afterBreak: "13:00", closed: false });
});

test("towards closing the facts say about how many can still be served", () => {
  const evening = { services: [{ code: "A", waiting: 4, forecast: null, after_break: null, room: 3, refused: null }] };
  assert.equal(factsOf(service("A"), evening, "vi").room, 3);
});

test("a fee without a figure is words", () => {
  assert.deepEqual(feeOf("Không thu"), { figure: "", words: "Không thu" });
  assert.equal(feeOf(""), null);
});

test("an office with one language shows no second line", () => {
  assert.equal(secondLanguage(["vi"], "vi"), null);
  assert.equal(tilesOf({ ...office, languages: ["vi"] }, view, "vi")[0].second, "");
});

test("a band of one value is one number", () => {
  assert.equal(bandText({ from: 5, to: 5 }), "5");
});

test("more services stand closer", () => {
  assert.deepEqual([8, 9, 15, 16].map(densityOf), ["few", "many", "many", "crowd"]);
});

test("who came too late is told so, and not the booked time", () => {
  const ticket = { service: "A", forecast: null, ahead: 3, appointment: "2026-11-27T03:35:00+07:00" };
  const inTime = paperOf({ ...ticket, late: false, checked_in_before: false }, view);
  assert.deepEqual([inTime.late, inTime.appointment, inTime.ahead], [false, ticket.appointment, 3]);
  const late = paperOf({ ...ticket, late: true, checked_in_before: false }, view);
  assert.deepEqual([late.late, late.appointment, late.ahead], [true, null, 3]);
});

test("a number that was given before says nothing of the queue as it was then", () => {
  const ticket = { service: "A", forecast: { from: 5, to: 10 }, ahead: 3, checked_in_before: true };
  const { ahead, wait, closed } = paperOf(ticket, view);
  assert.deepEqual([ahead, wait, closed], [null, null, false]);
});

test("each of several services has its own fee, and none stands for all of them", () => {
  const paid = (code, fee) => service(code, { fee: { vi: fee }, documents: [] });
  const services = [paid("A", "8.000 đ"), paid("C", "2.000 đ một trang"), service("M", { documents: [] })];
  assert.deepEqual(togetherOf(services, "vi").map(({ code, fee }) => [code, fee]),
    [["A", "8.000 đ"], ["C", "2.000 đ một trang"], ["M", ""]]);
  assert.equal(factsOf(services[0], view, "vi", false).fee, null);
});
