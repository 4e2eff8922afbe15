//! `/office`: what pages need to know of the set-up, and the office's time.

use actix_web::{HttpRequest, HttpResponse, web};
use moi_config::{Counter, Document, Office, Officer, PictureId, Service, Slide, SlideRow, Texts};
use moi_domain::Period;
use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::{Problem, devices, pictures};
use crate::app::App;
use crate::auth::{Anyone, Principal, Right, Role, is_known_desk, principal};
use crate::views::{EntranceView, entrance_view, local};

/// The set-up as far as it concerns citizens and officers. Names are objects with one text a language.
#[derive(Debug, Serialize, ToSchema)]
#[expect(clippy::struct_excessive_bools, reason = "a document for pages, whose fields are names of their own")]
pub struct OfficeView {
    /// The office's time.
    now: String,
    /// Moi's version: a page that was loaded from another one reloads.
    version: &'static str,
    /// The office.
    #[schema(value_type = Object)]
    name: Value,
    /// The one-stop shop in it.
    #[schema(value_type = Object)]
    unit: Value,
    /// Languages of the pages, the first is the default.
    languages: Vec<String>,
    /// The picture beside its name: its address, width and height; null when there is none that can be shown.
    #[schema(value_type = Option<Object>)]
    logo: Option<Value>,
    /// For urgent questions.
    phone: Option<String>,
    /// For how many days phone numbers that citizens left are kept at most.
    keep_contacts_days: u16,
    /// Whether any service gives appointments, and whether citizens book for themselves.
    #[schema(value_type = Object)]
    appointments: Value,
    /// Fields of work.
    #[schema(value_type = Vec<Object>)]
    services: Vec<Value>,
    /// Counters in the order in which they stand in the room.
    #[schema(value_type = Vec<Object>)]
    counters: Vec<Value>,
    /// Priority classes.
    #[schema(value_type = Vec<Object>)]
    priorities: Vec<Value>,
    /// Why somebody may be called out of turn.
    #[schema(value_type = Vec<Object>)]
    call_reasons: Vec<Value>,
    /// Whether one of them must be given.
    call_reason_required: bool,
    /// Why a counter may pause.
    #[schema(value_type = Vec<Object>)]
    pause_reasons: Vec<Value>,
    /// How a visit may come out.
    #[schema(value_type = Vec<Object>)]
    outcomes: Vec<Value>,
    /// Whether one of them must be noted before a visit ends.
    outcome_required: bool,
    /// Services that one ticket may be for.
    services_max: u16,
    /// Whether the kiosk offers to add a service.
    kiosk_asks_services: bool,
    /// Who may sit at a counter.
    #[schema(value_type = Vec<Object>)]
    officers: Vec<Value>,
    /// Today's opening hours.
    #[schema(value_type = Vec<Object>)]
    hours: Vec<Value>,
    /// When the kiosk gives tickets; null when it always does.
    entrance: Option<EntranceView>,
    /// What the wall shows between calls.
    #[schema(value_type = Vec<Object>)]
    slides: Vec<Value>,
    /// Whether nothing of what happens here is real: every page says so.
    rehearsal: bool,
    /// Whether this caller may take tickets.
    kiosk: KioskHere,
    /// How people sign in at this machine.
    sign_in: SignInHere,
}

/// How people sign in.
#[derive(Debug, Serialize, ToSchema)]
pub struct SignInHere {
    /// Whether a PIN is good here: on the office's own machine and on a paired desk.
    pin: bool,
    /// What the directory is called by which people may sign in, too; null where there is none.
    #[schema(value_type = Option<Object>)]
    directory: Option<Value>,
}

/// Whether a page may act as the kiosk.
#[derive(Debug, Serialize, ToSchema)]
pub struct KioskHere {
    /// True on the office's own machine and with a kiosk's session.
    here: bool,
}

