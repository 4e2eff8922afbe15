import assert from "node:assert/strict";
import { test } from "node:test";
import { easeOf, noEase } from "./ease.js";
import {
  QUIET_MS, TICKET_MS, TICKET_SLOW_MS, WARNING_MS, happen, newVisit, restLeft, screenOf, secondsLeft,
} from "./flow.js";

const fresh = (options = {}) => newVisit({ language: "vi", paired: true, asksPriority: true, at: 0, ...options });
const plain = { service: "A", then: [], cases: 1 };
const ticket = { token: "t", number: "A012", print: "queued", ahead: 4, forecast: null };

/** Plays happenings one after the other; a word alone is its type. */
function play(visit, ...happenings) {
  return happenings.reduce((now, one) => happen(now, typeof one === "string" ? { type: one } : one), visit);
}
const chosen = (visit = fresh()) => play(visit, "take", { type: "choose-service", service: "A" });
const asked = () =>
  play(chosen(), { type: "take-number", key: "k1" }, { type: "choose-priority", priority: null, key: "k2" });
const issued = (print = "queued") => play(asked(), { type: "issued", key: "k2", ticket: { ...ticket, print } });

test("two touches lead from the services to a ticket where the office has no priority classes", () => {
  const visit = play(chosen(fresh({ asksPriority: false })), { type: "take-number", key: "k" });
  assert.equal(screenOf(visit), "issuing");
  assert.deepEqual(visit.request, { key: "k", ...plain, priority: null, failures: 0 });
});

test("priority is asked after the documents, and its class goes with the request", () => {
  const visit = play(chosen(), { type: "take-number", key: "k1" });
  assert.equal(screenOf(visit), "priority");
  const next = play(visit, { type: "choose-priority", priority: "elderly", key: "k2" });
  assert.deepEqual(next.request, { key: "k2", ...plain, priority: "elderly", failures: 0 });
});

test("a double tap gives one ticket: the second tap keeps the key of the first", () => {
  const again = { type: "choose-priority", priority: null, key: "k3" };
  const twice = play(asked(), again, { type: "take-number", key: "k4" });
  assert.equal(twice.request.key, "k2");
});

test("coming back to the same wish in one visit keeps its key, another wish gets its own", () => {
  const away = play(asked(), { type: "issue-failed", key: "k2" }, "ask-documents");
  const again = (service) =>
    play(away, { type: "choose-service", service }, { type: "take-number", key: "x" }, {
      type: "choose-priority",
      priority: null,
      key: "k9",
    }).request.key;
  assert.equal(again("A"), "k2");
  assert.equal(again("C"), "k9");
});

test("an answer to somebody else's request is nobody's ticket", () => {
  const visit = play(asked(), { type: "issued", key: "old", ticket });
  assert.equal(screenOf(visit), "issuing");
  assert.equal(play(fresh(), { type: "issued", key: "k2", ticket }).ticket, null);
});

test("the ticket leaves the screen after its time or when its holder is done", () => {
  const visit = issued("confirmed");
  assert.equal(screenOf(visit), "ticket");
  assert.equal(screenOf(play(visit, { type: "tick", at: TICKET_MS - 1 })), "ticket");
  assert.equal(screenOf(play(visit, { type: "tick", at: TICKET_MS })), "start");
  const next = play(visit, "done");
  assert.equal(screenOf(next), "start");
  assert.equal(next.ticket, null);
  assert.equal(next.request, null);
});

test("a number that stands on no paper stays until somebody says that they know it", () => {
  const visit = play(issued(), { type: "print", token: "t", print: "failed" });
  assert.equal(screenOf(visit), "printer-out");
  const later = play(visit, { type: "tick", at: 3_600_000 });
  assert.equal(screenOf(later), "printer-out");
  assert.equal(screenOf(play(later, "done")), "start");
});

