//! What axe-core says of a page: rules of WCAG 2.2 A and AA, and the best practice beside them.

use std::time::Duration;

use anyhow::{Context, ensure};
use serde_json::{Value, json};

use super::Page;

/// The judge, put into the page by the browser's debugger: the pages' own policy lets no such script in.
const AXE: &str = include_str!("../../vendor/axe-core/axe.min.js");

/// The rules that a page is judged by.
const SETS: [&str; 7] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/// Nothing on a page moves for longer than this after a step, but for what moves on and on.
const STILL_WITHIN: Duration = Duration::from_secs(5);

/// Whether all that moves and ends has ended: a colour on its way has another contrast.
const IS_STILL: &str = "return document.getAnimations().every(one =>
    one.playState !== 'running' || one.effect.getComputedTiming().iterations === Infinity)";

impl Page {
    /// The page as it is for whoever asked the system to keep still, from now on.
    ///
    /// # Errors
    /// When the window is gone.
    pub async fn keep_still(&self) -> anyhow::Result<()> {
        let feature = json!({"features": [{"name": "prefers-reduced-motion", "value": "reduce"}]});
        self.tell("Emulation.setEmulatedMedia", feature).await.map(drop)
    }

    /// Waits until all that moves on the page has come to its end.
    ///
    /// # Errors
    /// When something still moves.
    pub async fn at_rest(&self) -> anyhow::Result<()> {
        self.wait_for("rest", IS_STILL, STILL_WITHIN).await.map(drop)
    }

    /// What breaks a rule now, one line each: empty on a page for everybody. `without` are rules not to judge by.
    ///
    /// # Errors
    /// When the page does not come to rest, or can't be judged.
    pub async fn judge(&self, without: &[&str]) -> anyhow::Result<Vec<String>> {
        self.at_rest().await?;
        if self.run("return window.axe === undefined", vec![]).await? == json!(true) {
            self.tell("Runtime.evaluate", json!({"expression": AXE, "returnByValue": false})).await?;
        }
        let off: serde_json::Map<String, Value> =
            without.iter().map(|rule| ((*rule).to_owned(), json!({"enabled": false}))).collect();
        let options = json!({"runOnly": {"type": "tag", "values": SETS}, "rules": off, "resultTypes": ["violations"]});
        let expression = format!(
            "axe.run(document, {options}).then(({{ violations, passes }}) => ({{
            passes: passes.length,
            found: violations.flatMap(({{ id, nodes }}) => nodes.map(({{ target, failureSummary }}) =>
                `${{id}} at ${{target.join(' ')}}: ${{failureSummary.replaceAll(/\\s+/g, ' ')}}`)),
        }}))"
        );
        let parameters = json!({"expression": expression, "awaitPromise": true, "returnByValue": true});
        let said = self.tell("Runtime.evaluate", parameters).await?;
        let value = &said["result"]["value"];
        // A judge that finds no rule to judge by would find no fault either.
        ensure!(value["passes"].as_u64() > Some(5), "axe judged nothing: {said}");
        let found = value["found"].as_array().with_context(|| format!("axe said {said}"))?;
        Ok(found.iter().filter_map(Value::as_str).map(str::to_owned).collect())
    }
}
