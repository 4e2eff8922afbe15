import assert from "node:assert/strict";
import { test } from "node:test";
import { bandText, densityOf, factsOf, feeOf, secondLanguage, tilesOf } from "./show.js";

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
    { code: "A", waiting: 4, forecast: { from: 15, to: 25 } },
    { code: "M", waiting: 0, forecast: null },
  ],
};

test("a tile has both names and how many wait", () => {
  const [tile, guide] = tilesOf(office, view, "vi");
  assert.deepEqual(tile, {
    code: "A",
    pictogram: "A",
    title: "việc A",
    second: "work A",
    waiting: 4,
    guide: false,
  });
  assert.equal(guide.guide, true);
  assert.equal(guide.waiting, 0);
  assert.equal(tilesOf(office, view, "en")[0].second, "việc A");
});

test("without a fresh view no figure is shown", () => {
  assert.equal(tilesOf(office, null, "vi")[0].waiting, null);
  assert.deepEqual(factsOf(service("A"), null, "vi"), { waiting: null, wait: null, fee: null });
});

test("the facts of a service", () => {
  const paid = service("A", { fee: { vi: "2.000 đ một trang", en: "2,000 đ a page" } });
  const fee = { figure: "2.000", words: "đ một trang" };
  assert.deepEqual(factsOf(paid, view, "vi"), { waiting: 4, wait: "15–25", fee });
  assert.equal(factsOf(service("M"), view, "vi").wait, null);
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
