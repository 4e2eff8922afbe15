/** One's own account: who am I, password and PIN, second factor and spare codes, and where one is signed in. */
import { html, nothing, render } from "../vendor/lit-html/lit-html.js";
import { bar, obstacle } from "../admin/frame.js";
import { call } from "../shared/api.js";
import { icon } from "../shared/icons.js";
import { name as nameOf } from "../shared/office.js";
import { checked } from "../shared/shape.js";
import { keepChoices } from "../sign-in/addresses.js";
import { factorPart } from "./parts/factor-part.js";
import { secretPart } from "./parts/secret-part.js";
import { sessionsPart } from "./parts/sessions-part.js";
import { isAccount, isSessions } from "./shape.js";

/** How often the sessions are asked for again, ms. */
const AGAIN_MS = 10_000;

export class AccountPage {
  #root; #office; #text;
  /** @type {import("./shape.js").Account | null} */
  #account = null;
  /** @type {import("../people/rows.js").Session[]} */
  #sessions = [];
  /** @type {any} an answer that brought nothing */
  #obstacle = null;
  /** @type {{ about: string, good: boolean, words: string } | null} what became of the last thing that was done */
  #said = null;
  /** @type {{ secret: string, qr: string } | null} a second factor that is being set up */
  #factor = null;
  /** @type {string[] | null} shown this once */
  #spare = null;

  /**
   * @param {HTMLElement} root
   * @param {{ office: import("../shared/office.js").Office, text: import("../shared/text.js").Text }} options
   */
  constructor(root, { office, text }) {
    this.#root = root;
    this.#office = office;
    this.#text = text;
    document.title = `${text.say("account-title")} · ${nameOf(office.name, text.language)}`;
  }

  async start() {
    this.#draw();
    setInterval(() => document.visibilityState === "visible" && void this.#refresh(), AGAIN_MS);
    await this.#refresh();
  }

  async #refresh() {
    const language = this.#text.language;
    const [account, sessions] = await Promise.all([
      call("GET", "/account", { language }), call("GET", "/sessions", { language }),
    ]);
    this.#obstacle = account.ok ? null : account;
    if (account.ok) this.#account = checked(account.body, isAccount);
    else if (!account.offline) this.#account = null;
    if (sessions.ok) this.#sessions = checked(sessions.body, isSessions).sessions;
    this.#draw();
  }

  /**
   * Does something, says what became of it beside its part, and reads the account anew.
   * @param {string} about  the part of the page
   * @param {Parameters<typeof call>} request
   * @param {string} [done]  id of the words for it
   */
  async #do(about, [method, path, options], done) {
    const answer = await call(method, path, { ...options, language: this.#text.language });
    const problem = answer.problem?.detail ?? answer.problem?.title ?? this.#text.say("admin-no-server");
    if (!answer.ok) this.#said = { about, good: false, words: problem };
    else this.#said = done ? { about, good: true, words: this.#text.say(done) } : null;
    if (answer.ok) for (const field of this.#fields(about)) field.value = "";
    await this.#refresh();
    return answer.ok ? answer : null;
  }

  /** @param {string} about @returns {NodeListOf<HTMLInputElement>} */
  #fields(about) {
    return this.#root.querySelectorAll(`[data-part=${about}] input`);
  }

  /** @param {"password" | "pin"} kind @param {{ current: string, fresh: string }} typed */
  async #change(kind, { current, fresh }) {
    await this.#do(kind, ["PUT", `/account/${kind}`, { body: { current, new: fresh } }], `account-${kind}-set`);
  }

  /** @type {import("./parts/factor-part.js").FactorDoings} */
  #factorDoings = {
    begin: async (current) => {
      const answer = await this.#do("factor", ["POST", "/account/second-factor", { body: { current } }]);
      if (!answer) return;
      this.#factor = answer.body;
      this.#draw();
      /** @type {HTMLElement | null} */ (this.#root.querySelector("[data-field=factor-code]"))?.focus();
    },
    confirm: async (code) => {
      const request = /** @type {Parameters<typeof call>} */ (["PUT", "/account/second-factor", { body: { code } }]);
      this.#showSpare(await this.#do("factor", request, "account-factor-on-now"));
    },
    renewSpare: async (current) => {
      this.#showSpare(await this.#do("factor", ["POST", "/account/spare-codes", { body: { current } }]));
    },
    drop: async (current) => {
      const done = await this.#do("factor", ["POST", "/account/second-factor/off", { body: { current } }],
        "account-factor-off-now");
      if (done) this.#spare = null;
      this.#draw();
    },
    cancel: () => {
      this.#factor = null;
      this.#draw();
    },
    hideSpare: () => {
      this.#spare = null;
      this.#draw();
    },
  };

  /** @param {any} answer */
  #showSpare(answer) {
    if (!answer) return;
    this.#factor = null;
    this.#spare = answer.body.spare_codes;
    this.#draw();
    /** @type {HTMLElement | null} */ (this.#root.querySelector(".slip"))?.focus();
  }

  async #signOut() {
    const answer = await call("DELETE", "/sessions/current", { language: this.#text.language });
    if (answer.ok) location.assign(keepChoices("/sign-in", location.search));
  }

  #draw() {
    const [text, office] = [this.#text, this.#office];
    const shut = this.#obstacle && !(this.#obstacle.offline && this.#account);
    render(html`
      ${bar({ here: "account", office, text })}
      <main class="listed" data-state=${shut ? "refused" : this.#account ? "shown" : "asking"}>
        ${shut ? html`<h1>${text.say("account-title")}</h1>${obstacle(this.#obstacle, text)}`
          : this.#account ? this.#content(this.#account)
            : html`<p class="message" role="status">${text.say("account-asking")}</p>`}
      </main>`, this.#root);
  }

  /** @param {import("./shape.js").Account} account */
  #content(account) {
    const text = this.#text;
    const said = (/** @type {string} */ about) => (this.#said?.about === about ? this.#notice(this.#said) : nothing);
    return html`
      <h1>${account.name}</h1>
      <p class="lead">${text.say(`people-role-${account.role}`)}</p>
      ${this.#isByDirectory() ? html`<p class="lead" data-by="directory">${
        text.say("account-by-directory", { directory: this.#directory() })}</p>` : nothing}
      <p class="doings left"><button type="button" class="quiet" data-action="sign-out"
        @click=${() => void this.#signOut()}>${text.say("account-sign-out")}</button></p>
      ${secretPart({ text, kind: "password", account, said: said("password"),
        change: (typed) => void this.#change("password", typed) })}
      ${account.may_have_pin ? secretPart({ text, kind: "pin", account, said: said("pin"),
        change: (typed) => void this.#change("pin", typed) }) : nothing}
      ${factorPart({ text, account, factor: this.#factor, spare: this.#spare, said: said("factor"),
        doings: this.#factorDoings })}
      ${sessionsPart({ text, sessions: this.#sessions, now: this.#office.stamp(), directory: this.#directory(),
        said: said("sessions"),
        end: (id) => void this.#do("sessions", ["DELETE", id ? `/sessions/${id}` : "/sessions"]) })}`;
  }

  #isByDirectory() {
    return this.#sessions.some((session) => session.is_current && session.by_directory);
  }

  /** What the directory is called. */
  #directory() {
    return nameOf(this.#office.sign_in?.directory, this.#text.language);
  }

  /** @param {{ good: boolean, words: string }} said */
  #notice({ good, words }) {
    return html`<p class="said ${good ? "good" : ""}" role=${good ? "status" : "alert"}>
      ${icon(good ? "check" : "warn")}<span>${words}</span></p>`;
  }
}
