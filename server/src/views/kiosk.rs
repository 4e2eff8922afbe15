//! The kiosk's view and `GET /services`: each service with who waits and how long it may take.

use jiff::Timestamp;
use moi_config::Office;
use moi_domain::{Hall, NoAdmission, Setup, no_admission, room_left, told};
use serde::Serialize;
use utoipa::ToSchema;

use super::order::services_in_order;
use super::printer::PrinterView;
use super::{Forecast, clock};

/// A service as the kiosk shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ServiceView {
    /// The service's code.
    pub code: String,
    /// People who wait for it.
    pub waiting: usize,
    /// How long somebody who takes a ticket now is likely to wait; none when no counter serves it, or a break may come
    /// before the call.
    pub forecast: Option<Forecast>,
    /// When the office opens again after that break, as 13:00; none when no break comes before the call.
    pub after_break: Option<String>,
    /// About how many more people can be called before the office closes; none when there is room for more than twenty.
    pub room: Option<u16>,
    /// Why the kiosk gives no ticket of it now: `closed`, `quota-used` or `day-full`.
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
pub fn kiosk_view(hall: &Hall, setup: &Setup, office: &Office, printer: PrinterView, now: Timestamp) -> KioskView {
    KioskView { services: service_views(hall, setup, office, now), printer }
}

/// Every service.
#[must_use]
pub fn service_views(hall: &Hall, setup: &Setup, office: &Office, now: Timestamp) -> Vec<ServiceView> {
    services_in_order(office)
        .map(|code| {
            let (wait, forecast) = told(hall, setup, &code, None, now);
            ServiceView {
                waiting: hall.waiting(&code),
                forecast: wait.band().map(Forecast::from),
                after_break: wait.after_break().map(clock),
                room: room_left(hall, setup, &code, now),
                refused: no_admission(hall, setup, &code, forecast, now).map(word),
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
