/** What came of trying: one sentence, waits by class beside each other, who moves, who is next. */
import { html, nothing, svg } from "../vendor/lit-html/lit-html.js";
import { icon } from "../shared/icons.js";
import { name } from "../shared/office.js";
import { formatDate, wallClock } from "../shared/time.js";
import { barsOf, difference, minutes, nextOf, offBy } from "./results.js";

/**
 * @typedef {{ preview: import("./shape.js").Preview, office: import("../shared/office.js").Office,
 *   text: import("../shared/text.js").Text }} Shown
 */

/** @param {Shown} shown */
export function resultOf(shown) {
  const { preview, text } = shown;
  const { earlier, later, refused, warnings, running } = preview;
  const day = preview.day ? formatDate(preview.day, text.language) : "–";
  const off = offBy(preview.classes);
  return html`
    <h2>${text.say(running ? "preview-result-running" : "preview-result", { day })}</h2>
    <p class="verdict">${earlier + later === 0 ? text.say("preview-nobody-moved")
      : text.say("preview-moved", { earlier, later })}
      ${refused > 0 ? html` <b>${text.say("preview-refused", { count: refused })}</b>` : nothing}</p>
    <p class="hint">${off === 0 ? text.say("preview-exact") : text.say("preview-off", { off: minutes(off) })}</p>
    ${warnings.length === 0 ? nothing : html`
      <div class="note warn"><p><b>${text.say("preview-warnings")}</b></p>
        <ul>${warnings.map((warning) => html`<li><samp>${warning}</samp></li>`)}</ul></div>`}
    ${waits(shown)}
    <div class="sides">${moved(shown)}${next(shown)}</div>`;
}

/** @param {Shown} shown */
function waits({ preview, office, text }) {
  const [all] = preview.classes;
  const named = (/** @type {import("./shape.js").ClassWaits} */ { kind, priority }) => kind !== "priority"
    ? text.say(`preview-class-${kind}`)
    : name(office.priorities.find((one) => one.id === priority)?.name, text.language) || priority;
  const numbers = (/** @type {import("./shape.js").Waits} */ waits) => waits.called === 0
    ? html`<td class="num">–</td><td class="num">–</td>`
    : html`<td class="num">${minutes(waits.mean_seconds)}</td><td class="num">${minutes(waits.p95_seconds)}</td>`;
  return html`
    <h3>${text.say("preview-waits")} <small>${text.say("preview-waits-more")}</small></h3>
    <table class="waits">
      <thead><tr>${["class", "people", "", "", "mean", "p95", "difference"].map((id) => id === "" ? html`<td></td>`
        : html`<th scope="col" class=${id}>${text.say(`preview-${id}`)}</th>`)}</tr></thead>
      ${barsOf(preview.classes).map(({ bars, gain, ...row }) => html`
        <tbody data-class=${row.priority ?? row.kind}>
          <tr><th scope="rowgroup" rowspan="2">${named(row)}</th>
            <td class="num people" rowspan="2">${row.happened.called + row.happened.uncalled}</td>
            <td class="which">${text.say("preview-present")}</td><td class="wait">${bar(bars.present, "present")}</td>
            ${numbers(row.present)}
            <td class="num gain ${gain === null || gain === 0 ? "" : gain < 0 ? "less" : "more"}" rowspan="2">${
              gain === null ? "–" : difference(gain)}</td></tr>
          <tr><td class="which">${text.say("preview-new")}</td><td class="wait">${bar(bars.changed, "changed")}</td>
            ${numbers(row.changed)}</tr>
        </tbody>`)}
    </table>
    ${all && all.present.uncalled + all.changed.uncalled > 0 ? html`<p class="hint">${text.say("preview-uncalled", {
      present: all.present.uncalled, changed: all.changed.uncalled,
    })}</p>` : nothing}`;
}

/** @param {{ mean: number, p95: number }} lengths @param {string} which */
function bar({ mean, p95 }, which) {
  return svg`
    <svg class="bars ${which}" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect class="p95" width=${p95} height="10"></rect><rect class="mean" width=${mean} height="10"></rect>
    </svg>`;
}

/** @param {Shown} shown */
function moved({ preview, text }) {
  if (preview.moved.length === 0) return nothing;
  const heads = ["number", "taken", "present", "changed"];
  return html`
    <section class="who"><h3>${text.say("preview-who")}</h3>
      <table><thead><tr>${heads.map((id) => html`<th scope="col">${text.say(`preview-who-${id}`)}</th>`)}
        <th scope="col">${text.say("preview-difference")}</th></tr></thead>
        <tbody>${preview.moved.map((one) => {
          const gain = one.changed_seconds - one.present_seconds;
          return html`<tr><td class="num number">${one.number}</td><td class="num">${wallClock(one.taken_at)}</td>
            <td class="num">${minutes(one.present_seconds)}</td><td class="num">${minutes(one.changed_seconds)}</td>
            <td class="num gain ${gain < 0 ? "less" : "more"}">${difference(gain)}</td></tr>`;
        })}</tbody></table>
    </section>`;
}

/** @param {Shown} shown */
function next({ preview, text }) {
  const { next_present: present, next_changed: changed } = preview;
  return html`
    <section class="next"><h3>${text.say("preview-next")}</h3>
      ${present.length === 0 ? html`<p class="hint">${text.say("preview-next-nobody")}</p>` : html`
        <div class="orders">
          <div><h4>${text.say("preview-next-present")}</h4>
            <ol data-next="present">${present.map((number) => html`<li><b class="num">${number}</b></li>`)}</ol></div>
          <div><h4>${text.say("preview-next-changed")}</h4>
            <ol data-next="changed">${nextOf(present, changed).map(({ number, forward }) => html`
              <li><b class="num">${number}</b> ${move(forward, text)}</li>`)}</ol></div>
        </div>`}
    </section>`;
}

/** @param {number | null} forward @param {import("../shared/text.js").Text} text */
function move(forward, text) {
  if (forward === 0) return nothing;
  if (forward === null) return html`<small class="less">${icon("high")}${text.say("preview-next-new")}</small>`;
  return forward > 0
    ? html`<small class="less">${icon("high")}${text.say("preview-next-forward", { places: forward })}</small>`
    : html`<small class="more">${icon("low")}${text.say("preview-next-back", { places: -forward })}</small>`;
}
