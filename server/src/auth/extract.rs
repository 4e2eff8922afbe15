//! The extractors: a handler says in its signature who may call it, so that no route is open by where it stands.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::{FromRequest, HttpRequest, web};
use moi_domain::{Actor, Door, OfficerName};

use super::request::{Credential, session_of};
use super::{Access, Changer, Principal, Right, Role, address, principal};
use crate::app::App;
use crate::http::Problem;

/// How the journal names a page on the office's own machine; no token may have this name.
pub(super) const OWN_MACHINE: &str = "own machine";

/// Everybody; says so in the signature, so that no handler is open by omission.
pub struct Anyone;

/// Who takes tickets: a kiosk, one of the staff, or a page on the office's own machine.
pub struct Kiosk {
    /// How the journal names them.
    pub actor: Actor,
    /// Whether it is a kiosk, which keeps to the office's hours, or one of the staff.
    pub door: Door,
}

/// Who serves at a counter.
pub struct Officer {
    /// Their name.
    pub name: OfficerName,
}

/// Who may pause or close a counter: its officer, or somebody who frees one that was left.
pub struct Operator {
    name: String,
    role: Role,
}

/// Who may watch a desk.
pub struct DeskWatcher(Credential);

/// Whoever is signed in, by a session or a token.
pub struct SignedInAs {
    /// The person's or device's name.
    pub name: String,
    /// What they are.
    pub role: Role,
}

/// Who sets up the office, and answers for how it is run.
pub struct Administrator {
    /// How the journal names them.
    pub actor: Actor,
}

/// Who may read the set-up and who changed it.
pub struct SetUpReader;

/// Who may read which calls were out of the order of arrival, and why.
pub struct OrderInspector;

/// Who may try another rule on a day that was.
pub struct RulePreviewer;

/// Who may see all who wait, with the reasons of their order.
pub struct Staff;

/// Who takes tickets for people at the reception: one of the staff.
pub struct Receptionist {
    /// How the journal names them.
    pub actor: Actor,
}

/// Who sees how the office's machine and data are: whoever has the right, or sits at the office's own machine, since
/// with a full disk nobody can sign in. Only for what is read.
pub struct Caretaker;

/// Who may read the metrics: a program on the office's own machine, or whoever has any credential of the office's.
pub struct Monitor;

/// Who lets people in: gives PINs and passwords anew, ends sessions.
pub struct PeopleManager {
    /// How the journal names them.
    pub actor: Actor,
}

/// Who pairs and revokes devices.
pub struct DeviceManager {
    /// Their name.
    pub name: String,
    /// How the journal names them.
    pub actor: Actor,
}

/// A person who signed in by themselves: not the bearer of a token, not a device, however much it may.
pub struct PersonHere {
    /// Their name as in the set-up.
    pub name: String,
    /// How the journal names them.
    pub actor: Actor,
    /// Who changes something of their own.
    pub changer: Changer,
    /// The session's fingerprint, which tells it from their others.
    pub session: String,
}

/// What an extractor needs: how to see whether a principal may.
pub(super) trait Permit: Sized {
    fn permit(principal: Principal) -> Result<Self, Problem>;
}

impl Permit for Kiosk {
    fn permit(principal: Principal) -> Result<Self, Problem> {
        if principal == Principal::OwnMachine {
            return Ok(Self { actor: Actor::Kiosk(OWN_MACHINE.into()), door: Door::Kiosk });
        }
        let (name, role) = holder(principal, Right::TakeTickets)?;
        let door = if role == Role::Kiosk { Door::Kiosk } else { Door::Staff };
        Ok(Self { actor: actor(name, role)?, door })
    }
}

impl Permit for Officer {
    fn permit(principal: Principal) -> Result<Self, Problem> {
        let (name, _) = holder(principal, Right::Serve)?;
        Ok(Self { name: officer_name(&name)? })
    }
}

impl Permit for Operator {
    fn permit(principal: Principal) -> Result<Self, Problem> {
        match principal {
            Principal::Named { name, role } if role.may(Right::Serve) || role.may(Right::FreeCounters) => {
                Ok(Self { name, role })
            }
            Principal::Named { .. } => Err(Problem::not_allowed()),
            Principal::Nobody | Principal::OwnMachine => Err(Problem::not_signed_in()),
        }
    }
}

impl Operator {
    /// Whoever they are, as the journal names them.
    ///
    /// # Errors
    /// A problem when the name is none that an officer can have.
    pub fn actor(self) -> Result<Actor, Problem> {
        actor(self.name, self.role)
    }

    /// As whom somebody acts on a counter of this officer: as its officer, or, where it is another's and they may free
    /// it, as somebody from outside. The officer is none then.
    ///
    /// # Errors
    /// A problem when the name is none that an officer can have.
    pub fn at_counter_of(self, holder: Option<&OfficerName>) -> Result<(Option<OfficerName>, Actor), Problem> {
        let is_own = holder.is_none_or(|holder| holder.as_str() == self.name);
        if self.role.may(Right::Serve) && (is_own || !self.role.may(Right::FreeCounters)) {
            let name = officer_name(&self.name)?;
            return Ok((Some(name.clone()), Actor::Officer(name)));
        }
        Ok((None, actor(self.name, self.role)?))
    }
}

impl Permit for SignedInAs {
    fn permit(principal: Principal) -> Result<Self, Problem> {
        match principal {
            Principal::Named { name, role } => Ok(Self { name, role }),
            Principal::Nobody | Principal::OwnMachine => Err(Problem::not_signed_in()),
        }
    }
}

impl Permit for Monitor {
    fn permit(principal: Principal) -> Result<Self, Problem> {
        match principal {
            Principal::OwnMachine | Principal::Named { .. } => Ok(Self),
            Principal::Nobody => Err(Problem::not_signed_in()),
        }
    }
}

