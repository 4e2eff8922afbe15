//! Citizens' pages in each of their states: no rule is broken.

use anyhow::Result;
use moi_tests::Office;

use super::walk::Deed::{Book, Counter, Take};
use super::walk::Step::{Do, Later, Open, OpenElsewhere, Press, Run, See, Size, Touch, TouchDigits, Type};
use super::walk::{Row, Walk};
use crate::appointments::all_day;

const fn row(page: &'static str, state: &'static str, steps: &'static [super::walk::Step]) -> Row {
    Row { page, state, steps }
}

/// The kiosk, upright.
pub const KIOSK: &[Row] = &[
    row("/kiosk", "choose", &[Size(1080, 1920), Open("/kiosk"), See("[data-state=start] [data-action=take]")]),
    row("/kiosk", "service", &[Touch("[data-action=take]"), See("[data-state=service]")]),
    row("/kiosk", "language", &[Touch("[data-action=open-languages]"), See("[data-state=language]")]),
    row(
        "/kiosk",
        "documents",
        &[
            Touch("[data-action=back]"),
            Touch("[data-action=choose-service][data-service=C]"),
            See("[data-state=documents]"),
        ],
    ),
    row("/kiosk", "adding", &[Touch("[data-action=add-service]"), See("[data-adding]")]),
    row(
        "/kiosk",
        "together",
        &[Touch("[data-action=choose-service][data-service=A]"), Touch("[data-action=go-on]"), See("[data-chosen=A]")],
    ),
    row("/kiosk", "cases", &[Touch("[data-action=take-number]"), See("[data-state=cases]")]),
    row("/kiosk", "priority", &[Touch("[data-action=cases-said]"), See("[data-state=priority]")]),
    row("/kiosk", "time-out", &[Later(61_000), See("[data-state=time-out]")]),
    row(
        "/kiosk",
        "ticket",
        &[Touch("[data-action=still-here]"), Touch(".big-button[data-action=choose-priority]"), See("[data-number]")],
    ),
    row(
        "/kiosk",
        "appointment",
        &[Touch("[data-action=done]"), Touch("[data-action=have-appointment]"), See("[data-state=appointment]")],
    ),
    row(
        "/kiosk",
        "appointment unknown",
        &[TouchDigits("000000"), Touch("[data-action=check-in]"), See("[data-action=check-in]:disabled")],
    ),
    row("/kiosk", "help", &[Run("dispatchEvent(new ErrorEvent('error'))"), See("[data-state=help]")]),
    row(
        "/kiosk",
        "offline",
        &[
            Run("window.fetch = () => Promise.reject(new TypeError('no way to the server'))"),
            Touch("[data-action=back]"),
            Touch("[data-action=take]"),
            Touch("[data-service=D]"),
            Touch("[data-action=take-number]"),
            Touch(".big-button[data-action=choose-priority]"),
            See("[data-state=offline]"),
        ],
    ),
    row(
        "/kiosk",
        "ticket on its way",
        &[
            Run("window.fetch = () => new Promise(() => {})"),
            Touch("[data-action=ask-documents]"),
            Touch("[data-action=back]"),
            Touch("[data-action=take]"),
            Touch("[data-service=E]"),
            Touch("[data-action=take-number]"),
            Touch(".big-button[data-action=choose-priority]"),
            See("[data-state=issuing]"),
        ],
    ),
    row("/kiosk", "not paired", &[OpenElsewhere("/kiosk"), See("[data-state=unpaired]")]),
];

pub const PHONE: &[Row] = &[
    row("/t/x", "unknown", &[Size(390, 844), Open("/t/AAAAAAAAAAAAAAAA"), See("[data-state=unknown]")]),
    row("/t/x", "waiting", &[Do(Take("C")), Do(Take("D")), Open("/t/{ticket}"), See("[data-action=contact-open]")]),
    row("/t/x", "phone number", &[Touch("[data-action=contact-open]"), See("[data-form=contact]")]),
    row(
        "/t/x",
        "phone number refused",
        &[Type("12"), Press("Enter"), See("#contact-failed:not(:empty)[role=alert]"), See("[aria-invalid=true]")],
    ),
    row(
        "/t/x",
        "giving back",
        &[Touch("[data-action=contact-close]"), Touch("[data-action=ask-cancel]"), See("[data-action=keep]")],
    ),
    row(
        "/t/x",
        "called",
        &[Touch("[data-action=keep]"), Do(Counter("open")), Do(Counter("next")), See("[data-state=called]")],
    ),
    row("/t/x", "serving", &[Do(Counter("start")), See("[data-state=serving]")]),
    row("/t/x", "over", &[Do(Counter("finish")), See("[data-state=done]")]),
    row(
        "/t/x",
        "aside",
        &[Do(Take("D")), Open("/t/{ticket}"), Do(Counter("next")), Do(Counter("park")), See("[data-state=parked]")],
    ),
    row(
        "/t/x",
        "given back",
        &[
            Do(Counter("close")),
            Touch("[data-action=ask-cancel]"),
            Touch("[data-action=cancel]"),
            See("[data-state=cancelled]"),
        ],
    ),
];

