/** Where one is signed in, and ending that. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { when } from "../../shared/when.js";

/**
 * @param {object} model
 * @param {import("../../shared/text.js").Text} model.text
 * @param {import("../../people/rows.js").Session[]} model.sessions
 * @param {string} model.now  RFC 3339 in the office's offset
 * @param {string} model.directory  what it is called
 * @param {unknown} model.said
 * @param {(id: string | null) => void} model.end  null: all others
 */
export function sessionsPart({ text, sessions, now, directory, said, end }) {
  const at = (/** @type {string | null} */ stamp) => when(stamp, now, text.language) ?? "–";
  return html`
    <section data-part="sessions" aria-labelledby="part-sessions">
      <h2 id="part-sessions">${text.say("account-sessions")}</h2>
      <p class="lead">${text.say("account-sessions-lead")}</p>
      ${said}
      <ul class="rows">${sessions.map((session) => html`
        <li class="row" data-session=${session.id} data-current=${session.is_current}>
          <div><b>${session.browser ?? text.say("account-program")}</b><small>${session.address ?? "–"}${
            session.by_directory ? `, ${text.say("account-session-directory", { directory })}` : ""}</small></div>
          <div><small>${text.say("account-session-begun", { time: at(session.begun_at) })}</small>
            <small>${session.is_current ? text.say("account-session-here")
              : text.say("account-session-seen", { time: at(session.seen_at) })}</small></div>
          <div class="doings">${session.is_current ? nothing : html`
            <button type="button" class="quiet" data-action="end" @click=${() => end(session.id)}>${
              text.say("account-session-end")}</button>`}</div>
        </li>`)}</ul>
      ${sessions.length < 2 ? nothing : html`
        <p class="doings left"><button type="button" class="quiet" data-action="end-others" @click=${() => end(null)}>
          ${text.say("account-sessions-end")}</button></p>`}
    </section>`;
}
