/** Whether the server's clock is to be believed, as officers should know it. */

/** States that ask for somebody's look, as the server names them. */
const DOUBTFUL = ["unset", "behind", "jumped", "ahead"];

/**
 * The ids of the warning's two sentences; none while nothing speaks against the clock. A state that this page does not
 * know is none of its business.
 * @param {Pick<import("./situation.js").DeskView, "clock">} view
 * @returns {{ what: string, advice: string } | null}
 */
export function clockWarning({ clock }) {
  if (!DOUBTFUL.includes(clock.state)) return null;
  return { what: `desk-clock-${clock.state}`, advice: `desk-clock-${clock.state}-advice` };
}