pub const APPOINTMENT: &[Row] = &[
    row("/a/x", "unknown", &[Size(390, 844), Open("/a/0000000000000000"), See("[data-state=unknown]")]),
    row("/a/x", "booked", &[Do(Book), Open("/a/{appointment}"), See("[data-state=booked]")]),
    row("/a/x", "giving back", &[Touch("[data-action=ask-cancel]"), See("[data-action=keep]")]),
    row("/a/x", "given back", &[Touch("[data-action=cancel]"), See("[data-state=cancelled]")]),
    row("/book", "day", &[Open("/book"), See("[data-day]")]),
    row("/book", "time", &[Touch("[data-day]:not(:disabled)"), See("[data-time]")]),
    row("/book", "check", &[Touch("[data-time]:nth-of-type(9)"), See("[data-state=check]")]),
    row("/book", "booked", &[Touch("[data-action=book]"), See("[data-state=booked]")]),
    row("/", "hall", &[Size(1366, 768), Open("/"), See("[data-waiting]")]),
];

/// Closed all day.
const CLOSED: &[Row] = &[
    row("/kiosk", "closed", &[Size(1080, 1920), Open("/kiosk"), See("[data-state=closed]")]),
    row("/kiosk", "closed, on its side", &[Size(1280, 800)]),
    row("/book", "no booking", &[Size(390, 844), Open("/book"), See("[data-state=offline]")]),
    row("/", "closed", &[Size(390, 844), Open("/"), See("[data-waiting]")]),
];

/// One ticket a day: whoever comes first in the walk gets it.
const FULL: &[Row] = &[
    row(
        "/kiosk",
        "service that may be full",
        &[Size(1080, 1920), Open("/kiosk"), Touch("[data-action=take]"), See("[data-state=service]")],
    ),
    row(
        "/kiosk",
        "last ticket",
        &[
            Touch("[data-service=A]"),
            Touch("[data-action=take-number]"),
            Touch(".big-button[data-action=choose-priority]"),
            See("[data-number], [data-state=full]"),
        ],
    ),
    row(
        "/kiosk",
        "full",
        &[
            Touch("[data-action=done]"),
            Touch("[data-action=take]"),
            See("[data-service=A].full"),
            Touch("[data-service=A]"),
            Touch("[data-action=take-number]"),
            Touch(".big-button[data-action=choose-priority]"),
            See("[data-state=full]"),
        ],
    ),
];

pub fn rows() -> impl Iterator<Item = &'static Row> {
    [KIOSK, PHONE, APPOINTMENT, CLOSED, FULL].into_iter().flatten()
}

fn none(_: &Row) -> &'static [&'static str] {
    &[]
}

#[tokio::test]
async fn the_kiosk_breaks_no_rule_in_any_state_language_or_theme() -> Result<()> {
    let config =
        all_day(&[]).await?.replacen("name.vi = \"Chứng thực\"", "ask_cases = true\nname.vi = \"Chứng thực\"", 1);
    let office = Office::builder().config(&config).start().await?;
    Walk::begin("axe-kiosk", office, 4).await?.judge(KIOSK, none).await
}

#[tokio::test]
async fn the_phone_page_breaks_no_rule_in_any_state_language_or_theme() -> Result<()> {
    let office = Office::start().await?;
    Walk::begin("axe-phone", office, 4).await?.judge(PHONE, none).await
}

#[tokio::test]
async fn booking_and_the_start_page_break_no_rule_in_any_state_language_or_theme() -> Result<()> {
    let office = Office::builder().config(&all_day(&[]).await?).start().await?;
    Walk::begin("axe-booking", office, 4).await?.judge(APPOINTMENT, none).await
}

#[tokio::test]
async fn pages_of_a_closed_office_break_no_rule() -> Result<()> {
    let config = crate::hours::open_each_day("");
    let office = Office::builder().config(&config).start().await?;
    Walk::begin("axe-closed", office, 4).await?.judge(CLOSED, none).await
}

#[tokio::test]
async fn a_kiosk_without_more_tickets_breaks_no_rule() -> Result<()> {
    let quota = crate::SHIPPED.replacen("usual_minutes = 12", "usual_minutes = 12\ndaily_quota = 1", 1);
    let office = Office::builder().config(&quota).start().await?;
    Walk::begin("axe-full", office, 4).await?.judge(FULL, none).await
}
