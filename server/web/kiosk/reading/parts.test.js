import assert from "node:assert/strict";
import { test } from "node:test";
import { allWords, digitWords, wordsOf } from "./number-words.js";
import { partKey, partsOf } from "./parts.js";

const said = (text, language = "vi") => partsOf(text, language, () => false).join(" ");

test("numbers are said as people say them", () => {
  const vietnamese = {
    0: "không", 4: "bốn", 5: "năm", 10: "mười", 11: "mười một", 14: "mười bốn", 15: "mười lăm", 20: "hai mươi",
    21: "hai mươi mốt", 24: "hai mươi tư", 25: "hai mươi lăm", 100: "một trăm", 105: "một trăm linh năm",
    111: "một trăm mười một", 2000: "hai nghìn", 10_500: "mười nghìn năm trăm", 1_005: "một nghìn không trăm linh năm",
  };
  for (const [number, words] of Object.entries(vietnamese)) {
    assert.equal(wordsOf(Number(number), "vi").join(" "), words, number);
  }
  const english = { 0: "zero", 12: "twelve", 21: "twenty one", 105: "one hundred five", 2000: "two thousand" };
  for (const [number, words] of Object.entries(english)) {
    assert.equal(wordsOf(Number(number), "en").join(" "), words, number);
  }
  assert.deepEqual(wordsOf(5, "xx"), [], "of another language nothing is known");
});

test("every number is made of words that are recorded", () => {
  for (const language of ["vi", "en"]) {
    const words = new Set(allWords(language));
    for (let number = 0; number < 12_000; number += 7) {
      for (const word of wordsOf(number, language)) assert.ok(words.has(word), `${language} ${number}: ${word}`);
    }
    assert.ok(words.size < 40, "few of them");
  }
});

test("a ticket's number is said sign by sign, zeros too", () => {
  assert.equal(said("A012"), "a không một hai");
  assert.equal(said("X120"), "ích xì một hai không");
  assert.equal(said("A012", "en"), "a zero one two");
});

test("times, dates, bands, sums and phone numbers are no counts", () => {
  assert.equal(said("Nghỉ trưa, mở lại lúc 13:00"), "nghỉ trưa, mở lại lúc mười ba giờ");
  assert.equal(said("07:30"), "bảy giờ ba mươi");
  assert.equal(said("13:05", "en"), "thirteen five");
  assert.equal(said("15–25"), "mười lăm đến hai mươi lăm");
  assert.equal(said("2.000 đồng một trang"), "hai nghìn đồng một trang");
  assert.equal(said("mở lại ngày 25/11/2026 lúc 07:00"), "mở lại ngày hai mươi lăm tháng mười một lúc bảy giờ");
  assert.equal(said("25/11/2026", "en"), "twenty five november");
  assert.deepEqual(digitWords("0205", "vi"), ["không", "hai", "không", "năm"]);
  assert.ok(said("0205 3 800 112").startsWith("không hai không năm ba"));
});

test("a text with a clip of its own is said whole, however it is written", () => {
  const has = (part) => part === "người cao tuổi, từ 60 tuổi";
  assert.deepEqual(partsOf("Người\u00a0cao tuổi, từ 60\u00a0tuổi.", "vi", has), ["người cao tuổi, từ 60 tuổi"]);
  assert.equal(partKey("  “Mời bà con\u00a0lấy số!” "), "mời bà con lấy số");
  assert.equal(partKey("Hộ tịch".normalize("NFD")), "hộ tịch");
  assert.deepEqual(partsOf(" · ", "vi", has), []);
});
