import assert from "node:assert/strict";
import { test } from "node:test";
import { Reader } from "./reader.js";

/** A voice that knows some parts, notes what it says, and says on when it is told to. */
function stage(known) {
  const log = [];
  const waiting = [];
  const voice = {
    clips: () => (part) => known.includes(part),
    canSay: (part) => known.includes(part),
    say: (part, language) => {
      log.push(`${language} ${part}`);
      return new Promise((resume) => waiting.push(resume));
    },
    stop: () => waiting.splice(0).forEach((resume) => resume()),
  };
  const heard = [];
  const reader = new Reader({
    voice, mark: (element) => log.push(element ? `[${element}]` : "[]"), onHeard: () => heard.push(1),
    wait: () => Promise.resolve(),
  });
  const settle = () => new Promise((resume) => setImmediate(resume));
  const sayOn = async () => {
    waiting.shift()?.();
    await settle();
  };
  return { reader, log, heard, sayOn, settle };
}
const passage = (element, ...texts) => ({ element, texts, language: "vi", control: false });
const button = (element, text, language = "vi") => ({ element, texts: [text], language, control: true });
const unknown = { language: "vi", text: "xin hỏi" };

test("passages are read in their order, each marked while it is read", async () => {
  const { reader, log, heard, sayOn } = stage(["một", "hai", "ba"]);
  const done = reader.read([passage("h1", "Một.", "hai"), button("b", "ba")], unknown);
  for (let times = 0; times < 3; times += 1) await sayOn();
  await done;
  assert.deepEqual(log, ["[h1]", "vi một", "vi hai", "[b]", "vi ba", "[]"]);
  assert.equal(heard.length, 2, "who listens is there");
});

test("what nobody can say is left out, but a control without a name is told to be one", async () => {
  const { reader, log, sayOn } = stage(["xin hỏi"]);
  const done = reader.read([passage("p", "câu lạ"), button("b", "tên lạ")], unknown);
  await sayOn();
  await done;
  assert.deepEqual(log, ["[b]", "vi xin hỏi", "[]"]);
});

test("a button for another language is called in that language", async () => {
  const { reader, log, sayOn } = stage(["english"]);
  const done = reader.read([button("b", "English", "en")], unknown);
  await sayOn();
  await done;
  assert.deepEqual(log, ["[b]", "en english", "[]"]);
});

test("something newer ends what is older, in the middle of it", async () => {
  const { reader, log, sayOn } = stage(["cũ", "dở", "mới"]);
  const old = reader.read([passage("old", "cũ", "dở")], unknown);
  const newer = reader.read([passage("new", "mới")], unknown);
  await old;
  await sayOn();
  await newer;
  assert.deepEqual(log, ["[old]", "vi cũ", "[new]", "vi mới", "[]"]);
});

test("after a stop nothing more is said", async () => {
  const { reader, log } = stage(["một", "hai"]);
  const done = reader.read([passage("p", "một", "hai")], unknown);
  reader.stop();
  await done;
  assert.deepEqual(log, ["[p]", "vi một", "[]"]);
});
