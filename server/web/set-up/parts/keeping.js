/** Backups, erasing, room on the disk; and a backup at once. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { Backup } from "./backup.js";
import { plainPage } from "./plain.js";

/** @param {import("./part.js").PartOptions} options @returns {import("./part.js").Part} */
export function makePart({ text, office, draw }) {
  const backup = new Backup({ text, office, draw });
  return {
    // Nothing of a rehearsal is kept; a set-up in a file hinders no backup.
    view: ({ form, known }) => html`${plainPage(form, ["backup"])}${
      office.rehearsal || (form.readOnly && known.setUp.changeable) ? nothing : backup.view()}${
      plainPage(form, ["privacy"])}${plainPage(form, ["disk"])}`,
  };
}
