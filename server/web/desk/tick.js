/** The soft tick of a desk at which somebody arrives while nobody is served. */

const PITCH_HZ = 1320;
const LENGTH_SECONDS = 0.09;
const LOUDNESS = 0.06;

/** @type {AudioContext | null} */
let audio = null;

/** To be called when the officer presses something: only then does a browser let a page sound. */
export function allowTick() {
  audio ??= new AudioContext();
  if (audio.state === "suspended") audio.resume().catch(() => {});
}

/** Plays the tick once. A page that may not sound stays silent: a tick that comes late would say something untrue. */
export function tick() {
  if (audio?.state !== "running") return;
  const tone = new OscillatorNode(audio, { type: "sine", frequency: PITCH_HZ });
  const volume = new GainNode(audio, { gain: LOUDNESS });
  const now = audio.currentTime;
  volume.gain.setValueAtTime(LOUDNESS, now);
  volume.gain.exponentialRampToValueAtTime(0.0001, now + LENGTH_SECONDS);
  tone.connect(volume).connect(audio.destination);
  tone.start(now);
  tone.stop(now + LENGTH_SECONDS);
}
