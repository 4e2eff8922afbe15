/** What is told of a wait: its minutes, the end of a break that comes before, or that no counter is open. Pure. */

/**
 * @param {{ forecast: { from: number, to: number } | null, after_break?: string | null }} told
 * @param {{ say: (id: string, values?: any) => string }} text
 */
export function waitWords({ forecast, after_break: opens }, text) {
  if (forecast) return text.say("common-minutes-range", forecast);
  return opens ? text.say("reception-after-break", { opens }) : text.say("reception-no-counter");
}
