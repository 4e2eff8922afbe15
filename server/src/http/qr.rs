//! `/tickets/{token}/qr`: the phone page's address as a QR code, for the kiosk's screen.

use std::fmt::Write;

use actix_web::{HttpResponse, web};
use data_encoding::BASE64;
use qrcodegen::{QrCode, QrCodeEcc};

use super::Problem;
use crate::app::App;
use crate::auth::TicketHolder;

/// Modules of empty margin around a code (ISO/IEC 18004).
const QUIET_ZONE: i32 = 4;

/// The phone page's address as a QR code.
#[utoipa::path(
    get, path = "/api/v1/tickets/{token}/qr", tag = "tickets", security(()),
    params(("token" = String, Path, description = "The ticket's secret")),
    responses(
        (status = 200, content_type = "image/svg+xml", body = String, description = "Black on white, with its margin"),
        (status = 404, description = "No ticket has this secret")
    )
)]
pub async fn show(app: web::Data<App>, holder: TicketHolder) -> Result<HttpResponse, Problem> {
    let token = app.engine.published().read(|hall| hall.ticket(holder.ticket).map(|ticket| ticket.token.clone()));
    let url = app.ticket_url(&token.ok_or_else(Problem::unknown_ticket)?);
    answer(&url)
}

/// An address as a QR code.
pub(super) fn answer(url: &str) -> Result<HttpResponse, Problem> {
    let code = QrCode::encode_text(url, QrCodeEcc::Medium).map_err(|_| Problem::bug())?;
    Ok(HttpResponse::Ok().content_type("image/svg+xml").body(svg(&code)))
}

/// An address as a QR code that a page shows without asking once more: the picture is in its own address.
pub(super) fn as_address(url: &str) -> Result<String, Problem> {
    let code = QrCode::encode_text(url, QrCodeEcc::Medium).map_err(|_| Problem::bug())?;
    Ok(format!("data:image/svg+xml;base64,{}", BASE64.encode(svg(&code).as_bytes())))
}

/// A path of unit squares, a run of black modules at a time.
fn svg(code: &QrCode) -> String {
    let side = code.size() + 2 * QUIET_ZONE;
    let mut svg = format!(
        concat!(
            r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" shape-rendering="crispEdges">"##,
            r##"<path fill="#fff" d="M0 0h{side}v{side}H0z"/><path d=""##,
        ),
        side = side
    );
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|x| code.get_module(*x, y)).count();
            let run = i32::try_from(run).unwrap_or(1);
            if run > 0 {
                // Writing to a string can't fail.
                let _ = write!(svg, "M{} {}h{run}v1h-{run}z", x + QUIET_ZONE, y + QUIET_ZONE);
            }
            x += run.max(1);
        }
    }
    svg.push_str(r#""/></svg>"#);
    svg
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_black_module_is_drawn_once() {
        let code = QrCode::encode_text("http://127.0.0.1:8080/t/0123456789abcdef", QrCodeEcc::Medium).unwrap();
        let black = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
        let black = black.filter(|(x, y)| code.get_module(*x, *y)).count();
        let svg = svg(&code);
        let path = svg.split("<path d=").nth(1).unwrap();
        let drawn: usize =
            path.split('h').skip(1).filter_map(|rest| rest.split('v').next()?.parse::<usize>().ok()).sum();
        assert_eq!(drawn, black, "{svg}");
    }
}
