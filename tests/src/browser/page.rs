//! One page in a window of its own: looked at, touched, typed into, pictured.

use std::time::{Duration, Instant};

use anyhow::{Context, bail, ensure};
use serde_json::{Value, json};
use thirtyfour::{WebDriver, WindowHandle};
use tokio::time::sleep;

use crate::places;

/// How often a page is looked at while one waits for something on it.
const LOOK_EVERY: Duration = Duration::from_millis(50);

/// Runs before the page's own scripts and keeps what goes wrong in them.
const NOTE_FAULTS: &str = "window.moiFaults = [];
    window.moiWords = () => (document.body?.innerText ?? '').replaceAll('\u{a0}', ' ');
    addEventListener('error', event => window.moiFaults.push(`error: ${event.message ?? event.target?.src}`), true);
    addEventListener('unhandledrejection', event => window.moiFaults.push(`rejection: ${event.reason}`));
    addEventListener('securitypolicyviolation', event =>
        window.moiFaults.push(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`));";

/// One window with one page.
#[derive(Debug, Clone)]
pub struct Page {
    driver: WebDriver,
    window: WindowHandle,
    name: String,
}

impl Page {
    pub(super) async fn open(
        driver: &WebDriver,
        name: &str,
        url: &str,
        (width, height): (u32, u32),
        before: &str,
    ) -> anyhow::Result<Self> {
        let window = driver.new_window().await?;
        let page = Self { driver: driver.clone(), window, name: name.to_owned() };
        page.go_to_window().await?;
        // The page's own size, without the window's frame, and touch as on a panel.
        let metrics = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        page.command("Emulation.setDeviceMetricsOverride", metrics).await?;
        page.command("Emulation.setTouchEmulationEnabled", json!({"enabled": true})).await?;
        page.command("Page.addScriptToEvaluateOnNewDocument", json!({"source": format!("{NOTE_FAULTS}\n{before}")}))
            .await?;
        page.goto(url).await?;
        Ok(page)
    }

    /// Says whether the page threw an error or broke its own policy since it was loaded.
    ///
    /// # Errors
    /// What it did.
    pub async fn no_faults(&self) -> anyhow::Result<()> {
        let faults = self.run("return window.moiFaults", vec![]).await?;
        ensure!(faults.as_array().is_some_and(Vec::is_empty), "{}: {faults}", self.name);
        Ok(())
    }

    /// Runs a script in the page; its `return` value comes back.
    ///
    /// # Errors
    /// When the script throws.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> anyhow::Result<Value> {
        self.go_to_window().await?;
        let value = self.driver.execute(script, arguments).await.with_context(|| format!("{}: {script}", self.name))?;
        Ok(value.json().clone())
    }

    /// The text that a person sees on the page, with ordinary spaces.
    ///
    /// # Errors
    /// When the window is gone.
    pub async fn text(&self) -> anyhow::Result<String> {
        Ok(self.run("return window.moiWords()", vec![]).await?.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until a script's `return` value is truthy, and hands it out.
    ///
    /// # Errors
    /// When it isn't in time; a picture of the page is kept then, and the error holds its text.
    pub async fn wait_for(&self, what: &str, script: &str, within: Duration) -> anyhow::Result<Value> {
        let begun = Instant::now();
        while begun.elapsed() < within {
            let value = self.run(script, vec![]).await?;
            if !matches!(value, Value::Null | Value::Bool(false)) && value != json!(0) && value != json!("") {
                return Ok(value);
            }
            sleep(LOOK_EVERY).await;
        }
        let picture = self.picture(&format!("missing-{what}")).await.unwrap_or_else(|cause| cause.to_string());
        bail!("{}: no {what} within {within:?}, see {picture}; the page says {:?}", self.name, self.text().await?)
    }

    /// Waits until the page shows a text.
    ///
    /// # Errors
    /// When it doesn't in time.
    pub async fn wait_for_text(&self, text: &str, within: Duration) -> anyhow::Result<()> {
        let script = format!("return window.moiWords().includes({})", json!(text));
        self.wait_for(text, &script, within).await.map(drop)
    }

    /// Waits until the page no longer shows a text.
    ///
    /// # Errors
    /// When it still does in the end.
    pub async fn wait_without_text(&self, text: &str, within: Duration) -> anyhow::Result<()> {
        let script = format!("return !window.moiWords().includes({})", json!(text));
        self.wait_for(&format!("end of {text}"), &script, within).await.map(drop)
    }

    /// From now on notes in the page when it first shows a text, for [`Page::shown_at`].
    ///
    /// # Errors
    /// When the window is gone.
    pub async fn watch_for(&self, text: &str) -> anyhow::Result<()> {
        let script = "const [text] = arguments; window.moiShownAt = 0;
            const look = () => {
                if (!window.moiShownAt && window.moiWords().includes(text)) window.moiShownAt = Date.now();
            };
            new MutationObserver(look).observe(document, {subtree: true, childList: true, characterData: true,
                attributes: true});
            look();";
        self.run(script, vec![json!(text)]).await.map(drop)
    }

    /// When the page first showed the watched text, in milliseconds of the machine's clock.
    ///
    /// # Errors
    /// When it hasn't in time.
    pub async fn shown_at(&self, within: Duration) -> anyhow::Result<f64> {
        let shown = self.wait_for("the watched text", "return window.moiShownAt", within).await?;
        shown.as_f64().context("a time")
    }

    /// Touches the middle of the first visible element that a CSS selector finds, once it is there and lies still.
    ///
    /// # Errors
    /// When it isn't there in time.
    pub async fn touch(&self, selector: &str) -> anyhow::Result<()> {
        let (x, y) = self.middle(selector).await?;
        self.touch_at(x, y).await
    }

    /// Presses long, with a finger that slips by so many pixels before it comes up.
    ///
    /// # Errors
    /// When it isn't there in time.
    pub async fn press_and_slip(&self, selector: &str, hold: Duration, slip: f64) -> anyhow::Result<()> {
        let (x, y) = self.middle(selector).await?;
        self.go_to_window().await?;
        let at = |x: f64| json!([{"x": x, "y": y}]);
        let touch = |kind: &str, points: Value| json!({"type": kind, "touchPoints": points});
        self.command("Input.dispatchTouchEvent", touch("touchStart", at(x))).await?;
        sleep(hold).await;
        self.command("Input.dispatchTouchEvent", touch("touchMove", at(x + slip))).await?;
        self.command("Input.dispatchTouchEvent", touch("touchEnd", json!([]))).await
    }

    /// Touches the same twice, as fast as an impatient finger.
    ///
    /// # Errors
    /// When it isn't there in time.
    pub async fn touch_twice(&self, selector: &str) -> anyhow::Result<()> {
        let (x, y) = self.middle(selector).await?;
        self.touch_at(x, y).await?;
        sleep(Duration::from_millis(60)).await;
        self.touch_at(x, y).await
    }

    /// Puts a finger on a place and takes it away.
    ///
    /// # Errors
    /// When the window is gone.
    pub async fn touch_at(&self, x: f64, y: f64) -> anyhow::Result<()> {
        self.go_to_window().await?;
        let point = json!([{"x": x, "y": y}]);
        self.command("Input.dispatchTouchEvent", json!({"type": "touchStart", "touchPoints": point})).await?;
        sleep(Duration::from_millis(30)).await;
        self.command("Input.dispatchTouchEvent", json!({"type": "touchEnd", "touchPoints": []})).await
    }

    /// Presses a key of the number pad: `0`…`9`, `Enter`, `Backspace`, `Escape`, `Tab`, `F1`, an arrow, `*`, `+`, `-`,
    /// `/`; or a letter's: `a`…`z`.
    ///
    /// # Errors
    /// When the window is gone, or the number pad has no such key.
    pub async fn press(&self, key: &str) -> anyhow::Result<()> {
        self.go_to_window().await?;
        let (code, virtual_key, text) = number_pad(key)?;
        let mut down = json!({"type": "keyDown", "key": key, "code": code, "location": 3, "isKeypad": true,
            "windowsVirtualKeyCode": virtual_key});
        if !text.is_empty() {
            down["text"] = json!(text);
        }
        self.command("Input.dispatchKeyEvent", down).await?;
        let up = json!({"type": "keyUp", "key": key, "code": code, "location": 3, "isKeypad": true,
            "windowsVirtualKeyCode": virtual_key});
        self.command("Input.dispatchKeyEvent", up).await
    }

    /// Types text into whatever has the focus.
    ///
    /// # Errors
    /// When the window is gone.
    pub async fn type_text(&self, text: &str) -> anyhow::Result<()> {
        self.go_to_window().await?;
        self.command("Input.insertText", json!({"text": text})).await
    }

    /// Opens another address in the same window.
    ///
    /// # Errors
    /// When it can't be opened.
    pub async fn goto(&self, url: &str) -> anyhow::Result<()> {
        self.go_to_window().await?;
        self.driver.goto(url).await.with_context(|| format!("open {url}"))?;
        Ok(())
    }

    /// The address that the window shows.
    ///
    /// # Errors
    /// When the window is gone.
    pub async fn url(&self) -> anyhow::Result<String> {
        self.go_to_window().await?;
        Ok(self.driver.current_url().await?.to_string())
    }

    /// Keeps a picture of the page in `tests/output/` and tells its path.
    ///
    /// # Errors
    /// When it can't be written.
    pub async fn picture(&self, of: &str) -> anyhow::Result<String> {
        self.go_to_window().await?;
        let clean: String = of.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).take(60).collect();
        let path = places::output()?.join(format!("{}-{clean}.png", self.name));
        std::fs::write(&path, self.driver.screenshot_as_png().await?)?;
        Ok(path.display().to_string())
    }

    /// How many sheets of A4 the page takes when it is printed. Keeps them in `tests/output/`.
    ///
    /// # Errors
    /// When it can't be printed, or not be written.
    pub async fn printed_sheets(&self) -> anyhow::Result<usize> {
        let wish = json!({"preferCSSPageSize": true, "paperWidth": 8.27, "paperHeight": 11.69});
        let printed = self.tell("Page.printToPDF", wish).await?;
        let printed = printed["data"].as_str().context("a PDF")?;
        let bytes = data_encoding::BASE64.decode(printed.as_bytes()).context("base 64")?;
        std::fs::write(places::output()?.join(format!("{}.pdf", self.name)), &bytes)?;
        // Objects of the kind `/Page`; the one that holds them all is `/Pages`.
        let is_page = |object: &&[u8]| object.starts_with(b"/Type /Page") && object.get(11) != Some(&b's');
        Ok(bytes.windows(12).filter(is_page).count())
    }

    async fn go_to_window(&self) -> anyhow::Result<()> {
        Ok(self.driver.switch_to_window(self.window.clone()).await?)
    }

    async fn command(&self, name: &str, parameters: Value) -> anyhow::Result<()> {
        self.driver.cdp().send_raw(name, parameters).await.with_context(|| format!("{}: {name}", self.name))?;
        Ok(())
    }

    /// Tells the browser's debugger something about this page, and hands out its answer.
    pub(super) async fn tell(&self, name: &str, parameters: Value) -> anyhow::Result<Value> {
        self.go_to_window().await?;
        self.driver.cdp().send_raw(name, parameters).await.with_context(|| format!("{}: {name}", self.name))
    }

    /// From now on the page's requests seem to come from another machine, or no longer.
    ///
    /// # Errors
    /// When the window is gone.
    pub async fn seem_elsewhere(&self, elsewhere: bool) -> anyhow::Result<()> {
        let headers = if elsewhere { json!({"X-Forwarded-For": "192.0.2.7"}) } else { json!({}) };
        self.tell("Network.enable", json!({})).await?;
        self.tell("Network.setExtraHTTPHeaders", json!({"headers": headers})).await.map(drop)
    }

    /// Forgets every session of the browser.
    ///
    /// # Errors
    /// When the window is gone.
    pub async fn forget(&self) -> anyhow::Result<()> {
        self.tell("Network.clearBrowserCookies", json!({})).await.map(drop)
    }

    /// Gives the page another size in CSS pixels: zoomed by 4, a screen of 1280 is one of 320.
    ///
    /// # Errors
    /// When the window is gone.
    pub async fn resize(&self, width: u32, height: u32) -> anyhow::Result<()> {
        let metrics = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        self.tell("Emulation.setDeviceMetricsOverride", metrics).await.map(drop)
    }

    /// The middle of the first visible element of a selector, when it has not moved between two looks.
    async fn middle(&self, selector: &str) -> anyhow::Result<(f64, f64)> {
        let script = format!(
            "const boxes = [...document.querySelectorAll({})].map(part => part.getBoundingClientRect());
             const seen = boxes.find(box => box.width > 0 && box.height > 0);
             if (!seen) return null;
             const at = [seen.x + seen.width / 2, seen.y + seen.height / 2].join();
             const still = window.moiLastAt === at; window.moiLastAt = at; return still ? at : null;",
            json!(selector)
        );
        let at = self.wait_for(selector, &script, Duration::from_secs(10)).await?;
        let (x, y) = at.as_str().and_then(|at| at.split_once(',')).context("a place")?;
        Ok((x.parse()?, y.parse()?))
    }
}

/// The code, the virtual key code and the text of a key of the number pad.
fn number_pad(key: &str) -> anyhow::Result<(String, u32, &str)> {
    Ok(match key {
        "Enter" => ("NumpadEnter".into(), 13, "\r"),
        "Backspace" => ("Backspace".into(), 8, ""),
        "Escape" => ("Escape".into(), 27, ""),
        "Tab" => ("Tab".into(), 9, ""),
        "ArrowLeft" => ("ArrowLeft".into(), 37, ""),
        "ArrowUp" => ("ArrowUp".into(), 38, ""),
        "ArrowRight" => ("ArrowRight".into(), 39, ""),
        "ArrowDown" => ("ArrowDown".into(), 40, ""),
        "F1" => ("F1".into(), 112, ""),
        "*" => ("NumpadMultiply".into(), 106, "*"),
        "/" => ("NumpadDivide".into(), 111, "/"),
        "+" => ("NumpadAdd".into(), 107, "+"),
        "-" => ("NumpadSubtract".into(), 109, "-"),
        digit if digit.len() == 1 && digit.as_bytes()[0].is_ascii_digit() => {
            (format!("Numpad{digit}"), 96 + u32::from(digit.as_bytes()[0] - b'0'), digit)
        }
        letter if letter.len() == 1 && letter.as_bytes()[0].is_ascii_lowercase() => {
            (format!("Key{}", letter.to_uppercase()), u32::from(letter.to_uppercase().as_bytes()[0]), letter)
        }
        _ => bail!("there is no key {key:?}"),
    })
}
