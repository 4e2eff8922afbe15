//! The kiosk's view and `GET /services`: each service with who waits and how long it may take.

use moi_domain::{Hall, Setup, forecast};
use serde::Serialize;
use utoipa::ToSchema;

use super::Forecast;
use crate::print::PrinterView;

/// A service as the kiosk shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ServiceView {
    /// The service's code.
    pub code: String,
    /// People who wait for it.
    pub waiting: usize,
    /// How long somebody who takes a ticket now is likely to wait; none when no counter serves it.
    pub forecast: Option<Forecast>,
}

/// What the kiosk shows beside the set-up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct KioskView {
    /// Every service, in the set-up's order of codes.
    pub services: Vec<ServiceView>,
    /// The kiosk's receipt printer.
    pub printer: PrinterView,
}

/// The kiosk's view.
#[must_use]
pub fn kiosk_view(hall: &Hall, setup: &Setup, printer: PrinterView) -> KioskView {
    KioskView { services: service_views(hall, setup), printer }
}

/// Every service.
#[must_use]
pub fn service_views(hall: &Hall, setup: &Setup) -> Vec<ServiceView> {
    setup
        .services
        .keys()
        .map(|code| ServiceView {
            code: code.to_string(),
            waiting: hall.waiting(code),
            forecast: forecast(hall, setup, code, None).map(Forecast::from),
        })
        .collect()
}
