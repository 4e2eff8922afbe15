//! `/appointments`: booking a time, giving it back, and coming for it.

use actix_web::{HttpRequest, HttpResponse, http::header, web};
use jiff::civil::{Date, Time};
use moi_domain::{AppointmentId, Booker, Command, PriorityId, ServiceCode};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::calendar::CalendarEvent;
use super::query::Query;
use super::tickets::{TakenTicket, taken, ticket_language};
use super::{Body, IdempotencyKey, OptionalBody, Problem, qr};
use crate::app::App;
use crate::auth::{AppointmentBooker, AppointmentHolder, Staff, client_of, random, ticket_token};
use crate::digest::sha256_letters;
use crate::views::{AppointmentView, DayAppointments, SlotsView, appointment_view, day_appointments, slots_view};

/// The phone rings so long before an appointment.
const ALARM_MINUTES: u32 = 60;

/// Bytes of the digest that makes the calendar's UID: no two appointments share one, and none tells its secret.
const UID_BYTES: usize = 12;

/// Whose times, and of which day.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct SlotsWish {
    /// Code of the service.
    service: String,
    /// The day whose times are wanted; without it only the days are told.
    #[param(value_type = Option<String>, example = "2026-11-27")]
    day: Option<Date>,
}

/// Which day.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct DayWish {
    /// Today when it is left out.
    #[param(value_type = Option<String>, example = "2026-11-27")]
    day: Option<Date>,
}

/// What somebody wants to book.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewAppointment {
    /// Code of the service.
    #[schema(example = "D")]
    service: String,
    /// The day.
    #[schema(value_type = String, example = "2026-11-27")]
    day: Date,
    /// When the slot begins, by the office's clock.
    #[schema(example = "09:00")]
    time: String,
    /// The citizen's language.
    #[schema(example = "vi")]
    language: Option<String>,
}

/// What somebody says who comes for an appointment.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CheckInWish {
    /// Id of a priority class; it is kept, never printed, said or exported.
    #[schema(example = "elderly")]
    priority: Option<String>,
}

/// An appointment with its secret.
#[derive(Debug, Serialize, ToSchema)]
pub struct HeldAppointment {
    /// The secret that opens its page.
    token: String,
    /// Its page; as a QR code under `/api/v1/appointments/{token}/qr`.
    url: String,
    /// The secret of the ticket that its citizen got when they came; only for who asks by the appointment's own secret.
    ticket: Option<String>,
    /// The appointment.
    #[serde(flatten)]
    appointment: AppointmentView,
}

/// The days on which a service can be booked, and the times of one of them.
#[utoipa::path(
    get, path = "/api/v1/appointments/slots", tag = "appointments", params(SlotsWish),
    responses(
        (status = 200, body = SlotsView), (status = 400, description = "A parameter is none"),
        (status = 401, description = "The set-up has no booking online"),
        (status = 422, description = "There is no such service, or it gives no appointments")
    )
)]
pub async fn slots(
    app: web::Data<App>,
    who: AppointmentBooker,
    wish: Query<SlotsWish>,
) -> Result<HttpResponse, Problem> {
    let SlotsWish { service, day } = wish.0;
    let code = ServiceCode::new(&service).ok().filter(|code| app.setup().services.contains_key(code));
    let code = code.ok_or_else(|| Problem::unknown_service(&service))?;
    if !app.setup().rules.appointments.services.contains_key(&code) {
        return Err(moi_domain::Refusal::NotBookable { service: code }.into());
    }
    let now = (app.clock)();
    let view = app.engine.published().read(|hall| slots_view(hall, &app.setup(), &code, day, who.booker, now));
    Ok(HttpResponse::Ok().json(view))
}

