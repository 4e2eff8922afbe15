//! The set-up's pages and the record of changes in each of their states: no rule is broken.

use anyhow::Result;
use moi_tests::{Office, Role};

use super::walk::Deed::{SignIn, SignOut, Take};
use super::walk::Step::{Do, Open, OpenElsewhere, Run, See, Size};
use super::walk::{Row, Step, Walk};
use crate::pictures_by_browser::GIVE_PICTURE;

const fn row(page: &'static str, state: &'static str, steps: &'static [Step]) -> Row {
    Row { page, state, steps }
}

/// Nothing is typed that a real person types, so that no page asks before it is left.
const SET_UP: &[Row] = &[
    row(
        "/admin/set-up",
        "nobody signed in",
        &[Size(1366, 768), Do(SignOut), OpenElsewhere("/admin/set-up"), See("main[data-state=refused]")],
    ),
    row("/admin/set-up", "overview", &[Do(SignIn(Role::Administrator)), Open("/admin/set-up"), See(".cards")]),
    row("/admin/set-up", "overview on a phone", &[Size(390, 844)]),
    row("/admin/set-up", "week", &[Size(1366, 768), Open("/admin/set-up/hours"), See(".week")]),
    row("/admin/set-up", "holidays", &[Run("document.querySelector('.proposal').open = true"), See(".proposal li")]),
    row("/admin/set-up", "rules", &[Open("/admin/set-up/rules"), See("[data-part=leaving]")]),
    row("/admin/set-up", "office", &[Open("/admin/set-up/office"), See("[data-key='office.languages']")]),
    row(
        "/admin/set-up",
        "counter",
        &[
            Open("/admin/set-up/counters"),
            See(".entry .toggle"),
            Run("document.querySelector('.entry .toggle').click()"),
            See("[data-key='counters.0.services']"),
        ],
    ),
    row(
        "/admin/set-up",
        "slide",
        &[
            Open("/admin/set-up/slides"),
            See(".entry .toggle"),
            Run("document.querySelector('.entry .toggle').click()"),
            See(".slide"),
        ],
    ),
    row(
        "/admin/set-up",
        "slide with a picture, and one without words",
        &[
            Run(GIVE_PICTURE),
            Run("window.moiGive('new-slide', 'choose', 'image/png', [640, 400])"),
            See("[data-key='slides.1.picture'] img"),
            Run("document.querySelector('[data-action=review]').click()"),
            See(".troubles li"),
        ],
    ),
    row(
        "/admin/set-up",
        "file that is no picture",
        &[Run("window.moiGive('new-slide', 'choose', 'text/plain', [640, 400])"), See("[data-place=new-slide] .wrong")],
    ),
    row(
        "/admin/set-up",
        "picture that is not used",
        &[Run("document.querySelector('[data-entry=\"slides.1\"] [data-action=remove]').click()"), See(".unused img")],
    ),
    row(
        "/admin/set-up",
        "logo",
        &[
            Open("/admin/set-up/office"),
            See("[data-place='office.logo'] input"),
            Run(GIVE_PICTURE),
            Run("window.moiGive('office.logo', 'choose', 'image/png', [640, 400])"),
            See("[data-key='office.logo'] .grounds img"),
        ],
    ),
    row("/admin/set-up", "backups", &[Open("/admin/set-up/keeping"), See("[data-action=back-up]")]),
    row("/admin/set-up", "file", &[Open("/admin/set-up/file"), See("[data-field=paste]")]),
    row(
        "/admin/set-up",
        "file with a mistake",
        &[
            Run("const area = document.querySelector('[data-field=paste]');
                area.value = '[office]'; area.dispatchEvent(new Event('input'));
                document.querySelector('[data-action=compare]').click();"),
            See(".troubles li"),
        ],
    ),
    row(
        "/admin/set-up/services",
        "new service with mistakes",
        &[
            Do(Take("E")),
            Open("/admin/set-up/services"),
            See("[data-action=add-services]"),
            Run("document.querySelector('[data-action=add-services]').click()"),
            See("[data-action=review]"),
            Run("document.querySelector('[data-action=review]').click()"),
            See(".troubles li"),
        ],
    ),
    row(
        "/admin/set-up/services",
        "what changes, and who would be stranded",
        &[
            Run("document.querySelector('[data-entry=\"services.8\"] [data-action=remove]').click();
                document.querySelector('[data-entry=\"services.3\"] [data-action=remove]').click();"),
            See("[data-action=put-back]"),
            Run("document.querySelector('[data-action=review]').click()"),
            See("dialog[open] .refusal"),
        ],
    ),
    row("/admin/audit", "record", &[Open("/admin/audit"), See("main[data-state=shown]")]),
    row("/admin/audit", "record on a phone", &[Size(390, 844)]),
];

pub fn rows() -> impl Iterator<Item = &'static Row> {
    SET_UP.iter()
}

fn none(_: &Row) -> &'static [&'static str] {
    &[]
}

#[tokio::test]
async fn the_set_up_and_the_record_of_changes_break_no_rule_in_any_state_language_or_theme() -> Result<()> {
    let office = Office::builder().bare().start().await?;
    Walk::begin("axe-set-up", office, 4).await?.judge(SET_UP, none).await
}
