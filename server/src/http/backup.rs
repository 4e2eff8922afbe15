//! `/office/backup`: a copy of everything, now.

use actix_web::{HttpResponse, web};
use serde::Serialize;
use utoipa::ToSchema;

use super::Problem;
use crate::app::App;
use crate::auth::Administrator;

/// A backup that is whole.
#[derive(Debug, Serialize, ToSchema)]
pub struct BackupMade {
    /// Its name in the folder for backups.
    file: String,
}

/// Backs the office up at once, into the folder of the set-up; within a minute there is one, however often it is asked.
#[utoipa::path(
    post, path = "/api/v1/office/backup", tag = "office",
    responses(
        (status = 200, body = BackupMade), (status = 404, description = "A rehearsal, of which nothing is kept"),
        (status = 503, description = "The folder is not there, or the journal is damaged")
    )
)]
pub async fn make(app: web::Data<App>, _who: Administrator) -> Result<HttpResponse, Problem> {
    let file = app.back_up().await?;
    tracing::info!(%file, "the office is backed up, as an administrator asked");
    Ok(HttpResponse::Ok().json(BackupMade { file }))
}
