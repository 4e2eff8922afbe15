//! The kiosk's view and `GET /services`: each service with who waits and how long it may take.

use moi_config::Office;
use moi_domain::{Hall, NoAdmission, Setup, forecast, no_admission};
use serde::Serialize;
use utoipa::ToSchema;

use super::Forecast;
use super::order::services_in_order;
use super::printer::PrinterView;

/// A service as the kiosk shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ServiceView {
    /// The service's code.
    pub code: String,
    /// People who wait for it.
    pub waiting: usize,
    /// How long somebody who takes a ticket now is likely to wait; none when no counter serves it.
    pub forecast: Option<Forecast>,
    /// Why the kiosk gave no ticket of it at the time of the last event: `closed`, `quota-used` or `day-full`.
    pub refused: Option<&'static str>,
}

/// What the kiosk shows beside the set-up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct KioskView {
    /// Every service, in the order of the set-up.
    pub services: Vec<ServiceView>,
    /// The kiosk's receipt printer.
    pub printer: PrinterView,
}

/// The kiosk's view.
#[must_use]
pub fn kiosk_view(hall: &Hall, setup: &Setup, office: &Office, printer: PrinterView) -> KioskView {
    KioskView { services: service_views(hall, setup, office), printer }
}

/// Every service.
#[must_use]
pub fn service_views(hall: &Hall, setup: &Setup, office: &Office) -> Vec<ServiceView> {
    services_in_order(office)
        .map(|code| {
            let forecast = forecast(hall, setup, &code, None);
            ServiceView {
                waiting: hall.waiting(&code),
                forecast: forecast.map(Forecast::from),
                refused: no_admission(hall, setup, &code, forecast, hall.last_at()).map(word),
                code: code.to_string(),
            }
        })
        .collect()
}

fn word(reason: NoAdmission) -> &'static str {
    match reason {
        NoAdmission::Closed => "closed",
        NoAdmission::QuotaUsed { .. } => "quota-used",
        NoAdmission::DayFull => "day-full",
    }
}
