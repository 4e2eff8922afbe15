/** What came of trying, as it is drawn. */

/** @typedef {import("./shape.js").Preview} Preview @typedef {import("./shape.js").Waits} Waits */

/**
 * Seconds as people say a wait: `90` is `"1:30"`.
 * @param {number} seconds
 */
export function minutes(seconds) {
  return `${Math.floor(seconds / 60)}:${String(Math.round(seconds) % 60).padStart(2, "0")}`;
}

/**
 * A difference with its sign, as `"−2:30"`; of nothing it is `"0"`.
 * @param {number} seconds
 */
export function difference(seconds) {
  if (seconds === 0) return "0";
  return `${seconds < 0 ? "\u2212" : "+"}${minutes(Math.abs(seconds))}`;
}

/**
 * The rows of the comparison, each with the lengths of its bars in hundredths of the longest one.
 * @param {Preview["classes"]} classes
 */
export function barsOf(classes) {
  const longest = Math.max(1, ...classes.flatMap(({ present, changed }) => [present.p95_seconds, changed.p95_seconds]));
  const bar = (/** @type {Waits} */ waits) => ({
    mean: (waits.mean_seconds / longest) * 100, p95: (waits.p95_seconds / longest) * 100,
  });
  return classes.map((row) => ({
    ...row,
    bars: { present: bar(row.present), changed: bar(row.changed) },
    gain: row.present.called === 0 || row.changed.called === 0 ? null
      : row.changed.mean_seconds - row.present.mean_seconds,
  }));
}

/**
 * How far the day comes out by the rules in force from what it was: a preview is worth as much as this is small.
 * @param {Preview["classes"]} classes
 */
export function offBy(classes) {
  const all = classes.find(({ kind }) => kind === "all");
  return all ? Math.abs(all.present.mean_seconds - all.happened.mean_seconds) : 0;
}

/**
 * The next ones in both orders; each of the second with how many places it came forward (negative: went back), and
 * null when it was not among the first.
 * @param {string[]} present
 * @param {string[]} changed
 */
export function nextOf(present, changed) {
  return changed.map((number, place) => {
    const before = present.indexOf(number);
    return { number, forward: before < 0 ? null : before - place };
  });
}