test("a slip that comes late after all has its own time on the screen", () => {
  const visit = play(issued(), { type: "print", token: "t", print: "failed" }, { type: "tick", at: 40_000 });
  const late = play(visit, { type: "print", token: "t", print: "confirmed" });
  assert.equal(screenOf(late), "ticket");
  assert.equal(screenOf(play(late, { type: "tick", at: 40_000 + TICKET_MS - 1 })), "ticket");
  assert.equal(screenOf(play(late, { type: "tick", at: 40_000 + TICKET_MS })), "start");
});

test("the slip of another ticket says nothing about this one", () => {
  assert.equal(play(issued(), { type: "print", token: "other", print: "failed" }).print, "queued");
});

test("a lost server sends people to the reception, and the page comes back by itself", () => {
  const lost = play(chosen(), { type: "link", link: "stale" });
  assert.equal(screenOf(lost), "offline");
  assert.equal(screenOf(play(lost, { type: "link", link: "live" })), "documents");
});

test("which documents are needed can be asked without the server", () => {
  const lost = play(fresh(), { type: "link", link: "stale" });
  const visit = play(lost, "ask-documents");
  assert.equal(screenOf(visit), "service");
  const documents = play(visit, { type: "choose-service", service: "D" });
  assert.equal(screenOf(documents), "documents");
  assert.equal(screenOf(play(documents, { type: "take-number", key: "k" })), "offline");
});

test("a ticket on the screen stays there when the server is lost", () => {
  assert.equal(screenOf(play(issued("confirmed"), { type: "link", link: "stale" })), "ticket");
});

test("a request that fails twice shows the way to the reception and may still succeed", () => {
  const once = play(asked(), { type: "issue-failed", key: "k2" });
  assert.equal(screenOf(once), "issuing");
  const twice = play(once, { type: "issue-failed", key: "k2" });
  assert.equal(screenOf(twice), "offline");
  assert.equal(screenOf(play(twice, { type: "issued", key: "k2", ticket })), "ticket");
  assert.equal(screenOf(play(once, { type: "link", link: "stale" })), "offline");
});

test("an unexpected answer or fault shows the friendly page, never an error", () => {
  assert.equal(screenOf(play(asked(), { type: "issue-refused", key: "k2" })), "help");
  assert.equal(screenOf(play(chosen(), "fault")), "help");
  assert.equal(screenOf(play(chosen(), "fault", "back")), "start");
});

test("a quiet visitor is asked, can stay, and is forgotten after the warning", () => {
  const visit = play(chosen(), { type: "choose-language", language: "en" });
  assert.equal(screenOf(play(visit, { type: "tick", at: QUIET_MS - 1 })), "documents");
  const warned = play(visit, { type: "tick", at: QUIET_MS + 1_000 });
  assert.equal(screenOf(warned), "time-out");
  assert.equal(secondsLeft(warned), 19);
  assert.equal(screenOf(play(warned, "still-here")), "documents");
  const gone = play(warned, { type: "tick", at: QUIET_MS + WARNING_MS });
  assert.equal(screenOf(gone), "start");
  assert.equal(gone.language, "vi");
});

test("language and ease of one visitor do not stay for the next, who is asked for before they go", () => {
  for (const choice of ["toggle-low", "toggle-large", "toggle-aloud", "toggle-contrast"]) {
    const visit = play(fresh(), { type: "choose-language", language: "en" }, choice);
    const asked = play(visit, { type: "tick", at: QUIET_MS });
    assert.equal(screenOf(asked), "time-out");
    assert.deepEqual(play(asked, "still-here").ease, visit.ease);
    const later = play(asked, { type: "tick", at: QUIET_MS + WARNING_MS });
    assert.deepEqual([screenOf(later), later.language, later.ease], ["start", "vi", noEase]);
    assert.deepEqual(play(visit, "done").ease, noEase);
  }
});

