//! `/office/backup`: a copy of everything, now.

use actix_web::{HttpResponse, web};
use serde::Serialize;
use utoipa::ToSchema;

use super::Problem;
use crate::app::App;
use crate::auth::Administrator;
use crate::copies::{CopyError, Copying};

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
    let copying: Copying = app.copying.clone().ok_or_else(Problem::not_found)?;
    let now = (app.clock)();
    // Reading ten years takes a small board some ten seconds: off the async threads.
    let made = tokio::task::spawn_blocking(move || copying.copy_now(now)).await.map_err(|_| Problem::stopping())?;
    match made {
        Ok(path) => {
            let file = path.file_name().unwrap_or_default().display().to_string();
            tracing::info!(%file, "the office is backed up, as an administrator asked");
            Ok(HttpResponse::Ok().json(BackupMade { file }))
        }
        Err(error) => {
            tracing::error!(%error, "the office could not be backed up");
            let damaged = matches!(error, CopyError::Journal(_)) && app.soundness.damage().is_some();
            Err(if damaged { Problem::journal_damaged() } else { Problem::backup_failed() })
        }
    }
}
