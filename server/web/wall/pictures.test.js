import assert from "node:assert/strict";
import { test } from "node:test";
import { AGAIN_MS, SlidePictures } from "./pictures.js";

const slide = (address) => ({ title: {}, rows: [], picture: address ? { address, width: 4, height: 3 } : null });

/** Pictures of which each comes, or doesn't, when it is told to. */
function pictures() {
  const asked = [];
  const held = new SlidePictures(() => {
    const image = { src: "" };
    image.decode = () => new Promise((come, fail) => asked.push({ image, come, fail }));
    return /** @type {any} */ (image);
  });
  return { held, asked };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test("a slide with a picture can be shown once the picture is there, one of words at once", async () => {
  const { held, asked } = pictures();
  const slides = [slide(null), slide("/pictures/a")];
  assert.deepEqual(held.ready(slides, 0), [true, false]);
  asked[0].come();
  await settled();
  assert.deepEqual(held.ready(slides, 1), [true, true]);
  assert.equal(held.image("/pictures/a"), asked[0].image);
  assert.equal(asked.length, 1, "it is held, and not asked for again");
});

test("pictures come one after the other", async () => {
  const { held, asked } = pictures();
  const slides = [slide("/pictures/a"), slide("/pictures/b")];
  held.ready(slides, 0);
  held.ready(slides, 1);
  assert.deepEqual(asked.map(({ image }) => image.src), ["/pictures/a"]);
  asked[0].come();
  await settled();
  held.ready(slides, 2);
  assert.deepEqual(asked.map(({ image }) => image.src), ["/pictures/a", "/pictures/b"]);
});

test("a picture that doesn't come keeps no other from coming, and is asked for again a minute later", async () => {
  const { held, asked } = pictures();
  const slides = [slide("/pictures/gone"), slide("/pictures/b")];
  held.ready(slides, 0);
  asked[0].fail();
  await settled();
  held.ready(slides, 1);
  asked[1].come();
  await settled();
  assert.deepEqual(held.ready(slides, AGAIN_MS - 1), [false, true]);
  assert.equal(asked.length, 2);
  held.ready(slides, AGAIN_MS);
  asked[2].come();
  await settled();
  assert.deepEqual(held.ready(slides, AGAIN_MS + 1), [true, true]);
});
