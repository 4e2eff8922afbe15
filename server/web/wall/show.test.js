import assert from "node:assert/strict";
import { test } from "node:test";
import { hear, newAnnouncer } from "./announce.js";
import { at, callOf, calling, city, counterOf, empty, officeWith, serving, slide } from "./fixtures.js";
import { show } from "./show.js";

/** @returns {any} */
function wallOf(view, changes = {}) {
  const { stamp = at("09:42:10"), fresh = false, ...rest } = changes;
  const time = { steady: 0, server: Date.parse(stamp) };
  const before = fresh ? newAnnouncer() : hear(newAnnouncer(), empty, time);
  const announcer = view ? hear(before, view, time) : before;
  const office = officeWith(5);
  return show({ view, announcer, office, language: "vi", stamp, stale: false, heardAt: stamp, slide: 0, ...rest });
}

test("a call stands in the hero with its counter, service and way", () => {
  const { hero, layout } = wallOf(calling);
  assert.equal(layout, "strip");
  assert.deepEqual(hero, {
    kind: "calling", still: false, key: "123", number: "A012", counter: 3, service: "A", direction: "right",
    time: "09:42",
  });
});

test("the strip has a cell for each counter, in the order of the room", () => {
  const { cells } = wallOf(calling);
  assert.deepEqual(cells.map(({ counter, state, number, until }) => [counter, state, number, until]), [
    [1, "serving", "A011", null], [2, "serving", "C024", null], [3, "calling", "A012", null],
    [4, "paused", null, "10:00"], [5, "serving", "H008", null],
  ]);
  assert.equal(cells[2].key, "call-123");
});

test("a pause says why in the reader's language, and nothing where the set-up no longer has the reason", () => {
  const whys = (/** @type {string} */ reason, /** @type {string} */ language) => {
    const view = { ...calling, counters: [counterOf(4, "paused", null, at("10:00:00"), reason)] };
    return wallOf(view, { language }).cells[0].why;
  };
  assert.deepEqual([whys("meeting", "vi"), whys("meeting", "en"), whys("strike", "vi")], ["Họp", "Meeting", ""]);
});

test("after the call the last one stands there quietly, then the wall invites", () => {
  assert.equal(wallOf(serving, { fresh: true }).hero.kind, "quiet");
  assert.equal(wallOf(serving, { fresh: true, stamp: at("09:51:10") }).hero.kind, "idle");
});

test("outside the hours an empty hall says when it opens", () => {
  const { hero } = wallOf(empty, { stamp: at("11:50:00") });
  assert.equal(hero.kind, "closed");
  assert.equal(hero.closed.kind, "break");
  assert.equal(hero.closed.opens, "13:00");
});

test("outside the hours a hall where people still wait invites them to sit", () => {
  const waiting = { ...empty, waiting: { total: 1, services: [] } };
  assert.equal(wallOf(waiting, { stamp: at("11:50:00") }).hero.kind, "idle");
});

for (const state of ["open", "calling", "serving"]) {
  test(`outside the hours a counter that is ${state} keeps the office open`, () => {
    const counters = [counterOf(1, "closed"), counterOf(2, state, state === "open" ? null : "A011")];
    for (const clock of ["06:30:00", "11:50:00", "18:00:00"]) {
      assert.equal(wallOf({ ...empty, counters }, { stamp: at(clock) }).hero.kind, "idle");
    }
  });
}

test("a wall that has not heard of the hall yet does not say that it is closed", () => {
  assert.equal(wallOf(null, { stamp: at("18:00:00") }).hero.kind, "idle");
});

test("counters and services stand in the order in which the server sends them", () => {
  const counters = [3, 1, 12, 2].map((counter) => counterOf(counter, "open"));
  const services = ["M", "A", "K"].map((service) => ({ service, waiting: 1 }));
  const { cells, waiting } = wallOf({ ...empty, counters, waiting: { total: 3, services } });
  assert.deepEqual(cells.map(({ counter }) => counter), [3, 1, 12, 2]);
  assert.deepEqual(waiting.services.map(({ service }) => service), ["M", "A", "K"]);
});

test("a lost connection calls nobody: the last call, its time, and no cell that calls", () => {
  const model = wallOf(calling, { stale: true, stamp: at("10:30:00"), heardAt: at("09:42:10") });
  assert.equal(model.hero.kind, "quiet");
  assert.equal(model.hero.time, "09:42");
  assert.equal(model.heardAt, "09:42");
  assert.ok(model.cells.every((cell) => cell.state !== "calling"));
  assert.equal(model.cells[2].number, "A012");
});

test("more than six counters: the last five calls instead of the strip, without the one in the hero", () => {
  const { cells, hero, layout, rows } = wallOf(city, { office: officeWith(15), fresh: true });
  assert.equal(layout, "list");
  assert.equal(hero.number, "A119");
  assert.deepEqual(cells, []);
  assert.deepEqual(rows.map((row) => row.number), ["K045", "A118", "D062", "C203", "H077"]);
});

test("a call that waits for the hero is not yet in the list, and a recalled ticket only once", () => {
  const calls = [
    callOf(12, "A002", 8, "09:42:09", { calling: true }), callOf(11, "A001", 9, "09:42:08", { calling: true }),
    callOf(10, "A001", 9, "09:40:00"), callOf(9, "C001", 7, "09:30:00"),
  ];
  const { hero, rows } = wallOf({ ...city, calls }, { office: officeWith(15) });
  assert.equal(hero.number, "A001");
  assert.deepEqual(rows.map((row) => row.number), ["C001"]);
  const later = wallOf({ ...city, calls }, { office: officeWith(15), fresh: true });
  assert.deepEqual(later.rows.map((row) => row.number), ["A001", "C001"]);
});

test("slides stand beside the strip where the office has some", () => {
  const office = officeWith(5, { slides: [slide, slide] });
  assert.equal(wallOf(calling, { office, slide: 1 }).slide, 1);
  assert.deepEqual(wallOf(calling, { office, slide: 1, ready: [false, true] }).slides, [1]);
  assert.equal(wallOf(calling, { office, slide: null }).slide, null);
  assert.equal(wallOf(calling).slide, null);
  assert.equal(wallOf(city, { office: officeWith(15, { slides: [slide] }) }).slide, null);
});

test("a call from before, or an old one, has no second entrance in its cell", () => {
  assert.equal(wallOf(calling).cells[2].still, false);
  assert.equal(wallOf(calling, { before: [123] }).cells[2].still, true);
  assert.equal(wallOf(calling, { stamp: at("09:43:30") }).cells[2].still, true);
});

test("with more services than fit, those where nobody waits give way", () => {
  const services = Array.from({ length: 12 }, (_, index) => ({ service: `S${index}`, waiting: index % 2 }));
  const { waiting } = wallOf({ ...empty, waiting: { total: 6, services } });
  assert.equal(waiting.services.length, 6);
});

test("before the first view, and with what the set-up does not know, there is a wall too", () => {
  const starting = wallOf(null);
  assert.equal(starting.hero.kind, "idle");
  assert.ok(starting.cells.every((cell) => cell.state === "unknown"));
  const strange = wallOf({
    calls: [callOf(1, "Z001", 77, "09:42:00", { calling: true })],
    counters: [counterOf(77, "calling", "Z001")],
    waiting: { total: 0, services: [] },
  });
  assert.equal(strange.hero.direction, "right");
  assert.equal(strange.cells[0].counter, 77);
});
