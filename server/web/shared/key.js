/** Keys of commands: what is sent again with the same key is done once. */

/** A fresh key. Screens open the pages over plain HTTP, where `crypto.randomUUID` is missing. */
export function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
