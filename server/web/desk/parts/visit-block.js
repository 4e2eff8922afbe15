/** The middle of a desk: the number that is called or served, or what there is to do without one. */
import { html, nothing } from "../../vendor/lit-html/lit-html.js";
import { keyed } from "../../vendor/lit-html/directives/keyed.js";
import { icon } from "../../shared/icons.js";
import { minutesBetween, wallClock } from "../../shared/time.js";
import { reasonWords } from "../reasons.js";
import { neededBeside } from "../needed.js";
import { inSentence, languageName } from "../wording.js";
import { notePlace } from "./note-part.js";
import { withNumbers } from "./numbers.js";
import { pauseFigures, USUAL_AT, visitFigures } from "../visit.js";

/** @typedef {import("../desk-drawing.js").DeskModel} DeskModel */
/** @typedef {import("../situation.js").Visit} Visit */

/** @param {DeskModel} model @param {unknown} list  what stands in the place of the lower part, if anything */
export function visitBlock(model, list) {
  const { head, lower } = parts(model);
  return [head, notePlace(model, list === null), list ?? lower];
}

/** @param {DeskModel} model */
function parts(model) {
  const { situation, view } = model;
  const { visit } = view;
  if (visit && situation === "calling") return { head: calling(model, visit), lower: matter(model, visit) };
  if (visit && situation === "serving") return { head: serving(model, visit), lower: matter(model, visit) };
  if (situation === "paused") return { head: paused(model), lower: pausedHint(model) };
  return { head: plainHead(model), lower: message(model) };
}

/** @param {DeskModel} model @param {Visit} visit */
function calling(model, visit) {
  const { text, now, still } = model;
  const { running, calls } = visitFigures(visit, now);
  const aside = model.stale ?? text.say("desk-calling-times", { count: calls });
  // A new element with each call and recall, so that its entrance plays again.
  return keyed(visit.call, html`
    <div class="head calling ${still ? "still" : ""}" data-call=${visit.call}>
      ${notices(model)}
      <p class="title"><b>${text.say("desk-calling")}</b><span>${aside}</span></p>
      <div class="figures">
        <span class="num big number" data-number=${visit.number}>${visit.number}</span>
        <p class="clock"><span class="num">${running}</span><small>${text.say("desk-calling-since")}</small></p>
      </div>
    </div>`);
}

/** @param {DeskModel} model @param {Visit} visit */
function serving(model, visit) {
  const { text, now } = model;
  const { since, running, share, over } = visitFigures(visit, now);
  const minutes = visit.usual_minutes;
  return html`
    <div class="head ${over > 0 ? "over" : ""}">
      ${notices(model)}
      <p class="title"><b>${text.say("desk-serving")}</b><span>${
        model.stale ?? text.say("desk-since", { time: since })}</span></p>
      <div class="figures">
        <span class="num big number" data-number=${visit.number}>${visit.number}</span>
        <p class="clock">
          <span class="num">${running}</span>
          <small>${over > 0
            ? text.say("desk-usual-over", { minutes, over }) : text.say("desk-usual", { minutes })}</small>
        </p>
      </div>
      <div class="bar-track"><progress max="1" .value=${share}
        aria-label=${text.say("desk-progress", { share: Math.round((share / USUAL_AT) * 100) })}></progress></div>
    </div>`;
}

/** What the visit is about. @param {DeskModel} model @param {Visit} visit */
function matter(model, visit) {
  const { text, language, now, serviceOf } = model;
  const service = serviceOf(visit.service);
  const { waited: minutes } = visitFigures(visit, now);
  const taken = wallClock(visit.taken_at);
  const waited = visit.promised
    ? text.say("desk-visit-waited-promised", { minutes, ...visit.promised })
    : text.say("desk-visit-waited-minutes", { minutes });
  const why = reasonWords(visit.reason, model.callReasonOf);
  const foreign = visit.language !== model.firstLanguage;
  const many = visit.cases > 1
    ? html`<b class="cases" data-field="cases">${text.say("desk-cases", { count: visit.cases })}</b>` : nothing;
  return html`
    <dl class="matter" tabindex="0" aria-label=${text.say("desk-visit-matter")}>
      <dt>${text.say("desk-visit-service")}</dt>
      <dd class="service">${icon(service.pictogram)}
        <span><b>${service.name}</b>${many} <span>${service.about}</span></span></dd>
      ${papers(model, visit)}
      ${why ? html`
        <dt>${text.say("desk-visit-why")}</dt>
        <dd class="why">${withNumbers(text.say(why.id, why.values))}</dd>` : nothing}
      <dt>${text.say("desk-visit-waited")}</dt><dd>${waited}</dd>
      <dt>${text.say("desk-visit-taken")}</dt>
      <dd>${visit.priority ? text.say("desk-visit-taken-priority", { time: taken }) : taken}</dd>
      ${visit.outcome ? html`
        <dt>${text.say("desk-visit-outcome")}</dt>
        <dd data-outcome=${visit.outcome}>${model.outcomeOf(visit.outcome)}</dd>` : nothing}
      ${service.documents.length > 0 ? html`
        <dt>${text.say("desk-visit-documents")}</dt><dd>${inSentence(service.documents)}</dd>` : nothing}
      ${foreign ? html`
        <dt>${text.say("desk-visit-language")}</dt><dd>${languageName(visit.language, language)}</dd>` : nothing}
    </dl>`;
}

/**
 * What else is done here, and where the citizen goes from here.
 * @param {DeskModel} model @param {Visit} visit
 */
