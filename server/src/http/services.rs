//! `/services`: the fields of work with who waits for each.

use actix_web::{HttpResponse, web};
use moi_domain::ServiceCode;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use crate::app::App;
use crate::auth::Anyone;
use crate::views::{Forecast, service_views};

/// All services.
#[derive(Debug, Serialize, ToSchema)]
pub struct Services {
    /// In the set-up's order.
    services: Vec<ServiceNow>,
}

/// A service with who waits for it now.
#[derive(Debug, Serialize, ToSchema)]
pub struct ServiceNow {
    /// Its code.
    code: String,
    /// Its name, one text a language.
    #[schema(value_type = Object)]
    name: Value,
    /// People who wait.
    waiting: usize,
    /// Numbers given today, whatever became of them.
    taken: u32,
    /// Minutes until somebody who takes a ticket now is called; null when no counter serves it, or a break may come
    /// before.
    forecast: Option<Forecast>,
    /// When the office opens again after that break, as 13:00; null when no break comes before the call.
    after_break: Option<String>,
    /// About how many more people can be called before the office closes; null when there is room for more than twenty,
    /// or the kiosk does not go by the forecast.
    room: Option<u16>,
}

/// Lists the services with who waits for each.
#[utoipa::path(
    get, path = "/api/v1/services", tag = "services", security(()),
    responses((status = 200, body = Services))
)]
pub async fn list(app: web::Data<App>, _who: Anyone) -> HttpResponse {
    let services = app.engine.published().read(|hall| {
        let taken = |code: &str| ServiceCode::new(code).map_or(0, |code| hall.taken(&code));
        let views = service_views(hall, &app.setup(), &app.office(), (app.clock)()).into_iter();
        views.map(|view| (taken(&view.code), view)).collect::<Vec<_>>()
    });
    let services = services
        .into_iter()
        .map(|(taken, view)| ServiceNow {
            taken,
            name: app.office().service(&view.code).map_or(Value::Null, |service| {
                service.name.iter().map(|(language, text)| (language.to_owned(), Value::from(text))).collect()
            }),
            code: view.code,
            waiting: view.waiting,
            forecast: view.forecast,
            after_break: view.after_break,
            room: view.room,
        })
        .collect();
    HttpResponse::Ok().json(Services { services })
}