/// Books an appointment.
///
/// It is durable when it is answered. No name is asked for: who has its code, or its page, has the appointment. Repeat
/// the request with the same `Idempotency-Key` after a time-out: it answers the same appointment.
#[utoipa::path(
    post, path = "/api/v1/appointments", tag = "appointments", params(IdempotencyKey), request_body = NewAppointment,
    responses(
        (status = 201, body = HeldAppointment),
        (status = 401, description = "The set-up has no booking online, and nobody of the staff asks"),
        (status = 409, description = "The slot is full, or can't be booked now"),
        (status = 422, description = "Unknown service, no appointments for it, or no slot begins then"),
        (status = 429, description = "Too many bookings from this address within an hour")
    )
)]
pub async fn book(
    app: web::Data<App>,
    who: AppointmentBooker,
    request: HttpRequest,
    key: IdempotencyKey,
    body: Body<NewAppointment>,
) -> Result<HttpResponse, Problem> {
    let NewAppointment { service, day, time, language } = body.0;
    let meaning = format!("book {service} {day} {time} {language:?}");
    let code = ServiceCode::new(&service).map_err(|_| Problem::unknown_service(&service))?;
    let time = slot_time(&time)?;
    let language = ticket_language(&app, language)?;
    let peer = client_of(&request).address;
    if who.booker == Booker::Citizen {
        let most = app.office().appointments.online_per_hour;
        app.bookings.count(peer, most, (app.clock)()).map_err(Problem::too_many_bookings)?;
    }
    let (token, luck) = (ticket_token(), u32::from_be_bytes(random::<4>()));
    let at = day.to_datetime(time);
    let command = Command::BookAppointment { token, luck, service: code, at, language, booker: who.booker };
    let order = match who.booker {
        // Whoever is not known by name is a caller by address: two may choose the same key.
        Booker::Citizen => key.order_of(&format!("citizen/{peer}"), command, who.actor, &meaning),
        Booker::Staff => key.order(command, who.actor, &meaning),
    };
    let answer = app.submit("book-appointment", order).await?;
    let held = held(&app, answer.appointment.ok_or_else(Problem::bug)?.id)?;
    let place = format!("/api/v1/appointments/{}", held.token);
    Ok(HttpResponse::Created().insert_header((header::LOCATION, place)).json(held))
}

/// All appointments of a day, for the staff.
#[utoipa::path(
    get, path = "/api/v1/appointments", tag = "appointments", params(DayWish),
    responses((status = 200, body = DayAppointments), (status = 400, description = "A parameter is none"))
)]
pub async fn list(app: web::Data<App>, _who: Staff, wish: Query<DayWish>) -> HttpResponse {
    let day = wish.0.day.unwrap_or_else(|| app.setup().business_day((app.clock)()));
    HttpResponse::Ok().json(app.engine.published().read(|hall| day_appointments(hall, &app.setup(), day)))
}

/// Looks at an appointment: whoever has its secret, kiosk and staff also by its code.
#[utoipa::path(
    get, path = "/api/v1/appointments/{code}", tag = "appointments", security(()),
    params(("code" = String, Path, description = "The appointment's secret, or its code")),
    responses((status = 200, body = HeldAppointment), (status = 404, description = "There is no such appointment"))
)]
pub async fn show(app: web::Data<App>, holder: AppointmentHolder) -> Result<HttpResponse, Problem> {
    let mut held = held(&app, holder.appointment)?;
    if holder.is_holder {
        held.ticket = app.engine.published().read(|hall| {
            let ticket = hall.appointment(holder.appointment)?.ticket?;
            hall.ticket(ticket).map(|known| known.token.as_str().to_owned())
        });
    }
    Ok(HttpResponse::Ok().json(held))
}

/// Gives an appointment back, and frees its place.
///
/// Harmless to repeat; refused once its citizen has come. By its code only the staff may.
#[utoipa::path(
    delete, path = "/api/v1/appointments/{code}", tag = "appointments", security(()),
    params(("code" = String, Path, description = "The appointment's secret, or its code"), IdempotencyKey),
    responses(
        (status = 200, body = HeldAppointment), (status = 404, description = "There is no such appointment"),
        (status = 409, description = "Its citizen has come, or its time is over")
    )
)]
pub async fn cancel(
    app: web::Data<App>,
    holder: AppointmentHolder,
    key: IdempotencyKey,
) -> Result<HttpResponse, Problem> {
    let appointment = holder.appointment;
    let actor = holder.cancelling()?;
    let command = Command::CancelAppointment { appointment };
    let order = key.order_of(&format!("appointment/{appointment}"), command, actor, "cancel");
    app.submit("cancel-appointment", order).await?;
    Ok(HttpResponse::Ok().json(held(&app, appointment)?))
}

/// The appointment's page as a QR code, which a kiosk's scanner reads, too.
#[utoipa::path(
    get, path = "/api/v1/appointments/{code}/qr", tag = "appointments", security(()),
    params(("code" = String, Path, description = "The appointment's secret")),
    responses((status = 200, content_type = "image/svg+xml", body = String), (status = 404, description = "None"))
)]
pub async fn picture(app: web::Data<App>, holder: AppointmentHolder) -> Result<HttpResponse, Problem> {
    qr::answer(&held(&app, holder.appointment)?.url)
}