function papers({ text, serviceOf }, visit) {
  const { here, after } = neededBeside(visit);
  return html`
    ${here.length > 0 ? html`
      <dt>${text.say("desk-visit-here")}</dt>
      <dd data-field="here">${here.map((code) => serviceOf(code).name).join(", ")}</dd>` : nothing}
    ${after.length > 0 ? html`
      <dt>${text.say("desk-visit-after")}</dt>
      <dd class="after" data-field="after">${after.map((code) => {
        const { name, counters } = serviceOf(code);
        return html`<span>${name}${counters.length > 0 ? html` ${icon("right", { label: "→" })}
          <b>${text.say("desk-services-at", { counters: counters.join(", ") })}</b>` : nothing}</span>`;
      })}</dd>` : nothing}`;
}

/** @param {DeskModel} model */
function paused(model) {
  const { text, view, now } = model;
  const { until, since, running } = pauseFigures(view, now);
  const title = until ? "desk-paused-until" : since ? "desk-paused-since" : "desk-paused";
  const aside = until && since ? text.say("desk-since", { time: since }) : "";
  return html`
    <div class="head rest">
      ${notices(model)}
      <p class="title"><b>${text.say(title)}</b><span>${model.stale ?? aside}</span></p>
      <div class="figures">
        <span class="num big number">${until ?? since ?? "–"}</span>
        ${running ? html`<p class="clock"><span class="num">${running}</span>
          <small>${text.say("desk-paused-running")}</small></p>` : nothing}
      </div>
    </div>`;
}

/** @param {DeskModel} model */
function pausedHint({ text, view, pauseReasonOf }) {
  const why = pauseReasonOf(view.pause_reason);
  return html`
    <div class="hint">
      <p>${icon("pause")}${why ? text.say("desk-paused-hint-why", { why }) : text.say("desk-paused-hint")}</p>
      ${view.queue_total > 0
        ? html`<p>${icon("people")}${text.say("desk-paused-waiting", { count: view.queue_total })}</p>` : nothing}
    </div>`;
}

/** @param {DeskModel} model */
function plainHead(model) {
  const { text, situation } = model;
  const open = situation === "empty" || situation === "waiting";
  return html`
    <div class="head plain">
      ${notices(model)}
      <p class="title"><b>${open ? text.say("desk-state-open") : nothing}</b><span>${
        model.stale ?? (open ? text.say("desk-nobody-called") : "")}</span></p>
    </div>`;
}

/** @param {DeskModel} model */
function message(model) {
  const { title, lines, blossom } = words(model);
  return html`
    <div class="message">
      ${blossom ? icon("branch") : nothing}
      <h3>${title}</h3>
      ${lines.map((line) => html`<p>${withNumbers(line)}</p>`)}
    </div>`;
}

/** @param {DeskModel} model @returns {{ title: string, lines: string[], blossom: boolean }} */
function words(model) {
  const { text, view, situation } = model;
  const { counter, officer } = view;
  if (situation === "held") {
    const values = { counter, officer: officer ?? "" };
    return { title: text.say("desk-held", values), lines: [text.say("desk-held-hint", values)], blossom: false };
  }
  if (situation === "closed") {
    const services = model.serviceNames.join(", ");
    const waiting = view.queue_total > 0
      ? [text.say("desk-closed-waiting", { count: view.queue_total, services })] : [];
    const lines = [text.say("desk-closed-hint", { counter }), ...waiting];
    return { title: text.say("desk-closed", { counter }), lines, blossom: true };
  }
  if (situation === "waiting") {
    const lines = [...nextInWords(model), ...lastInWords(model)];
    return { title: text.say("desk-waiting", { count: view.queue_total }), lines, blossom: false };
  }
  const { elsewhere } = view;
  const others = elsewhere ? [text.say("desk-empty-elsewhere", {
    count: elsewhere.waiting, counter: elsewhere.counter, service: model.serviceOf(elsewhere.service).name,
  })] : [];
  const lines = [[text.say("desk-empty-hint"), ...others].join(" "), ...lastInWords(model)];
  return { title: text.say("desk-empty"), lines, blossom: true };
}

/** How the visit before came out. @param {DeskModel} model */
function lastInWords({ text, view, outcomeOf }) {
  const { last } = view;
  if (!last?.outcome) return [];
  return [text.say("desk-last-outcome", { number: last.number, outcome: outcomeOf(last.outcome) })];
}

/** @param {DeskModel} model */
function nextInWords({ text, view, now, serviceOf }) {
  const [next] = view.queue;
  if (!next) return [];
  const minutes = minutesBetween(next.taken_at, now);
  const first = text.say("desk-waiting-next", { number: next.number, service: serviceOf(next.service).name, minutes });
  const why = next.reason.kind === "arrival" ? null : reasonWords(next.reason);
  return why ? [first, `${text.say(why.id, why.values)}.`] : [first];
}

/** What the server refused, or did not answer: in the header block, until the next key. @param {DeskModel} model */
function notices({ text, pressing, stale }) {
  const { refusal, unanswered } = pressing;
  if (refusal) {
    return html`<p class="notice bad" role="alert" data-problem=${refusal.code}>${icon("warn")}<span>${
      withNumbers(refusal.text || text.say("desk-refused-unknown"))}</span></p>`;
  }
  if (unanswered) {
    const id = stale ? "desk-unanswered-offline" : "desk-unanswered";
    return html`<p class="notice warn" role="status" data-problem="unanswered">${icon("unlink")}<span>${
      text.say(id)}</span></p>`;
  }
  return nothing;
}
