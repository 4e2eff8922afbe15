/**
 * Makes the ticket machine's clips: every fixed sentence of the kiosk, the words of numbers, and the names of the
 * shipped set-up, in each language. `node config/voice/make.js` needs espeak-ng and ffmpeg; README.md beside it tells
 * how an office records its own people instead.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { phrasesOf } from "./phrases.js";

const CLIPS = new URL("../../server/web/kiosk/voice/", import.meta.url).pathname;

/** espeak-ng's voice of each language, and how fast it speaks, words a minute: slower than it does by itself. */
const SPEAKERS = { vi: ["vi", "140"], en: ["en-gb", "150"] };

/** Silence at both ends goes. */
const TRIM = "silenceremove=start_periods=1:start_threshold=-50dB,areverse,"
  + "silenceremove=start_periods=1:start_threshold=-50dB,areverse";
/**
 * The mean level that each clip is brought to, dB: with espeak-ng's voices a sentence then has −16 LUFS, give or take
 * two. A word of a third of a second is too short for LUFS, hence the mean.
 */
const MEAN_DB = -15;
const LIMIT = "alimiter=limit=0.84:level=false,adelay=20:all=1,apad=pad_dur=0.06";
/** 16 kbit/s: a sentence of three seconds takes 7 KB. */
const OPUS = ["-ac", "1", "-ar", "48000", "-c:a", "libopus", "-b:a", "16k", "-application", "voip", "-fflags",
  "+bitexact", "-flags:a", "+bitexact", "-map_metadata", "-1"];

const folder = mkdtempSync(join(tmpdir(), "moi-voice-"));
for (const [language, [voice, speed]] of Object.entries(SPEAKERS)) {
  const clips = join(CLIPS, language);
  mkdirSync(clips, { recursive: true });
  const kept = recorded(clips);
  const before = listIn(clips);
  /** @type {Record<string, string>} */
  const list = {};
  for (const [key, text] of phrasesOf(language)) {
    const file = before[key] ?? fileOf(key, [...Object.values(before), ...Object.values(list)]);
    list[key] = file;
    // What was said before is said as before: who wants it anew removes its file.
    if (kept.has(file) || existsSync(join(clips, file))) continue;
    record(text, { voice, speed, to: join(clips, file) });
  }
  const wanted = new Set([...Object.values(list), "list.json", "recorded.txt"]);
  for (const file of readdirSync(clips)) if (!wanted.has(file)) rmSync(join(clips, file));
  writeFileSync(join(clips, "list.json"), `${JSON.stringify(list, null, 1)}\n`);
  console.log(`${language}: ${Object.keys(list).length} clips`);
}
rmSync(folder, { recursive: true });

/** @param {string} text @param {{ voice: string, speed: string, to: string }} how */
function record(text, { voice, speed, to }) {
  const spoken = join(folder, "spoken.wav");
  execFileSync("espeak-ng", ["-v", voice, "-s", speed, "-p", "45", "-w", spoken, text]);
  const gain = MEAN_DB - meanOf(spoken);
  const sound = ["-i", spoken, "-af", `${TRIM},volume=${gain.toFixed(1)}dB,${LIMIT}`, ...OPUS, to];
  execFileSync("ffmpeg", ["-y", "-loglevel", "error", ...sound]);
}

/** The mean level of what is heard, dB. @param {string} spoken */
function meanOf(spoken) {
  const measure = ["-hide_banner", "-i", spoken, "-af", `${TRIM},volumedetect`, "-f", "null", "-"];
  const { stderr } = spawnSync("ffmpeg", measure, { encoding: "utf8" });
  const found = /mean_volume: (-?[\d.]+) dB/.exec(stderr);
  if (!found) throw new Error(`${spoken} can't be measured: ${stderr}`);
  return Number(found[1]);
}

/** The list as it was. @param {string} clips @returns {Record<string, string>} */
function listIn(clips) {
  return existsSync(join(clips, "list.json")) ? JSON.parse(readFileSync(join(clips, "list.json"), "utf8")) : {};
}

/** Files that a person has recorded, one a line: they stay as they are. @param {string} clips */
function recorded(clips) {
  try {
    return new Set(readFileSync(join(clips, "recorded.txt"), "utf8").split("\n").filter((line) => line !== ""));
  } catch {
    return new Set();
  }
}

/** A name that a person can tell the sentence from. @param {string} key @param {string[]} taken */
function fileOf(key, taken) {
  const plain = key.normalize("NFD").replaceAll(/\p{M}/gu, "").replaceAll("đ", "d");
  const name = plain.replaceAll(/[^a-z0-9]+/gu, "-").slice(0, 48).replaceAll(/^-|-$/gu, "") || "sign";
  for (let more = 1; ; more += 1) {
    const file = more === 1 ? `${name}.ogg` : `${name}-${more}.ogg`;
    if (!taken.includes(file)) return file;
  }
}
