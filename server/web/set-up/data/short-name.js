/** Short names of new entries: from what people read, until somebody writes another. */

/** As long as a short name may be. */
const LONGEST = 32;

/**
 * `Đã mang đủ giấy tờ` is `da-mang-du-giay-to`.
 * @param {string} words
 */
export function shortNameOf(words) {
  const plain = words.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
  const joined = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return joined.slice(0, LONGEST).replace(/-$/, "");
}