test("a machine that always stands low stands low again for the next visitor, and asks nobody about it", () => {
  const own = easeOf("?lang=vi&layout=low,large");
  assert.deepEqual(own, { low: true, large: true, aloud: false, contrast: false });
  const quiet = play(fresh({ own }), { type: "tick", at: QUIET_MS });
  assert.equal(screenOf(quiet), "start");
  const raised = play(quiet, "touch", "toggle-low");
  assert.equal(raised.ease.low, false);
  assert.equal(play(raised, { type: "tick", at: 2 * QUIET_MS + WARNING_MS }).ease.low, true);
});

test("who listens is not asked whether they are there, and a voice that asks gives itself no answer", () => {
  const visit = play(chosen(), "aloud", { type: "heard", at: QUIET_MS - 1 });
  assert.equal(screenOf(play(visit, { type: "tick", at: QUIET_MS })), "documents");
  const asked = play(visit, { type: "tick", at: 2 * QUIET_MS });
  assert.equal(screenOf(asked), "time-out");
  assert.equal(screenOf(play(asked, { type: "heard", at: 2 * QUIET_MS + 1 })), "time-out");
});

test("the help key begins to read and never ends it", () => {
  assert.equal(play(fresh(), "aloud", "aloud").ease.aloud, true);
});

test("who reads slowly or listens has a minute for the ticket", () => {
  const slow = { ...issued("confirmed"), ease: { ...noEase, large: true } };
  assert.equal(screenOf(play(slow, { type: "tick", at: TICKET_SLOW_MS - 1 })), "ticket");
  assert.equal(screenOf(play(slow, { type: "tick", at: TICKET_SLOW_MS })), "start");
});

test("the language chooser leads back to where it was opened", () => {
  const visit = play(chosen(), "open-languages");
  assert.equal(screenOf(visit), "language");
  assert.equal(screenOf(play(visit, "back")), "documents");
  const english = play(visit, { type: "choose-language", language: "en" });
  assert.equal(screenOf(english), "documents");
  assert.equal(english.language, "en");
});

test("back goes one step", () => {
  const priority = play(chosen(), { type: "take-number", key: "k" });
  assert.equal(play(priority, "back").step, "documents");
  assert.equal(play(priority, "back", "back").step, "service");
  assert.equal(play(priority, "back", "back", "back").step, "start");
});

test("a machine that may not give tickets asks to be paired", () => {
  const visit = fresh({ paired: false });
  assert.equal(screenOf(visit), "unpaired");
  assert.equal(screenOf(play(visit, { type: "office", paired: true, asksPriority: false })), "start");
});

test("time never runs backwards, and an unknown happening changes nothing", () => {
  const visit = play(fresh(), { type: "tick", at: 5_000 }, { type: "tick", at: 1_000 });
  assert.equal(visit.at, 5_000);
  assert.equal(happen(visit, { type: "nonsense" }), visit);
});

test("while the office is closed the invitation says so, and documents are told all the same", () => {
  const closed = { kind: "break", on: null, opens: "13:00", from: "12:45" };
  const visit = play(fresh(), { type: "hours", closed });
  assert.equal(screenOf(visit), "closed");
  assert.equal(play(visit, { type: "hours", closed: { ...closed } }), visit, "the same each second draws nothing");
  assert.equal(screenOf(play(visit, "ask-documents")), "service");
  assert.equal(screenOf(play(visit, "take", "done")), "closed", "also for the next visitor");
  assert.equal(screenOf(play(visit, { type: "hours", closed: null })), "start");
  assert.equal(screenOf(play(fresh({ paired: false }), { type: "hours", closed })), "unpaired");
});

test("who gets no ticket today is told when to come back, and nobody is sent to the reception in vain", () => {
  for (const code of ["office-closed", "quota-used", "day-full"]) {
    const refusal = { code, opens_on: "25/11/2026", tickets_from: "06:45" };
    const visit = play(asked(), { type: "issue-refused", key: "k2", refusal });
    assert.equal(screenOf(visit), "full", code);
    assert.equal(visit.refusal?.opens_on, "25/11/2026");
    assert.equal(play(visit, "done").refusal, null);
  }
  const other = play(asked(), { type: "issue-refused", key: "k2", refusal: { code: "unknown-service" } });
  assert.equal(screenOf(other), "help");
});

