//! The staff's pages in each of their states: no rule is broken.

use anyhow::Result;
use moi_tests::{Office, Role};

use super::walk::Deed::{Book, Counter, SignIn, SignOut, Take};
use super::walk::Step::{Do, Open, OpenElsewhere, Press, Run, See, Size, Touch, Type};
use super::walk::{Row, Step, Walk};
use crate::SHIPPED;
use crate::appointments::all_day;

const fn row(page: &'static str, state: &'static str, steps: &'static [Step]) -> Row {
    Row { page, state, steps }
}

pub const SIGN_IN: &[Row] = &[
    row("/sign-in", "plain", &[Size(1366, 768), Open("/sign-in"), See("[data-counter]")]),
    row(
        "/sign-in",
        "short PIN",
        &[
            Run("document.querySelector('[data-field=officer]').focus()"),
            Press("1"),
            See("[data-field=pin]:focus"),
            Press("1"),
            Press("Enter"),
            See("[data-problem=short-pin]"),
        ],
    ),
    row(
        "/sign-in",
        "wrong PIN",
        &[
            Type("11111"),
            Press("Enter"),
            Run("document.querySelector('[data-action=start]')?.click()"),
            See("[data-problem]:not([data-problem=short-pin])"),
        ],
    ),
];

/// Where the office has a directory; it is not asked here.
const SIGN_IN_BY_DIRECTORY: &[Row] = &[
    row("/sign-in", "with a directory", &[Size(1366, 768), Open("/sign-in"), See("[data-action=directory]")]),
    row(
        "/sign-in",
        "back and refused",
        &[Open("/sign-in/directory?error=none&state=none"), See("[data-problem=refused]")],
    ),
];

pub const DESK: &[Row] = &[
    row("/desk", "nobody signed in", &[Size(1366, 768), Open("/desk"), See("[data-field=officer]")]),
    row("/desk", "counters", &[Do(SignIn(Role::Officer)), Open("/desk?choose"), See(".counters [data-counter]")]),
    row("/desk/3", "unknown counter", &[Open("/desk/99"), See("[data-state=unknown]")]),
    row("/desk/3", "closed", &[Open("/desk/4"), See("[data-key=Enter]")]),
    row("/desk/3", "nobody waits", &[Do(Counter("open")), See("[data-key=Enter][data-command=next]")]),
    row("/desk/3", "people wait", &[Do(Take("D")), Do(Take("D")), Do(Take("E")), See("[data-ticket]")]),
    row("/desk/3", "menu", &[Touch("summary[data-action=menu]"), See("details[open]")]),
    row("/desk/3", "called", &[Press("Escape"), Do(Counter("next")), See("[data-key=Enter][data-command=start]")]),
    row("/desk/3", "serving", &[Do(Counter("start")), See("[data-key='6'][aria-disabled=false]")]),
    row("/desk/3", "list", &[Press("6"), See("[data-chooser=outcome]")]),
    row("/desk/3", "list of transfers", &[Press("Escape"), Press("3"), See("[data-chooser=transfer]")]),
    row("/desk/3", "note", &[Press("Escape"), Press("-"), See("[data-field=note]:focus")]),
    row("/desk/3", "idle key", &[Press("Escape"), Press("2"), See(".idle-key")]),
    row("/desk/3", "pause", &[Do(Counter("finish")), Do(Counter("pause")), See("[data-state=paused]")]),
    row("/desk/3", "left", &[Do(Counter("close")), See("main"), Do(SignOut)]),
];

pub const RECEPTION: &[Row] = &[
    row("/reception", "door", &[Size(1366, 768), Do(SignOut), Open("/reception"), See("[data-state=door]")]),
    row("/reception", "empty", &[Do(SignIn(Role::Receptionist)), Open("/reception"), See("[data-action=outage]")]),
    row("/reception", "service chosen", &[Press("a"), See("[data-service=A][aria-pressed=true]")]),
    row("/reception", "number given", &[Press("Enter"), See("[data-given]")]),
    row("/reception", "taking back", &[Press("Backspace"), See("[data-given]")]),
    row("/reception", "somebody's row", &[Do(Take("D")), See("[data-ticket]"), Touch("[data-ticket] .person")]),
    row("/reception", "menu", &[Touch("details.account summary"), See("details[open]")]),
    row(
        "/reception",
        "appointments",
        &[Do(Book), Touch("details.account summary"), Touch("[data-action=appointments]"), See("dialog[open]")],
    ),
    row(
        "/reception",
        "booking",
        &[Touch("dialog[open] [data-action=book]"), See("dialog[open] [data-action=book-back]")],
    ),
    row(
        "/reception",
        "numbers of an outage",
        &[
            Open("/reception"),
            See("[data-action=outage]"),
            Touch("[data-action=outage]"),
            See("dialog[open] #outage-last"),
        ],
    ),
    row("/reception", "wrong number of an outage", &[Type("99999"), Press("Enter"), See("dialog[open]")]),
    row("/roll", "sheets", &[Size(1100, 1400), Open("/roll"), See(".sheet [data-number]")]),
];

