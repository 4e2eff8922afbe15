//! Walks through a page's states by a table, and has each of them judged: in every language, in the page's own colours
//! and in those of high contrast.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use moi_tests::{Browser, Desk, Office, Page, Role};
use serde_json::{Value, json};
use tokio::time::sleep;

/// A page is loaded, drawn and live within this, in a debug build beside a busy browser.
const LOADED: Duration = Duration::from_secs(20);
/// Between two touches of one person; a second one that comes sooner is half of a double tap.
const FINGER: Duration = Duration::from_millis(480);

/// After a key a desk is deaf for a while.
const KEY: Duration = Duration::from_millis(900);

/// The page's steady clock, which a walk can put forward: a minute in which nobody touches the kiosk is long.
const CLOCK: &str = "{
    const now = performance.now.bind(performance);
    window.moiLater = 0;
    performance.now = () => now() + window.moiLater;
}";

/// One state of a page that people come to, and the steps from the state before it.
#[derive(Debug)]
pub struct Row {
    /// The page's address, as `PAGES` has it.
    pub page: &'static str,
    /// The state, in a word.
    pub state: &'static str,
    /// How people, and the office, come to it.
    pub steps: &'static [Step],
}

/// One step of a walk.
#[derive(Debug)]
pub enum Step {
    /// Opens an address in the language of the walk; `{ticket}` and `{appointment}` are the last ones of the walk.
    Open(&'static str),
    /// The same, as a machine elsewhere does: to the server it is no kiosk.
    OpenElsewhere(&'static str),
    /// Gives the page this size in CSS pixels.
    Size(u32, u32),
    /// Touches an element.
    Touch(&'static str),
    /// Touches the digits of a code, one after the other.
    TouchDigits(&'static str),
    /// Presses a key.
    Press(&'static str),
    /// Types into what has the focus.
    Type(&'static str),
    /// Runs a script.
    Run(&'static str),
    /// Puts the page's steady clock forward by so many milliseconds.
    Later(u32),
    /// Waits until an element is there.
    See(&'static str),
    /// Something that happens in the office.
    Do(Deed),
}

/// What happens in the office while a page is looked at.
#[derive(Debug, Clone, Copy)]
pub enum Deed {
    /// Somebody takes a ticket of this service: `{ticket}` from now on.
    Take(&'static str),
    /// Somebody books a time of land: `{appointment}` from now on.
    Book,
    /// The counter of the walk opens, calls, begins, ends, pauses, closes.
    Counter(&'static str),
    /// The browser signs in.
    SignIn(Role),
    /// The browser forgets its session.
    SignOut,
}

/// An office, a browser, and what a walk has come by.
#[derive(Debug)]
pub struct Walk {
    pub office: Office,
    pub desk: Desk,
    browser: Browser,
    page: Page,
    language: &'static str,
    ticket: String,
    appointment: String,
    tokens: Vec<(Role, String)>,
    query: String,
    size: Option<(u32, u32)>,
}

impl Walk {
    /// With this counter's officer.
    pub async fn begin(name: &str, office: Office, counter: u16) -> Result<Self> {
        let desk = office.closed_desk(counter, "Nông Thị Hà").await?;
        let browser = Browser::start().await?;
        let page = browser.open_after(CLOCK, name, &format!("{}/sign-in", office.base()), (1366, 768)).await?;
        page.keep_still().await?;
        let (ticket, appointment, tokens) = (String::new(), String::new(), Vec::new());
        let (query, size) = (String::new(), None);
        Ok(Self { office, desk, browser, page, language: "vi", ticket, appointment, tokens, query, size })
    }

    /// Adds this to every address that is opened.
    pub fn always_ask_for(&mut self, query: &str) {
        self.query = format!("&{query}");
    }

    /// Keeps the page at this size, whatever the rows say.
    pub fn always_of_size(&mut self, width: u32, height: u32) {
        self.size = Some((width, height));
    }

    /// Walks through all rows in each language and fails with everything that breaks a rule. `without`: rules that the
    /// page of a row is not judged by.
    pub async fn judge(mut self, rows: &[Row], without: fn(&Row) -> &'static [&'static str]) -> Result<()> {
        let mut found = Vec::new();
        for language in ["vi", "en"] {
            self.language = language;
            for row in rows {
                let at = self.go(row).await?;
                for broken in self.look(without(row)).await.with_context(|| at.clone())? {
                    found.push(format!("{at}{broken}"));
                }
            }
        }
        ensure!(found.is_empty(), "{} rules broken:\n{}", found.len(), found.join("\n"));
        self.end().await
    }

    /// Walks through all rows once, in this language, and fails with everything that a script finds on their way: it
    /// returns a list of texts.
    pub async fn measure(mut self, language: &'static str, rows: &[Row], script: &str) -> Result<()> {
        let mut found = Vec::new();
        self.language = language;
        for row in rows {
            let at = self.go(row).await?;
            self.page.at_rest().await?;
            let said = self.page.run(script, vec![]).await.with_context(|| at.clone())?;
            let list = said.as_array().with_context(|| format!("{at}: {said}"))?;
            found.extend(list.iter().map(|one| format!("{at}: {one}")));
        }
        ensure!(found.is_empty(), "{} found:\n{}", found.len(), found.join("\n"));
        self.end().await
    }

    /// Goes the steps of a row, and tells where it is.
    pub async fn go(&mut self, row: &Row) -> Result<String> {
        let at = format!("{} {} in {}", row.page, row.state, self.language);
        for step in row.steps {
            self.step(step).await.with_context(|| format!("{at}: {step:?}"))?;
        }
        Ok(at)
    }

    pub async fn end(self) -> Result<()> {
        self.browser.close().await?;
        self.office.close().await
    }

    /// What breaks a rule now, in the page's own colours and in high contrast.
    async fn look(&self, without: &[&str]) -> Result<Vec<String>> {
        let mut found = Vec::new();
        let own = self.page.run("return document.documentElement.dataset.theme ?? ''", vec![]).await?;
        for theme in [own.as_str().unwrap_or_default(), "contrast"] {
            self.page.run("document.documentElement.dataset.theme = arguments[0]", vec![json!(theme)]).await?;
            let broken = self.page.judge(without).await?;
            found.extend(broken.into_iter().map(|broken| format!(", {theme}: {broken}")));
        }
        self.page.run("document.documentElement.dataset.theme = arguments[0]", vec![own]).await?;
        Ok(found)
    }

    async fn step(&mut self, step: &Step) -> Result<()> {
        match step {
            Step::Open(path) => self.open(path, false).await?,
            Step::OpenElsewhere(path) => self.open(path, true).await?,
            Step::Size(width, height) => {
                let (width, height) = self.size.unwrap_or((*width, *height));
                self.page.resize(width, height).await?;
            }
            Step::Touch(selector) => {
                self.page.run("document.querySelector(arguments[0])?.scrollIntoView()", vec![json!(selector)]).await?;
                self.page.touch(selector).await?;
                sleep(FINGER).await;
            }
            Step::TouchDigits(digits) => {
                for digit in digits.chars() {
                    self.page.touch(&format!("[data-digit='{digit}']")).await?;
                    sleep(FINGER / 2).await;
                }
            }
            Step::Press(key) => {
                self.page.press(key).await?;
                sleep(KEY).await;
            }
            Step::Type(text) => self.page.type_text(text).await?,
            Step::Run(script) => drop(self.page.run(script, vec![]).await?),
            Step::Later(milliseconds) => {
                self.page.run("window.moiLater += arguments[0]", vec![json!(milliseconds)]).await?;
            }
            Step::See(selector) => {
                let script = format!("return document.querySelector({}) !== null", json!(selector));
                self.page.wait_for(selector, &script, LOADED).await?;
            }
            Step::Do(deed) => self.happen(*deed).await?,
        }
        Ok(())
    }

    async fn open(&self, path: &str, elsewhere: bool) -> Result<()> {
        self.page.seem_elsewhere(elsewhere).await?;
        let path = path.replace("{ticket}", &self.ticket).replace("{appointment}", &self.appointment);
        let mark = if path.contains('?') { '&' } else { '?' };
        self.page.goto(&format!("{}{path}{mark}lang={}{}", self.office.base(), self.language, self.query)).await
    }

    async fn happen(&mut self, deed: Deed) -> Result<()> {
        match deed {
            Deed::Take(service) => self.ticket = self.office.kiosk()?.take_ticket(service).await?.token,
            Deed::Book => self.appointment = self.book().await?,
            Deed::Counter("close") => self.desk.close().await?,
            Deed::Counter(verb) => {
                let answer = self.desk.ask(verb).await?;
                ensure!(answer.status < 300, "{verb}: {} {}", answer.status, answer.text());
            }
            Deed::SignIn(role) => {
                let token = self.token(role).await?;
                self.fetch("POST", "/api/v1/sessions", json!({"token": token})).await?;
            }
            Deed::SignOut => self.page.forget().await?,
        }
        Ok(())
    }

    /// So far ahead that its time is not over before the walk is.
    async fn book(&mut self) -> Result<String> {
        let token = self.token(Role::Receptionist).await?;
        let staff = self.office.bearer(&token)?;
        let now = self.office.here()?.get("/api/v1/office").await?.value()?;
        let day = now["now"].as_str().and_then(|now| now.get(..10)).context("a day")?;
        let slots = staff.get(&format!("/api/v1/appointments/slots?service=D&day={day}")).await?.value()?;
        let free = slots["slots"].as_array().context("times")?.iter().skip(5);
        let time = free.filter(|slot| slot["free"] != json!(0)).map(|slot| &slot["time"]).next().context("a time")?;
        let wish = json!({"service": "D", "day": day, "time": time});
        let booked = staff.post_json("/api/v1/appointments", &wish).await?.expect_status(201)?.value()?;
        Ok(booked["token"].as_str().context("a token")?.to_owned())
    }

    async fn token(&mut self, role: Role) -> Result<String> {
        if let Some((_, token)) = self.tokens.iter().find(|(known, _)| known.word() == role.word()) {
            return Ok(token.clone());
        }
        let token = if role == Role::Officer {
            self.desk.token().to_owned()
        } else {
            self.office.token(role, role.word()).await?
        };
        self.tokens.push((role, token.clone()));
        Ok(token)
    }

    /// An order of the page's own browser to the server.
    async fn fetch(&self, method: &str, path: &str, body: Value) -> Result<()> {
        let script = "const [method, path, body] = arguments;
            const options = body ? {body: JSON.stringify(body), headers: {'content-type': 'application/json'}} : {};
            window.moiAnswered = null;
            fetch(path, {method, ...options}).then(answer => { window.moiAnswered = answer.status; });";
        self.page.run(script, vec![json!(method), json!(path), body]).await?;
        let status = self.page.wait_for("an answer", "return window.moiAnswered", LOADED).await?;
        ensure!(status.as_u64() < Some(300), "{method} {path}: {status}");
        Ok(())
    }
}
