//! No page is forgotten.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use moi_tests::{Office, places};

use super::{axe_boards, axe_citizens, axe_set_up, axe_staff};
use crate::pages::PAGES;

#[test]
fn every_page_is_walked_through() {
    let all = axe_boards::rows().chain(axe_citizens::rows()).chain(axe_staff::rows()).chain(axe_set_up::rows());
    let walked: BTreeSet<&str> = all.map(|row| row.page).collect();
    let pages: BTreeSet<&str> = PAGES.into_iter().collect();
    assert_eq!(walked, pages, "each page has rows in one of the tables, and each row has a page");
}

#[tokio::test]
async fn every_folder_of_a_page_is_in_the_list_of_pages() -> Result<()> {
    let office = Office::start().await?;
    let mut served = String::new();
    for page in PAGES {
        served += &office.nobody()?.get(page).await?.expect_status(200)?.text();
    }
    for entry in std::fs::read_dir(places::root().join("server/web"))? {
        let folder = entry?.path();
        if folder.join("index.html").is_file() {
            let name = folder.file_name().context("a name")?.to_string_lossy().into_owned();
            ensure!(served.contains(&format!("/web/{name}/")), "no address in PAGES leads to server/web/{name}");
        }
    }
    office.close().await
}