/// The appointment as an iCalendar file (RFC 5545).
#[utoipa::path(
    get, path = "/api/v1/appointments/{code}/calendar", tag = "appointments", security(()),
    params(("code" = String, Path, description = "The appointment's secret, or its code")),
    responses((status = 200, content_type = "text/calendar", body = String), (status = 404, description = "None"))
)]
pub async fn calendar(app: web::Data<App>, holder: AppointmentHolder) -> Result<HttpResponse, Problem> {
    let known = app.engine.published().read(|hall| hall.appointment(holder.appointment).cloned());
    let known = known.ok_or_else(Problem::unknown_appointment)?;
    let (language, office) = (known.language.as_str(), &app.office());
    let service = office.service(known.service.as_str());
    let service = service.map_or_else(|| known.service.to_string(), |it| it.name.in_language(language).to_owned());
    let say = |id: &str, name: &str, value: &str| app.texts.say(language, id, &[(name, value.into())]);
    let url = app.phone_address.appointment_url(&known.token);
    let summary = say("appointment-calendar-summary", "service", &service);
    let location = format!("{}, {}", office.unit.in_language(language), office.name.in_language(language));
    let told = [
        say("appointment-calendar-code", "code", known.code.as_str()),
        app.texts.say(language, "appointment-calendar-how", &[]),
        url.clone(),
    ];
    let event = CalendarEvent {
        uid: &format!("{}@moi", sha256_letters(known.token.as_str().as_bytes(), UID_BYTES)),
        stamp: known.booked_at,
        starts_at: known.starts_at,
        ends_at: known.ends_at,
        summary: &summary,
        location: &location,
        description: &told.join("\n"),
        url: &url,
        is_cancelled: known.state == moi_domain::AppointmentState::Cancelled,
        alarm_minutes: ALARM_MINUTES,
    };
    Ok(HttpResponse::Ok()
        .content_type("text/calendar; charset=utf-8")
        .insert_header((header::CONTENT_DISPOSITION, "attachment; filename=\"moi-appointment.ics\""))
        .body(event.write()))
}

/// Takes the ticket of an appointment: its citizen has come.
///
/// At the kiosk or with the staff by code or secret; on the holder's phone where the set-up allows it. Who checks in
/// again gets the same ticket.
#[utoipa::path(
    post, path = "/api/v1/appointments/{code}/check-in", tag = "appointments", security(()),
    request_body = Option<CheckInWish>,
    params(("code" = String, Path, description = "The appointment's secret, or its code"), IdempotencyKey),
    responses(
        (status = 201, description = "The ticket", body = TakenTicket),
        (status = 401, description = "Neither a kiosk, the staff nor a page on the office's own machine"),
        (status = 404, description = "There is no such appointment"),
        (status = 409, description = "It is too early or too late, or the appointment was used or given back")
    )
)]
pub async fn check_in(
    app: web::Data<App>,
    holder: AppointmentHolder,
    key: IdempotencyKey,
    body: OptionalBody<CheckInWish>,
) -> Result<HttpResponse, Problem> {
    let appointment = holder.appointment;
    let kiosk = holder.checking_in(app.office().appointments.check_in_by_phone)?;
    let wanted = body.0.unwrap_or_default().priority;
    let meaning = format!("check-in {appointment} {wanted:?}");
    let priority = wanted.map(|id| PriorityId::new(&id).map_err(|_| Problem::unknown_priority(&id))).transpose()?;
    let command = Command::CheckIn { token: ticket_token(), appointment, priority, door: kiosk.door };
    let order = key.order_of(&format!("appointment/{appointment}"), command, kiosk.actor, &meaning);
    let answer = app.submit("check-in", order).await?;
    let ticket = answer.ticket.ok_or_else(Problem::bug)?;
    let url = app.ticket_url(&ticket.token);
    let mut taken = taken(&app, &ticket, url);
    taken.checked_in_before = !answer.is_new;
    Ok(HttpResponse::Created()
        .insert_header((header::LOCATION, format!("/api/v1/tickets/{}", ticket.token.as_str())))
        .json(taken))
}

/// An appointment as it is now.
fn held(app: &App, id: AppointmentId) -> Result<HeldAppointment, Problem> {
    let found = app.engine.published().read(|hall| {
        let known = hall.appointment(id)?;
        Some((known.token.clone(), appointment_view(hall, &app.setup(), known)))
    });
    let (token, appointment) = found.ok_or_else(Problem::unknown_appointment)?;
    let url = app.phone_address.appointment_url(&token);
    Ok(HeldAppointment { token: token.as_str().to_owned(), url, ticket: None, appointment })
}

fn slot_time(text: &str) -> Result<Time, Problem> {
    let is_form = text.len() == 5 && text.is_ascii();
    let time = text.split_once(':').filter(|_| is_form).and_then(|(hour, minute)| {
        let is_number = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        (is_number(hour) && is_number(minute))
            .then(|| Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok())?
    });
    time.ok_or_else(|| Problem::invalid_body("`time` must be a time as \"09:00\""))
}
