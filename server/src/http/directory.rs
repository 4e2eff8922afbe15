//! `/sessions/directory`: signing in by a directory elsewhere.
//!
//! The directory leads the browser back to a page of the office's own, which changes nothing by itself: its script
//! sends what it brought, as a request of this very site. So the office's cookies may be `SameSite=Strict`, which a
//! browser that comes from elsewhere does not show with the page, and a link of somebody else's signs nobody in.

use actix_web::{HttpRequest, HttpResponse, web};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::cookies::{keep, removed};
use super::{Body, Problem, clean, reader_language, sessions};
use crate::app::App;
use crate::auth::{
    AccessError, Anyone, DirectoryAttempt, SignedIn, Vouched, Whence, address, client_of, directory_cookie, paired_id,
};
use crate::directory::{DirectoryError, LASTS, Returned, Said, Wish};

/// The page to which a directory leads back; it must know this address.
pub(super) const BACK_AT: &str = "/sign-in/directory";

/// Characters of what a directory gives: a code of one that keeps nothing has some thousand.
const GIVEN_MAX: usize = 4_000;
/// Of a state, which the office makes, of a code of the second factor, and of a directory's address.
const STATE_MAX: usize = 100;
const CODE_MAX: usize = 40;
const ISSUER_MAX: usize = 200;

/// A try that was begun.
#[derive(Debug, Serialize, ToSchema)]
pub struct DirectoryTry {
    /// The directory's page, to which the browser goes.
    address: String,
}

/// What the directory led back with.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DirectoryAnswer {
    /// Names the try.
    state: String,
    /// What the directory gave.
    code: Option<String>,
    /// Or why it gave nothing.
    #[schema(example = "access_denied")]
    error: Option<String>,
    /// Which directory says so, where it does (RFC 9207).
    iss: Option<String>,
    /// Or, once it was asked for, a code of the office's own second factor.
    #[schema(example = "287082")]
    second_factor: Option<String>,
}

/// Begins to sign in by the directory: the browser goes to the address, and gets a cookie by which it is known again.
#[utoipa::path(
    post, path = "/api/v1/sessions/directory", tag = "sessions", security(()),
    responses(
        (status = 201, body = DirectoryTry), (status = 404, description = "There is no directory"),
        (status = 429, description = "Too many tries from this address"),
        (status = 503, description = "The directory can't be reached, or not be used as it is set up")
    )
)]
pub async fn begin(app: web::Data<App>, _who: Anyone, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let office = app.office();
    let directory = directory_of(&app, &office)?;
    app.doors.limits.sign_in(address(&request)).map_err(Problem::too_often)?;
    let language = reader_language(&request, &app);
    let wish = Wish { back_at: back_at(&request)?, language, address: address(&request) };
    let begun = app.directory.begin(directory, wish).await?;
    let cookie = keep(directory_cookie(&request), begun.binding, LASTS);
    Ok(HttpResponse::Created().cookie(cookie).json(DirectoryTry { address: begun.address }))
}

/// Signs in by what the directory led back with; the answer sets the session's cookie. A session that the browser had
/// ends.
#[utoipa::path(
    put, path = "/api/v1/sessions/directory", tag = "sessions", security(()), request_body = DirectoryAnswer,
    responses(
        (status = 201, body = sessions::CurrentSession),
        (status = 401, description = "A code of the second factor is needed, or wrong"),
        (status = 403, description = "The directory let nobody in, or nobody of the set-up"),
        (status = 410, description = "There is no such try of this browser, any more"),
        (status = 502, description = "What the directory says can't be believed"),
        (status = 503, description = "The directory can't be reached, or not be used as it is set up")
    )
)]
pub async fn finish(
    app: web::Data<App>,
    _who: Anyone,
    request: HttpRequest,
    body: Body<DirectoryAnswer>,
) -> Result<HttpResponse, Problem> {
    let signed_in = sign_in(&app, &request, body.0).await?;
    let mut answer = sessions::answer(&app, &request, signed_in).await?;
    // What can't be written into a header is no cookie's name.
    let _ = answer.add_cookie(&removed(directory_cookie(&request)));
    Ok(answer)
}

async fn sign_in(app: &App, request: &HttpRequest, body: DirectoryAnswer) -> Result<SignedIn, Problem> {
    let office = app.office();
    let directory = directory_of(app, &office)?;
    let binding = request.cookie(directory_cookie(request)).ok_or(DirectoryError::Over)?;
    let state = clean("state", &body.state, STATE_MAX)?;
    let short = |field: &str, text: Option<String>, length_max: usize| {
        text.map(|text| clean(field, &text, length_max)).transpose()
    };
    let (code, second_factor) =
        (short("code", body.code, GIVEN_MAX)?, short("second_factor", body.second_factor, CODE_MAX)?);
    let (error, issuer) = (short("error", body.error, CODE_MAX)?, short("iss", body.iss, ISSUER_MAX)?);
    let answer = match (code, error, &second_factor) {
        (Some(code), None, None) => Some(Ok(code)),
        (None, Some(error), None) => Some(Err(error)),
        (None, None, Some(_)) => None,
        _ => return Err(Problem::invalid_body("give `code`, `error` or `second_factor`")),
    };
    let said = match answer {
        Some(answer) => {
            let returned = Returned { state: state.clone(), answer, issuer };
            app.directory.finish(directory, binding.value(), returned).await?
        }
        None => app.directory.vouched(binding.value(), &state)?,
    };
    let Said { issuer, name } = said;
    let attempt = DirectoryAttempt {
        vouched: Vouched { issuer, name },
        code: second_factor,
        whence: Whence::of(request),
        device: paired_id(request, app)?,
    };
    let signed_in = app.access.sign_in_by_directory(attempt).await;
    if !signed_in.as_ref().is_err_and(may_try_again) {
        app.directory.end(&state);
    }
    Ok(signed_in?)
}

/// Whether a code of the second factor is still missing: the directory's word is kept meanwhile.
fn may_try_again(error: &AccessError) -> bool {
    matches!(error, AccessError::SecondFactorNeeded | AccessError::Wrong { .. } | AccessError::Resting { .. })
}

/// The directory that is asked here: a rehearsal asks none, since nothing of it is real.
fn directory_of<'o>(app: &App, office: &'o moi_config::Office) -> Result<&'o moi_config::Directory, Problem> {
    let directory = office.directory.as_ref().filter(|_| !app.rehearsal);
    Ok(directory.ok_or(DirectoryError::None)?)
}

/// The page to come back to, under the name by which the browser has come: there its cookie is.
fn back_at(request: &HttpRequest) -> Result<String, Problem> {
    let client = client_of(request);
    let authority = client.authority.ok_or_else(|| Problem::unknown_host(None))?;
    let scheme = if client.is_https { "https" } else { "http" };
    Ok(format!("{scheme}://{authority}{BACK_AT}"))
}
