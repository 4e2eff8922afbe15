/** The doors to the network: who comes in, who was turned away, and the certificate where pages are encrypted. */
import { formatDate } from "../shared/time.js";
import { count } from "./amounts.js";

/**
 * @typedef {import("./shape.js").OfficeState} OfficeState
 * @typedef {import("../shared/text.js").Text} Text
 */

/** A certificate that somebody gives is renewed a month before its end: with less left, that has failed. */
const DAYS_SHORT = 21;

/** @param {OfficeState} state @param {Text} text @returns {import("./parts.js").Part} */
export function doors(state, text) {
  const { connections, connections_max: most, turned_away: turned, certificate } = state.doors;
  const asides = Object.entries(turned).filter(([, times]) => times > 0).map(([limit, times]) =>
    text.say(limit === "connections" ? "admin-doors-connections-all" : `admin-doors-${limit}`,
      { times: count(times, text.language) }));
  if (certificate) {
    const date = formatDate(certificate.until, text.language, "full");
    asides.unshift(
      text.say(certificate.self_made ? "admin-doors-self-made" : "admin-doors-given", { date }),
      text.say("admin-doors-fingerprint", { fingerprint: certificate.fingerprint }),
    );
  } else {
    asides.unshift(text.say("admin-doors-plain"));
  }
  const [trouble] = certificateTroubles(state);
  return {
    id: "doors", icon: "globe", sign: trouble?.sign ?? (certificate ? "ok" : "none"),
    figure: count(connections, text.language),
    words: text.say("admin-doors-connections", { count: connections, most: count(most, text.language) }),
    asides,
  };
}

/** @param {OfficeState} state @returns {import("./troubles.js").Found[]} */
export function certificateTroubles({ doors: { certificate } }) {
  if (!certificate) return [];
  const { days_left: days, trouble: reason } = certificate;
  if (days < 0) return [{ code: "certificate-over", sign: "bad", reason }];
  if (reason !== null) return [{ code: "certificate-failed", sign: "warn", reason }];
  return days < DAYS_SHORT ? [{ code: "certificate-short", sign: "warn" }] : [];
}
