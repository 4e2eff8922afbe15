//! Boards over the hall in each of their states: no rule is broken.

use anyhow::Result;
use moi_tests::Office;

use super::walk::Deed::{Counter, Take};
use super::walk::Step::{Do, Open, See, Size};
use super::walk::{Row, Step, Walk};

const fn row(page: &'static str, state: &'static str, steps: &'static [Step]) -> Row {
    Row { page, state, steps }
}

const BOARDS: &[Row] = &[
    row("/wall", "idle", &[Size(1920, 1080), Open("/wall"), See(".hero, .idle, main")]),
    row("/counter/3", "closed", &[Size(1280, 800), Open("/counter/4"), See(".display.resting")]),
    row("/counter/3", "open", &[Do(Counter("open")), See(".display .open")]),
    row("/counter/3", "calling", &[Do(Take("D")), Do(Counter("next")), See(".display .calling")]),
    row(
        "/wall",
        "calling",
        &[
            Size(1920, 1080),
            Open("/wall"),
            See("[data-call], .cell, ol"),
            Do(Take("D")),
            Do(Counter("next")),
            See(".hero.calling"),
        ],
    ),
    row("/counter/3", "serving", &[Size(1280, 800), Open("/counter/4"), Do(Counter("start")), See(".display .num")]),
    row("/counter/3", "paused", &[Do(Counter("finish")), Do(Counter("pause")), See(".display.resting")]),
    row("/wall", "paused", &[Size(1920, 1080), Open("/wall"), See("main"), Do(Counter("close"))]),
];

pub fn rows() -> impl Iterator<Item = &'static Row> {
    BOARDS.iter()
}

#[tokio::test]
async fn the_boards_break_no_rule_in_any_state_language_or_theme() -> Result<()> {
    Walk::begin("axe-boards", Office::start().await?, 4).await?.judge(BOARDS, |_| &[]).await
}
