//! `/services`: the fields of work with who waits for each.

use std::collections::HashMap;

use actix_web::{HttpResponse, web};
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
    taken: usize,
    /// Minutes until somebody who takes a ticket now is called; null when no counter serves it.
    forecast: Option<Forecast>,
}

/// Lists the services with who waits for each.
#[utoipa::path(get, path = "/api/v1/services", tag = "services", responses((status = 200, body = Services)))]
pub async fn list(app: web::Data<App>, _who: Anyone) -> HttpResponse {
    let (views, taken) = app.engine.published().read(|hall| {
        let mut taken = HashMap::<String, usize>::new();
        for ticket in hall.tickets() {
            *taken.entry(ticket.taken_for.to_string()).or_default() += 1;
        }
        (service_views(hall, &app.setup, &app.office), taken)
    });
    let services = views
        .into_iter()
        .map(|view| ServiceNow {
            taken: taken.get(&view.code).copied().unwrap_or_default(),
            name: app.office.service(&view.code).map_or(Value::Null, |service| {
                service.name.iter().map(|(language, text)| (language.to_owned(), Value::from(text))).collect()
            }),
            code: view.code,
            waiting: view.waiting,
            forecast: view.forecast,
        })
        .collect();
    HttpResponse::Ok().json(Services { services })
}
