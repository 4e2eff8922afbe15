/** A mistake or doubt as a line that leads to its field. */
import { html, nothing } from "../vendor/lit-html/lit-html.js";
import { name } from "../shared/office.js";
import { addressOf, pageOf } from "./data/pages.js";
import { LISTS } from "./data/lists.js";
import { TABLES } from "./data/tables.js";
import { troubleInWords } from "./fields/field.js";

/**
 * @param {import("./changing/troubles.js").Trouble} trouble
 * @param {Pick<import("./fields/field.js").Form, "text" | "draft">} form
 * @param {boolean} linked
 */
export function troubleLink(trouble, form, linked = true) {
  const { text } = form;
  const { path, line } = trouble;
  const where = whereInWords(path, form);
  const page = pageOf(String(path[0] ?? ""));
  const words = html`${line ? html`<b>${text.say("set-up-wrong-line", { line })}</b> ` : nothing}${where
    ? html`<b>${where}</b>: ` : nothing}${troubleInWords(trouble, text)}`;
  return linked && page ? html`<a href=${addressOf(page)} data-goal=${path.join(".")}>${words}</a>` : words;
}

/**
 * "Services 2 (Copies) · Documents to bring 1 · Name".
 * @param {import("./changing/draft.js").Path} path
 * @param {Pick<import("./fields/field.js").Form, "text" | "draft">} form
 */
export function whereInWords(path, { text, draft }) {
  const words = [];
  let id = "";
  let value = draft;
  let fields = /** @type {any} */ ({ ...TABLES, ...Object.fromEntries(Object.entries(LISTS)
    .map(([key, list]) => [key, list.fields])) });
  for (const step of path) {
    value = value?.[step];
    if (typeof step === "number") {
      const called = value?.name ?? value?.title ?? value?.lead;
      const said = typeof called === "string" ? called : name(called, text.language);
      words[words.length - 1] += ` ${value?.number ?? step + 1}${said ? ` (${said})` : ""}`;
      continue;
    }
    const known = fields?.[step];
    if (!known && step !== "counters") break;
    id = id ? `${id}-${step}` : step;
    words.push(text.say(step === "counters" && id !== step ? "set-up-counters-of"
      : `set-up-${id.replaceAll("_", "-")}`));
    fields = known?.fields ?? (known?.kind ? null : known);
  }
  return words.join(" · ");
}
