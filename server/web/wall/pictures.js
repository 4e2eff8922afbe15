/**
 * The pictures of the slides: loaded before they are shown, and held, so that they are there without a network, too.
 */

/** After this time a picture that did not come is asked for again, ms. */
export const AGAIN_MS = 60_000;

/**
 * @typedef {{ image: HTMLImageElement, state: "loading" | "ready" | "failed", since: number }} Held
 */

export class SlidePictures {
  /** @type {Map<string, Held>} by address */
  #held = new Map();
  #make;

  /** @param {() => HTMLImageElement} make  a test has no browser */
  constructor(make = () => new Image()) {
    this.#make = make;
  }

  /**
   * Which slides can be shown; asks for the pictures that have not come. One comes after the other: a hall's network
   * has other things to do when the wall starts.
   * @param {import("../shared/office.js").Slide[]} slides
   * @param {number} steady
   */
  ready(slides, steady) {
    const pictures = slides.flatMap(({ picture }) => (picture ? [picture.address] : []));
    const comes = [...this.#held.values()].some(({ state }) => state === "loading");
    const wanted = comes ? undefined : pictures.find((address) => this.#isWanted(address, steady));
    if (wanted) this.#load(wanted, steady);
    return slides.map(({ picture }) => !picture || this.#held.get(picture.address)?.state === "ready");
  }

  /** The picture that stands there, ready. @param {string} address */
  image(address) {
    return this.#held.get(address)?.image ?? null;
  }

  /** @param {string} address @param {number} steady */
  #isWanted(address, steady) {
    const held = this.#held.get(address);
    return !held || (held.state === "failed" && steady - held.since >= AGAIN_MS);
  }

  /** @param {string} address @param {number} steady */
  #load(address, steady) {
    const image = this.#make();
    /** @type {Held} */
    const held = { image, state: "loading", since: steady };
    this.#held.set(address, held);
    image.src = address;
    image.decode().then(() => (held.state = "ready"), () => (held.state = "failed"));
  }
}
