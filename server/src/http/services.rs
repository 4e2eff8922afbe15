//! `/services`: the fields of work with who waits for each.

use actix_web::{HttpResponse, web};
use serde::Serialize;
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
    name: serde_json::Value,
    /// People who wait.
    waiting: usize,
    /// Minutes until somebody who takes a ticket now is called; null when no counter serves it.
    forecast: Option<Forecast>,
}

/// Lists the services with who waits for each.
#[utoipa::path(get, path = "/api/v1/services", tag = "services", responses((status = 200, body = Services)))]
pub async fn list(app: web::Data<App>, _who: Anyone) -> HttpResponse {
    let views = app.engine.published().read(|hall| service_views(hall, &app.setup));
    let now = |code: &str| views.iter().find(|view| view.code == code);
    let services = app
        .office
        .services
        .iter()
        .map(|service| ServiceNow {
            code: service.code.clone(),
            name: service
                .name
                .iter()
                .map(|(language, text)| (language.to_owned(), serde_json::Value::from(text)))
                .collect(),
            waiting: now(&service.code).map_or(0, |view| view.waiting),
            forecast: now(&service.code).and_then(|view| view.forecast),
        })
        .collect();
    HttpResponse::Ok().json(Services { services })
}