/// The set-up as pages need it.
#[utoipa::path(
    get, path = "/api/v1/office", tag = "office", security(()),
    responses((status = 200, body = OfficeView))
)]
pub async fn show(app: web::Data<App>, _who: Anyone, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let office = &app.office();
    let now = (app.clock)();
    let office_time = app.setup().office_time(now);
    let mut response = HttpResponse::Ok();
    if let Some(cookie) = devices::renewed(&app, &request) {
        response.cookie(cookie);
    }
    Ok(response.json(OfficeView {
        now: local(&app.setup().zone, now),
        version: env!("CARGO_PKG_VERSION"),
        name: texts(&office.name),
        unit: texts(&office.unit),
        languages: office.languages.clone(),
        logo: office.logo.and_then(|logo| picture_of(&app, logo)),
        phone: office.phone.clone(),
        keep_contacts_days: office.privacy.keep_contacts_days,
        appointments: json!({
            "given": office.gives_appointments(),
            "online": office.books_online(),
            "check_in_by_phone": office.appointments.check_in_by_phone,
        }),
        services: office.services.iter().map(|service| service_of(&app, service)).collect(),
        counters: office.counters.iter().map(counter_of).collect(),
        priorities: office
            .priorities
            .iter()
            .map(|class| json!({"id": class.id, "name": texts(&class.name), "pictogram": class.pictogram}))
            .collect(),
        call_reasons: office
            .call_reasons
            .iter()
            .map(|reason| json!({"id": reason.id, "name": texts(&reason.name)}))
            .collect(),
        call_reason_required: office.calling.reason_required,
        pause_reasons: office
            .pause_reasons
            .iter()
            .map(|reason| {
                let usual = reason.usual_minutes;
                json!({"id": reason.id, "name": texts(&reason.name), "usual_minutes": usual})
            })
            .collect(),
        outcomes: office
            .outcomes
            .iter()
            .map(|outcome| json!({"id": outcome.id, "name": texts(&outcome.name)}))
            .collect(),
        outcome_required: office.calling.outcome_required,
        services_max: office.itinerary.services_max,
        kiosk_asks_services: office.itinerary.kiosk_asks && office.itinerary.services_max > 1,
        officers: officers(office),
        hours: app.setup().hours.on(office_time.date()).iter().map(period).collect(),
        entrance: entrance_view(&app.setup().hours, office_time),
        slides: office.slides.iter().filter_map(|slide| slide_of(&app, slide)).collect(),
        rehearsal: app.rehearsal,
        kiosk: KioskHere { here: may_take_tickets(&principal(&request, &app.access)?) },
        sign_in: SignInHere { pin: is_known_desk(&request, &app)?, directory: directory_name(&app, office) },
    }))
}

/// A rehearsal asks no directory: nothing of it is real.
fn directory_name(app: &App, office: &Office) -> Option<Value> {
    office.directory.as_ref().filter(|_| !app.rehearsal).map(|directory| texts(&directory.name))
}

/// Who may sit at a counter, with what each usually signs in with.
fn officers(office: &Office) -> Vec<Value> {
    let of = |officers: &[Officer], role: Role| {
        let way = if role.needs_password() { "password" } else { "pin" };
        let officers = officers.iter();
        officers
            .map(|officer| json!({"name": officer.name, "title": texts(&officer.title), "signs_in_by": way}))
            .collect::<Vec<_>>()
    };
    [of(&office.people.officers, Role::Officer), of(&office.people.supervisors, Role::Supervisor)].concat()
}

/// A slide; none whose picture can't be shown.
fn slide_of(app: &App, slide: &Slide) -> Option<Value> {
    let row = |row: &SlideRow| json!({"figure": row.figure, "lead": texts(&row.lead), "text": texts(&row.text)});
    let picture = match slide.picture {
        Some(id) => Some(picture_of(app, id)?),
        None => None,
    };
    let rows: Vec<_> = slide.rows.iter().map(row).collect();
    Some(json!({"title": texts(&slide.title), "picture": picture, "rows": rows}))
}

/// A picture that can be shown.
fn picture_of(app: &App, id: PictureId) -> Option<Value> {
    let facts = app.pictures.facts(id)?;
    Some(json!({"address": pictures::address_of(id), "width": facts.width, "height": facts.height}))
}

fn service_of(app: &App, service: &Service) -> Value {
    json!({
        "code": service.code,
        "prefix": service.prefix,
        "name": texts(&service.name),
        "about": service.about.as_ref().map(texts),
        "pictogram": service.pictogram,
        "usual_minutes": service.usual_minutes,
        "cases_max": service.cases_max,
        "ask_cases": service.ask_cases,
        "fee": service.fee.as_ref().map(texts),
        "documents": service.documents.iter().map(document).collect::<Vec<_>>(),
        "appointments": service.slots.is_some(),
        "wish": service.wish.as_ref().map(texts),
        "counters": app.office().counters_of(&service.code).collect::<Vec<_>>(),
    })
}

fn counter_of(counter: &Counter) -> Value {
    json!({
        "counter": counter.number,
        "services": counter.services,
        "helps_with": counter.helps_with,
        "helps_after_minutes": counter.helps_after_minutes,
        "direction": counter.direction.as_str(),
    })
}

fn document(document: &Document) -> Value {
    json!({"name": texts(&document.name), "note": document.note.as_ref().map(texts)})
}

fn period(period: &Period) -> Value {
    let clock = |time: jiff::civil::Time| format!("{:02}:{:02}", time.hour(), time.minute());
    json!({"from": clock(period.from), "to": clock(period.to)})
}

fn texts(texts: &Texts) -> Value {
    texts.iter().map(|(language, text)| (language.to_owned(), Value::from(text))).collect()
}

/// The same people as the `Kiosk` extractor lets in.
fn may_take_tickets(principal: &Principal) -> bool {
    match principal {
        Principal::OwnMachine => true,
        Principal::Named { role, .. } => role.may(Right::TakeTickets),
        Principal::Nobody => false,
    }
}
