/** Numbers as people type them. */

/**
 * A number as it was typed; what is no number stays as it is, so that nothing is lost.
 * @param {string} typed @param {import("./kinds.js").Spec} spec
 */
export function numberTyped(typed, { optional }) {
  const words = typed.trim();
  if (words === "") return optional ? undefined : "";
  return /^\d{1,7}$/.test(words) ? Number(words) : typed;
}
