/**
 * The machine's voice: recorded clips where there are some, and else the browser's own speech in that language, where
 * this machine has it. Where it has neither, nothing is said, and the page offers no reading.
 */

/** A clip comes from the office's own server within this, or is left out, ms. */
const FETCH_MS = 3_000;
/** Nothing that is said takes longer: a browser's speech may never say that it has ended, ms. */
const SAY_MS = 12_000;
/** Decoded clips that are kept: more than a screen has. A second of one takes 190 KB. */
const KEPT_MAX = 96;
/** Loudness by steps; the middle one is each visitor's first. */
const GAINS = [0.35, 0.6, 1, 1.5, 2];
const FIRST_GAIN = 2;

export class Voice {
  /** @type {Record<string, Record<string, string>>} by language: a part's key to the file of its clip */
  #lists = {};
  /** @type {Map<string, AudioBuffer>} */
  #kept = new Map();
  /** @type {AudioContext | null} */
  #context = null;
  /** @type {GainNode | null} */
  #gain = null;
  #step = FIRST_GAIN;
  /** @type {() => void} */
  #breakOff = () => {};

  /** Which clips there are in a language. None is no fault. @param {string} language */
  async load(language) {
    try {
      const answer = await fetch(`/web/kiosk/voice/${language}/list.json`, { signal: AbortSignal.timeout(FETCH_MS) });
      if (answer.ok) this.#lists[language] = await answer.json();
    } catch (error) {
      console.warn(error);
    }
    // The browser's own voices come later; asking is what makes some browsers load them.
    globalThis.speechSynthesis?.getVoices();
  }

  /** Whether anything can be read in this language. @param {string} language */
  speaks(language) {
    return this.#lists[language] !== undefined || browserVoice(language) !== null;
  }

  /** @param {string} language @returns {(part: string) => boolean} */
  clips(language) {
    const list = this.#lists[language];
    return (part) => list !== undefined && Object.hasOwn(list, part);
  }

  /** @param {string} part @param {string} language */
  canSay(part, language) {
    return this.clips(language)(part) || browserVoice(language) !== null;
  }

  /** @param {string} part @param {string} language @returns {Promise<void>} */
  async say(part, language) {
    const file = this.clips(language)(part) ? this.#lists[language][part] : null;
    try {
      await (file ? this.#play(`/web/kiosk/voice/${language}/${file}`) : this.#speak(part, language));
    } catch (error) {
      // What can't be said is left out: the screen still shows it.
      console.warn(error);
    }
  }

  stop() {
    this.#breakOff();
    this.#breakOff = () => {};
    globalThis.speechSynthesis?.cancel();
  }

  /** A step louder or softer. @param {1 | -1} by */
  louder(by) {
    this.#step = Math.min(Math.max(0, this.#step + by), GAINS.length - 1);
    if (this.#gain) this.#gain.gain.value = GAINS[this.#step];
  }

  /** As loud as each visitor finds it. */
  reset() {
    this.#step = FIRST_GAIN;
    this.louder(1);
    this.louder(-1);
  }

  /** A browser lets a page speak only after somebody has touched it: to be called then. */
  wake() {
    this.#context ??= new AudioContext();
    if (!this.#gain) {
      this.#gain = this.#context.createGain();
      this.#gain.connect(this.#context.destination);
      this.louder(1);
      this.louder(-1);
    }
    if (this.#context.state === "suspended") void this.#context.resume();
  }

  /** @param {string} address */
  async #play(address) {
    this.wake();
    const [context, gain] = [/** @type {AudioContext} */ (this.#context), /** @type {GainNode} */ (this.#gain)];
    let broken = false;
    this.#breakOff = () => (broken = true);
    const clip = await this.#clip(address, context);
    if (broken) return;
    const source = context.createBufferSource();
    source.buffer = clip;
    source.connect(gain);
    await this.#untilOver((over) => {
      source.onended = over;
      source.start();
    }, () => source.stop());
  }

  /** @param {string} address @param {AudioContext} context */
  async #clip(address, context) {
    const kept = this.#kept.get(address);
    if (kept) return kept;
    const answer = await fetch(address, { signal: AbortSignal.timeout(FETCH_MS) });
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    const clip = await context.decodeAudioData(await answer.arrayBuffer());
    if (this.#kept.size >= KEPT_MAX) this.#kept.delete(this.#kept.keys().next().value ?? "");
    this.#kept.set(address, clip);
    return clip;
  }

  /** @param {string} part @param {string} language */
  async #speak(part, language) {
    const voice = browserVoice(language);
    if (!voice) return;
    const utterance = new SpeechSynthesisUtterance(part);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.volume = Math.min(1, GAINS[this.#step]);
    await this.#untilOver((over) => {
      utterance.onend = over;
      utterance.onerror = over;
      speechSynthesis.speak(utterance);
    }, () => speechSynthesis.cancel());
  }

  /** @param {(over: () => void) => void} begin @param {() => void} end @returns {Promise<void>} */
  #untilOver(begin, end) {
    return new Promise((resume) => {
      const timer = setTimeout(() => this.#breakOff(), SAY_MS);
      const over = () => {
        clearTimeout(timer);
        resume();
      };
      this.#breakOff = () => {
        end();
        over();
      };
      begin(over);
    });
  }
}

/**
 * A voice of this machine itself: one that asks a company on the internet is none in an office.
 * @param {string} language
 * @returns {SpeechSynthesisVoice | null}
 */
function browserVoice(language) {
  const voices = globalThis.speechSynthesis?.getVoices() ?? [];
  return voices.find((one) => one.localService && one.lang.toLowerCase().split(/[-_]/)[0] === language) ?? null;
}
