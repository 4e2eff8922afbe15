import assert from "node:assert/strict";
import { test } from "node:test";
import { OfficePictures } from "./office-pictures.js";
import { FILE_MAX } from "./upload.js";

const text = /** @type {any} */ ({ language: "en", say: (id, values = {}) => `${id} ${Object.values(values)}`.trim() });
const picture = (id, damaged = false) => ({ id, address: `/pictures/${id}`, width: 4, height: 3, used: [], damaged });

/** Pictures of an office that answers so. */
function pictures(answers) {
  const seen = [];
  const calls = {
    call: async (method, path) => answers.call?.(method, path) ?? { ok: true, body: { pictures: [], at_most: 60 } },
    upload: async (file, { onProgress }) => {
      onProgress(0.5);
      seen.push(all.doing("new")?.state, all.doing("new")?.part);
      onProgress(1);
      seen.push(all.doing("new")?.state);
      return answers.upload(file);
    },
  };
  const all = new OfficePictures({ text, draw: () => {}, calls: /** @type {any} */ (calls) });
  return { all, seen };
}

test("files are taken in one after the other, and each is told as it comes", async () => {
  const { all, seen } = pictures({ upload: ({ name }) => ({ ok: true, body: picture(name) }) });
  const done = [];
  await all.take("new", /** @type {any} */ ([{ name: "a", size: 9 }, { name: "b", size: 9 }]), "slide",
    (id) => done.push(id));
  assert.deepEqual(done, ["a", "b"]);
  assert.deepEqual(seen.slice(0, 3), ["sending", 0.5, "drawing"]);
  assert.equal(all.doing("new")?.state, "taken");
  assert.deepEqual(all.list.map(({ id }) => id), ["a", "b"]);
});

test("what is refused says why, in the server's words, and what follows it is not sent", async () => {
  const problem = { code: "no-picture", title: "No picture", detail: "It can't be read." };
  const { all } = pictures({ upload: () => ({ ok: false, problem }) });
  const files = /** @type {any} */ ([{ name: "a.png", size: 9 }, { name: "b", size: 9 }]);
  await all.take("new", files, "slide", () => assert.fail("nothing is in"));
  assert.deepEqual(all.doing("new"), { state: "refused", part: 1, words: "a.png: It can't be read." });
});

test("a file that is too large is not sent at all, and a network that is away is told as that", async () => {
  const { all, seen } = pictures({ upload: () => ({ ok: false, offline: true }) });
  const large = /** @type {any} */ ([{ name: "a.png", size: FILE_MAX + 1 }]);
  await all.take("new", large, "slide", () => assert.fail("nothing is in"));
  assert.equal(all.doing("new")?.words, "set-up-picture-large a.png");
  assert.deepEqual(seen, []);
  await all.take("new", /** @type {any} */ ([{ name: "a", size: 9 }]), "slide", () => {});
  assert.equal(all.doing("new")?.words, "a: set-up-picture-offline");
});

test("a picture is missing only when it is known that there is none", async () => {
  const body = { pictures: [picture("a"), picture("b", true)], at_most: 60 };
  const { all } = pictures({ call: () => ({ ok: true, body }) });
  assert.equal(all.isMissing("c"), false, "nobody knows yet");
  await all.load();
  assert.deepEqual(["a", "b", "c"].map((id) => all.isMissing(id)), [false, true, true]);
});

test("a picture that can't be removed stays and says why", async () => {
  const problem = { code: "picture-in-use", title: "In use", detail: "It is on slide 2." };
  const { all } = pictures({
    call: (method) => (method === "GET" ? { ok: true, body: { pictures: [picture("a")], at_most: 60 } }
      : { ok: false, problem }),
  });
  await all.load();
  await all.remove("a");
  assert.deepEqual([all.list.length, all.doing("a")?.words], [1, "It is on slide 2."]);
});