const coded = (digits = "048213") =>
  play(fresh(), "have-appointment", ...[...digits].map((digit) => ({ type: "digit", digit })));

test("an appointment's code is typed, mended and asked for, and its holder gets a ticket as everybody", () => {
  assert.equal(screenOf(play(fresh(), "have-appointment")), "appointment");
  assert.equal(play(coded("048214"), "erase", { type: "digit", digit: "3" }).code, "048213");
  assert.equal(play(coded("0482"), { type: "check-in", key: "k" }).request, null, "too few digits");
  assert.equal(play(coded(), { type: "digit", digit: "9" }).code, "048213", "no more than six");
  const visit = play(coded(), { type: "check-in", key: "k" });
  assert.equal(screenOf(visit), "issuing");
  const none = { service: null, then: [], cases: 1, priority: null };
  assert.deepEqual(visit.request, { key: "k", ...none, appointment: "048213", failures: 0 });
  assert.equal(screenOf(play(visit, { type: "issued", key: "k", ticket })), "ticket");
});

test("a code before the scanner needs no touch, and not in the middle of something else", () => {
  const scanned = { type: "scanned", appointment: "0123456789abcdef", key: "k" };
  assert.equal(play(fresh(), scanned).request.appointment, "0123456789abcdef");
  assert.equal(play(coded("04"), scanned).request.appointment, "0123456789abcdef");
  assert.equal(play(chosen(), scanned).request, null);
  assert.equal(play(issued(), scanned).request.key, "k2");
});

test("who comes too early reads when to come back, and may type another code or take an ordinary number", () => {
  const refusal = { code: "too-early", title: "T", detail: "D", status: 409 };
  const visit = play(coded(), { type: "check-in", key: "k" }, { type: "issue-refused", key: "k", refusal });
  assert.equal(screenOf(visit), "appointment");
  assert.deepEqual([visit.code, visit.refusal], ["", refusal]);
  const again = play(visit, { type: "scanned", appointment: "048213", key: "k9" });
  assert.equal(again.request.key, "k9", "a refusal is no answer to a later try");
  const ordinary = play(visit, "take");
  assert.deepEqual([screenOf(ordinary), ordinary.refusal], ["service", null]);
});

test("a number that was given before is shown without a slip, and leaves the screen after its time", () => {
  const code = { type: "scanned", appointment: "048213", key: "k" };
  const visit = play(fresh(), code, { type: "issued", key: "k", ticket: { ...ticket, checked_in_before: true } });
  assert.equal(screenOf(visit), "printer-out");
  assert.equal(screenOf(play(visit, { type: "tick", at: TICKET_MS })), "start");
});

test("after many numbers at once the machine rests, counts down, and comes back to what was chosen", () => {
  const asked = play(chosen(), { type: "take-number", key: "k" });
  const asking = asked.step === "priority" ? play(asked, { type: "choose-priority", priority: null, key: "k" }) : asked;
  const resting = play(asking, { type: "issue-paused", key: "k", seconds: 5, at: 1_000 });
  assert.deepEqual([screenOf(resting), restLeft(resting), resting.request], ["rest", 5, null]);
  assert.equal(restLeft(play(resting, { type: "tick", at: 3_500 })), 3);
  const back = play(resting, { type: "tick", at: 6_000 });
  assert.deepEqual([screenOf(back), back.service], ["documents", asking.service]);
  assert.equal(screenOf(play(resting, "back")), "start");
  assert.equal(screenOf(play(asking, { type: "issue-paused", key: "old", seconds: 5 })), "issuing");
});