impl Permit for Caretaker {
    fn permit(principal: Principal) -> Result<Self, Problem> {
        if principal == Principal::OwnMachine {
            return Ok(Self);
        }
        holder(principal, Right::SeeState).map(|_| Self)
    }
}

impl Permit for Administrator {
    fn permit(principal: Principal) -> Result<Self, Problem> {
        let (name, role) = holder(principal, Right::ChangeSetUp)?;
        Ok(Self { actor: actor(name, role)? })
    }
}

impl Permit for Receptionist {
    fn permit(principal: Principal) -> Result<Self, Problem> {
        let (name, role) = holder(principal, Right::Receive)?;
        Ok(Self { actor: actor(name, role)? })
    }
}

impl Permit for PeopleManager {
    fn permit(principal: Principal) -> Result<Self, Problem> {
        let (name, role) = holder(principal, Right::ManagePeople)?;
        Ok(Self { actor: actor(name, role)? })
    }
}

impl Permit for DeviceManager {
    fn permit(principal: Principal) -> Result<Self, Problem> {
        let (name, role) = holder(principal, Right::ManageDevices)?;
        Ok(Self { actor: actor(name.clone(), role)?, name })
    }
}

impl FromRequest for PersonHere {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _payload: &mut Payload) -> Self::Future {
        ready(app(request).and_then(|app| {
            let SignedInAs { name, role } = SignedInAs::permit(principal(request, &app.access)?)?;
            let is_bearer = request.headers().contains_key(header::AUTHORIZATION);
            let standing = session_of(request, app)?.filter(|standing| standing.is_persons && !is_bearer);
            let session = standing.ok_or_else(Problem::not_allowed)?.fingerprint;
            let changer = Changer { name: name.clone(), session: session.clone(), address: address(request) };
            let actor = own_actor(name.clone(), role)?;
            Ok(Self { name, actor, changer, session })
        }))
    }
}

/// Who has a right by name; everybody else is told whether signing in would help.
pub(super) fn holder(principal: Principal, right: Right) -> Result<(String, Role), Problem> {
    match principal {
        Principal::Named { name, role } if role.may(right) => Ok((name, role)),
        Principal::Named { .. } => Err(Problem::not_allowed()),
        Principal::Nobody | Principal::OwnMachine => Err(Problem::not_signed_in()),
    }
}

/// How the journal names whoever acts.
pub(super) fn actor(name: String, role: Role) -> Result<Actor, Problem> {
    match role {
        Role::Administrator => Ok(Actor::Administrator(name)),
        Role::Supervisor => Ok(Actor::Supervisor(name)),
        Role::Officer => Ok(Actor::Officer(officer_name(&name)?)),
        Role::Receptionist | Role::Kiosk => Ok(Actor::Kiosk(name)),
        Role::Inspector | Role::Wall | Role::CounterDisplay | Role::Printer | Role::Rating | Role::Desk => {
            Err(Problem::not_allowed())
        }
    }
}

/// The same for what somebody changes of their own, which an inspector does, too.
///
/// # Errors
/// A problem for a device.
pub fn own_actor(name: String, role: Role) -> Result<Actor, Problem> {
    if role == Role::Inspector { Ok(Actor::Inspector(name)) } else { actor(name, role) }
}

impl FromRequest for DeskWatcher {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _payload: &mut Payload) -> Self::Future {
        let credential = Credential::of(request);
        ready(app(request).and_then(|app| {
            holder(principal(request, &app.access)?, Right::WatchDesks)?;
            Ok(Self(credential))
        }))
    }
}

impl DeskWatcher {
    /// Whether the credential still stands.
    #[must_use]
    pub fn may_still(&self, access: &Access) -> bool {
        self.0.principal(access).is_ok_and(|principal| holder(principal, Right::WatchDesks).is_ok())
    }
}

fn officer_name(name: &str) -> Result<OfficerName, Problem> {
    OfficerName::new(name).map_err(|_| Problem::not_allowed())
}

fn permit<P: Permit>(request: &HttpRequest) -> Ready<Result<P, Problem>> {
    ready(app(request).and_then(|app| principal(request, &app.access)).and_then(P::permit))
}

pub(super) fn app(request: &HttpRequest) -> Result<&web::Data<App>, Problem> {
    request.app_data::<web::Data<App>>().ok_or_else(Problem::bug)
}

/// Implements [`Permit`] by one right.
macro_rules! by_right {
    ($($extractor:ident: $right:ident),+) => {$(
        impl Permit for $extractor {
            fn permit(principal: Principal) -> Result<Self, Problem> {
                holder(principal, Right::$right).map(|_| Self)
            }
        }
    )+};
}

by_right!(Staff: SeeQueue, SetUpReader: ReadSetUp, OrderInspector: InspectOrder, RulePreviewer: PreviewRules);

/// Implements `FromRequest` by [`Permit`].
macro_rules! extract {
    ($($extractor:ty),+) => {$(
        impl FromRequest for $extractor {
            type Error = Problem;
            type Future = Ready<Result<Self, Problem>>;

            fn from_request(request: &HttpRequest, _payload: &mut Payload) -> Self::Future {
                permit(request)
            }
        }
    )+};
}

extract!(Kiosk, Officer, Operator, SignedInAs, Monitor, Caretaker, Receptionist, Administrator);
extract!(Staff, SetUpReader, OrderInspector, RulePreviewer, PeopleManager, DeviceManager);

impl FromRequest for Anyone {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(_request: &HttpRequest, _payload: &mut Payload) -> Self::Future {
        ready(Ok(Self))
    }
}
