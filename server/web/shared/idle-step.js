/** What a page does about its session while nobody touches it. Pure. */

/** How long before the end the page warns, s. */
export const WARNING_S = 60;

/**
 * What is to be done now.
 * @param {{ left: number, touched: boolean, warned: boolean }} situation
 *   `left`: seconds until the session ends, as far as the page knows; `touched` since it was told last; `warned`: the
 *   warning is on the screen
 * @returns {"tell" | "ask" | "warn" | "leave" | "wait"}
 */
export function nextStep({ left, touched, warned }) {
  if (warned) return left <= 0 ? "leave" : "wait";
  if (touched) return "tell";
  // Another page of the same session may have been touched: the server knows.
  return left <= WARNING_S ? "ask" : "wait";
}