const ADMIN: &[Row] = &[
    row(
        "/admin",
        "nobody signed in",
        &[Size(1280, 900), Do(SignOut), OpenElsewhere("/admin"), See("[data-action=sign-in]")],
    ),
    row("/admin/order", "nobody signed in", &[Open("/admin/order"), See("main[data-state=refused]")]),
    row("/admin/preview", "nobody signed in", &[Open("/admin/preview"), See("main[data-state=refused]")]),
    row("/admin", "state", &[Do(SignIn(Role::Administrator)), Open("/admin"), See("[data-part]")]),
    row("/admin", "state on a phone", &[Size(390, 844)]),
    row("/admin/order", "day", &[Size(1280, 900), Open("/admin/order"), See("main[data-state=shown]")]),
    row("/admin/order", "day on a phone", &[Size(390, 844)]),
    row("/admin/preview", "rules", &[Size(1280, 900), Open("/admin/preview"), See("main[data-state=ready]")]),
    row(
        "/admin/preview",
        "mistake in a rule",
        &[Run("const field = document.querySelector('[data-rule=\"priorities.elderly.head_start_minutes\"]');
            field.value = 'many'; field.dispatchEvent(new Event('input'));")],
    ),
    row(
        "/admin/preview",
        "outcome",
        &[
            Run("const field = document.querySelector('[data-rule=\"priorities.elderly.head_start_minutes\"]');
            field.value = '0'; field.dispatchEvent(new Event('input'));
            document.querySelector('[data-action=try]').click()"),
            See("main[data-state=shown]"),
        ],
    ),
    row(
        "/admin/preview",
        "mistakes in a set-up",
        &[
            Run("const area = document.querySelector('[data-field=config]');
            area.value = '[office]\\nlanguages = 3'; area.dispatchEvent(new Event('input'));
            document.querySelector('[data-action=try]').click()"),
            See("main[data-state=wrong]"),
        ],
    ),
    row("/api", "document", &[Open("/api"), See("rapi-doc"), Run("await new Promise(done => setTimeout(done, 3000))")]),
];

/// Who may sign in, where, and on which machines.
const PEOPLE: &[Row] = &[
    row(
        "/admin/people",
        "nobody signed in",
        &[Size(1280, 900), Do(SignOut), Open("/admin/people"), See("main[data-state=refused]")],
    ),
    row("/account", "nobody signed in", &[Open("/account"), See("main[data-state=refused]")]),
    row("/set-up", "office that is set up", &[Open("/set-up"), See("main, h1")]),
    row("/pair", "kinds of devices", &[Open("/pair"), See("[data-role]")]),
    row("/pair", "code of a device", &[Open("/pair?role=wall"), See("main.pair:not([data-state=choose])")]),
    row(
        "/account",
        "account",
        &[Do(SignIn(Role::Officer)), Open("/account"), See("main.listed:not([data-state=asking])")],
    ),
    row("/admin/people", "people", &[Do(SignIn(Role::Administrator)), Open("/admin/people"), See("[data-person]")]),
    row("/admin/people", "question", &[Touch("[data-person] .doings button"), See("[data-action=yes]")]),
    row("/admin/devices", "devices", &[Open("/admin/devices"), See("[data-field=code]")]),
    row(
        "/admin/devices",
        "wrong code",
        &[Run("document.querySelector('[data-field=code]').focus()"), Type("AAAA"), Touch("[data-action=admit]")],
    ),
];

pub fn rows() -> impl Iterator<Item = &'static Row> {
    [SIGN_IN, DESK, RECEPTION, ADMIN, PEOPLE].into_iter().flatten()
}

/// The API's page is drawn by a viewer of others, which has one landmark without a name beside another.
fn viewer(row: &Row) -> &'static [&'static str] {
    if row.page == "/api" { &["landmark-unique"] } else { &[] }
}

/// What an open menu lies over is no target until it is closed again.
fn under_a_menu(row: &Row) -> &'static [&'static str] {
    if row.state == "menu" { &["target-size"] } else { &[] }
}

fn none(_: &Row) -> &'static [&'static str] {
    &[]
}

#[tokio::test]
async fn the_sign_in_page_breaks_no_rule_in_any_state_language_or_theme() -> Result<()> {
    Walk::begin("axe-sign-in", Office::start().await?, 4).await?.judge(SIGN_IN, none).await
}

#[tokio::test]
async fn the_sign_in_page_of_an_office_with_a_directory_breaks_no_rule_in_any_state_language_or_theme() -> Result<()> {
    let table = "[directory]\nissuer = \"http://127.0.0.1:1\"\nclient_id = \"moi\"\nname.vi = \"Tài khoản tỉnh\"\n\
        name.en = \"Province account\"\n";
    let office = Office::builder().config(&format!("{SHIPPED}\n{table}")).start().await?;
    Walk::begin("axe-directory", office, 4).await?.judge(SIGN_IN_BY_DIRECTORY, none).await
}

#[tokio::test]
async fn the_desk_breaks_no_rule_in_any_state_language_or_theme() -> Result<()> {
    Walk::begin("axe-desk", Office::start().await?, 4).await?.judge(DESK, under_a_menu).await
}

#[tokio::test]
async fn the_reception_breaks_no_rule_in_any_state_language_or_theme() -> Result<()> {
    let office = Office::builder().config(&all_day(&[]).await?).start().await?;
    Walk::begin("axe-reception", office, 4).await?.judge(RECEPTION, under_a_menu).await
}

#[tokio::test]
async fn the_administrator_s_pages_break_no_rule_in_any_state_language_or_theme() -> Result<()> {
    let office = Office::start().await?;
    let kiosk = office.kiosk()?;
    kiosk.take_ticket("D").await?;
    kiosk.take_priority_ticket("D", "elderly").await?;
    let walk = Walk::begin("axe-admin", office, 4).await?;
    walk.desk.open().await?;
    walk.desk.next().await?;
    walk.judge(ADMIN, viewer).await
}

#[tokio::test]
async fn pages_about_people_and_devices_break_no_rule_in_any_state_language_or_theme() -> Result<()> {
    Walk::begin("axe-people", Office::start().await?, 4).await?.judge(PEOPLE, none).await
}
