import assert from "node:assert/strict";
import { test } from "node:test";
import { newBooking } from "../book/booking.js";
import { bookKey, optionsOf } from "./book-options.js";

const services = [{ id: "D", name: "Đất đai" }, { id: "H", name: "Cư trú" }];
const booking = newBooking(["D", "H"]);

test("each step offers what is free, and nothing while it is asked for", () => {
  assert.deepEqual(optionsOf(booking, services, "vi")?.map(({ label }) => label), ["Đất đai", "Cư trú"]);
  const days = [{ day: "2026-11-27", free: 0 }, { day: "2026-11-30", free: 4 }];
  assert.deepEqual(optionsOf({ ...booking, step: "day", days }, services, "vi"),
    [{ id: "2026-11-30", label: "Thứ Hai, 30/11", free: 4 }]);
  const times = [{ time: "09:00", free: 1 }, { time: "09:30", free: 0 }];
  assert.deepEqual(optionsOf({ ...booking, step: "time", times }, services, "vi")?.map(({ id }) => id), ["09:00"]);
  assert.equal(optionsOf({ ...booking, step: "time", times: null }, services, "vi"), null);
});

test("a digit chooses, minus and plus go from one to the next, Enter takes it, Backspace goes back", () => {
  assert.deepEqual(bookKey("2", 0, 12), { type: "choose", place: 1 });
  assert.equal(bookKey("5", 0, 4), null);
  assert.deepEqual(bookKey("-", 11, 12), { type: "mark", place: 0 });
  assert.deepEqual(bookKey("+", 0, 12), { type: "mark", place: 11 });
  assert.deepEqual(bookKey("Enter", 10, 12), { type: "choose", place: 10 });
  assert.deepEqual(bookKey("Backspace", 0, 0), { type: "back" });
  assert.equal(bookKey("-", 0, 0), null);
});
