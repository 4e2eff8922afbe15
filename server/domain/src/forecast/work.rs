//! Who does the work ahead: the tickets before ours, shared out over the counters that may call them.

use jiff::Timestamp;

use super::Seat;
use super::calls::Pool;
use super::law::{Between, Rest, Taken, Visits};
use super::seen::PAUSE_MAX;
use super::sights::called_at;
use crate::counter::Standing;
use crate::hall::Hall;
use crate::ids::{CounterNumber, Minutes, ServiceCode, TicketId};
use crate::itinerary::done_here;
use crate::ranked::Ranked;
use crate::setup::{CounterSetup, Setup};
use crate::ticket::Ticket;

/// How often the shares are balanced against each other; they hardly move after that.
const SWEEPS: usize = 5;

/// A counter that has more to do than the first to be free, by so much of a visit, will not call ours.
const LATER: f64 = 0.3;

/// Less is nobody: shares of tickets are no whole numbers.
const NOBODY: f64 = 0.01;

/// What a ticket ahead takes where the set-up knows nothing of its service (seconds).
const UNKNOWN: Taken = Taken { mean: 600.0, square: 600_000.0 };

/// An open counter, or one whose pause will end.
struct Place<'s> {
    setup: &'s CounterSetup,
    rest: Rest,
    is_open: bool,
    is_free: bool,
    /// Seconds until it may call ours; none when it never does.
    ours_from: Option<f64>,
    /// Tickets ahead that it alone calls.
    own: f64,
    own_taken: Taken,
    /// All tickets ahead that fall to it.
    ahead: f64,
    /// Seconds of work, the visit at hand with it.
    level: f64,
}

/// A service, with its tickets ahead that all its counters may call.
struct Load {
    taken: Taken,
    doubt: f64,
    ahead: f64,
    /// The places that serve it.
    shares: Vec<Share>,
    /// Tickets a second that may overtake, with the minutes of their head start.
    overtaking: Vec<(Minutes, f64)>,
}

/// What falls to a place of a service's work.
struct Share {
    place: usize,
    /// Seconds until it may begin with that: one that helps waits until somebody has waited for long.
    from: f64,
    /// Seconds for which it has nothing else to do before, when it does some of that.
    idle: f64,
    /// Seconds of work.
    work: f64,
}

/// The counters that will call ours, and what they do before. None when no open counter may call it.
pub(super) fn pool_for(hall: &Hall, setup: &Setup, seat: Seat<'_>, now: Timestamp) -> Option<Pool> {
    let between = Between::of(&hall.seen);
    let mut places: Vec<_> = setup
        .counters
        .iter()
        .filter_map(|(number, known)| place(hall, setup, (*number, known), seat, &between, now))
        .collect();
    if !places.iter().any(|place| place.ours_from.is_some() && place.is_open) {
        return None;
    }
    let mut loads = loads(hall, setup, &places, seat, &between, now);
    share_out(&mut loads, &mut places);
    let mut pool = gather(&loads, &places, seat, now);
    // Nobody is ahead: of several that are free, one calls.
    let is_idle = |place: &Place<'_>| place.is_free && place.ours_from == Some(0.0);
    if pool.ahead < 0.5 && places.iter().any(is_idle) {
        let others = places.iter().filter(|place| !is_idle(place));
        pool.rests = others.filter_map(Place::rest_for_ours).collect();
        pool.rests.push(between.reaction());
    }
    Some(pool)
}

fn place<'s>(
    hall: &Hall,
    setup: &'s Setup,
    (number, known): (CounterNumber, &'s CounterSetup),
    seat: Seat<'_>,
    between: &Between,
    now: Timestamp,
) -> Option<Place<'s>> {
    let counter = hall.counter(number);
    let rest = match &counter.standing {
        Standing::Closed => return None,
        Standing::Open { .. } => rest_of_visit(hall, setup, (number, counter.visit), between, now),
        Standing::Paused { since, until, .. } => rest_of_pause(*since, *until, between, now)?,
    };
    let is_open = counter.standing.is_open();
    let own = float(hall.line.work_of_counter(number, seat.position));
    let own_taken = if own > 0.0 { mean_of(hall, setup, known, between) } else { Taken::default() };
    Some(Place {
        setup: known,
        rest,
        is_open,
        is_free: is_open && counter.visit.is_none(),
        ours_from: match seat.counter {
            Some(bound) => (bound == number).then_some(0.0),
            None => does_from(hall, known, seat.service, seat, now),
        },
        own,
        own_taken,
        ahead: own,
        level: rest.mean() + own * own_taken.mean,
    })
}

/// In how many seconds a counter does a service's work: now when it is its own. One that helps does once the first in
/// line has waited for long enough, and goes on with those behind, who will have waited as long when it is their turn.
fn does_from(hall: &Hall, known: &CounterSetup, service: &ServiceCode, seat: Seat<'_>, now: Timestamp) -> Option<f64> {
    if known.services.contains(service) {
        return Some(0.0);
    }
    if !known.helps_with.contains(service) {
        return None;
    }
    // Also ours, which may not stand in the line yet.
    let ours = seat.position.filter(|_| service == seat.service);
    let first = hall.line.of_service(service).and_then(Ranked::first).into_iter().chain(ours).min();
    let waited = first.map_or(0.0, |first| now.duration_since(first.effective).as_secs_f64());
    Some((f64::from(known.helps_after.0) * 60.0 - waited).max(0.0))
}

impl Place<'_> {
    /// For how long it is taken before it may call ours; none when it never does.
    fn rest_for_ours(&self) -> Option<Rest> {
        let from = self.ours_from?;
        Some(if self.rest.mean() < from { Rest::Until(from) } else { self.rest })
    }

    /// Seconds of work before ours, where it would call that.
    fn level_for_ours(&self) -> Option<f64> {
        self.ours_from.map(|from| self.level.max(from))
    }
}

fn rest_of_visit(
    hall: &Hall,
    setup: &Setup,
    (number, visit): (CounterNumber, Option<TicketId>),
    between: &Between,
    now: Timestamp,
) -> Rest {
    let visit = visit.and_then(|id| hall.ticket(id)).and_then(|ticket| {
        let visits = Visits::of(setup.services.get(&ticket.service)?, hall.seen.services.get(&ticket.service));
        let visits = visits.one_after_the_other(parts_of_visit(setup, number, ticket));
        Some(Rest::of_visit(&visits, now.duration_since(called_at(ticket)?).as_secs_f64()))
    });
    visit.unwrap_or_else(|| between.rest_of_gap())
}

/// Of how many single visits one at this counter consists: each person or file, for each service that is done there.
fn parts_of_visit(setup: &Setup, counter: CounterNumber, ticket: &Ticket) -> f64 {
    f64::from(ticket.cases.get()) * float(done_here(setup, counter, ticket).count())
}

/// None when nobody can say whether the officer comes back.
fn rest_of_pause(since: Timestamp, until: Option<Timestamp>, between: &Between, now: Timestamp) -> Option<Rest> {
    let left = until.map(|until| until.duration_since(now).as_secs_f64());
    match left {
        Some(left) if left > 0.0 => Some(Rest::Until(left)),
        _ if now.duration_since(since) > PAUSE_MAX || between.pause_mean <= 0.0 => None,
        _ => Some(Rest::Moment(between.pause_mean)),
    }
}

fn float(count: usize) -> f64 {
    u32::try_from(count).unwrap_or(u32::MAX).into()
}

/// What a ticket for this counter takes, by the mean of its services.
fn mean_of(hall: &Hall, setup: &Setup, counter: &CounterSetup, between: &Between) -> Taken {
    let known = counter.services.iter().filter_map(|code| Some((code, setup.services.get(code)?)));
    let all: Vec<_> = known
        .map(|(code, service)| {
            let served = hall.seen.services.get(code);
            (1.0, Taken::by(&Visits::of(service, served), served, between))
        })
        .collect();
    Taken::mixed(&all).unwrap_or(UNKNOWN)
}

fn loads(
    hall: &Hall,
    setup: &Setup,
    places: &[Place<'_>],
    seat: Seat<'_>,
    between: &Between,
    now: Timestamp,
) -> Vec<Load> {
    let taken: f64 = hall.seen.services.values().map(|served| served.taken.times()).sum();
    let rate = hall.seen.arrivals.rate(now) / taken.max(1.0);
    let load = |(code, service)| {
        let more = if code == seat.service { f64::from(seat.more) } else { 0.0 };
        let ahead = float(hall.line.work_of_service(code, seat.position)) + more;
        let served = hall.seen.services.get(code);
        let early = served.into_iter().flat_map(|served| &served.early);
        let overtaking: Vec<_> = early.map(|(minutes, weight)| (*minutes, weight.times() * rate)).collect();
        if ahead == 0.0 && overtaking.is_empty() && code != seat.service {
            return None;
        }
        let serving = places.iter().enumerate();
        let shares: Vec<_> = serving
            .filter_map(|(place, known)| {
                let from = does_from(hall, known.setup, code, seat, now)?;
                Some(Share { place, from, idle: 0.0, work: 0.0 })
            })
            .collect();
        let visits = Visits::of(service, served);
        let taken = Taken::by(&visits, served, between);
        let ahead = ahead + also_done(hall, setup, (code, taken), &shares, places, seat, between);
        (!shares.is_empty()).then_some(Load { taken, doubt: visits.doubt, ahead, shares, overtaking })
    };
    setup.services.iter().filter_map(load).collect()
}

/// What the counters of a service do besides for those ahead, in the same visits, as so many more of these: other
/// services that their citizens need, too. Those who go elsewhere for that are in nobody's way yet.
fn also_done(
    hall: &Hall,
    setup: &Setup,
    (code, taken): (&ServiceCode, Taken),
    shares: &[Share],
    places: &[Place<'_>],
    seat: Seat<'_>,
    between: &Between,
) -> f64 {
    let part = |needed: &ServiceCode| {
        let both = shares.iter().filter(|share| places[share.place].setup.calls(needed));
        float(both.count()) / float(shares.len().max(1))
    };
    let work = hall.line.also_needed(code, seat.position).filter_map(|(needed, count)| {
        let served = hall.seen.services.get(needed);
        let length = Taken::by(&Visits::of(setup.services.get(needed)?, served), served, between).mean;
        Some(float(count) * part(needed) * length)
    });
    work.sum::<f64>() / taken.mean
}

/// Counters call the earliest of all that they serve, so that work flows to where it is done first: each service's work
/// fills its counters up to one level, in turn, until all are balanced.
fn share_out(loads: &mut [Load], places: &mut [Place<'_>]) {
    let mut loads: Vec<_> = loads.iter_mut().filter(|load| load.ahead > 0.0).collect();
    for _ in 0..SWEEPS {
        for load in &mut loads {
            for share in &load.shares {
                places[share.place].level -= share.idle + share.work;
            }
            let work = load.ahead * load.taken.mean;
            let level = level(work, &load.shares.iter().map(|share| places[share.place].level.max(share.from)));
            for share in &mut load.shares {
                let place = &mut places[share.place];
                let ground = place.level.max(share.from);
                share.work = (level - ground).max(0.0);
                share.idle = if share.work > 0.0 { ground - place.level } else { 0.0 };
                place.level += share.idle + share.work;
            }
        }
    }
    for load in loads {
        for share in &load.shares {
            places[share.place].ahead += share.work / load.taken.mean;
        }
    }
}

/// How high work stands that is poured over these.
fn level(work: f64, grounds: &(impl Iterator<Item = f64> + Clone)) -> f64 {
    let mut level = f64::INFINITY;
    loop {
        let under = grounds.clone().filter(|ground| *ground < level);
        let (count, sum) = under.fold((0.0, work), |(count, sum), ground| (count + 1.0, sum + ground));
        let next = if count > 0.0 { sum / count } else { return level };
        if next >= level {
            return level;
        }
        level = next;
    }
}

fn gather(loads: &[Load], places: &[Place<'_>], seat: Seat<'_>, now: Timestamp) -> Pool {
    let first = places.iter().filter_map(Place::level_for_ours).fold(f64::INFINITY, f64::min);
    let longest = loads.iter().map(|load| load.taken.mean).fold(0.0, f64::max);
    let is_soon = |level: f64| level <= first + LATER * longest;
    let calls = |place: &Place<'_>| {
        let is_free_soon = place.ours_from == Some(0.0) && place.ahead < NOBODY;
        is_free_soon || place.level_for_ours().is_some_and(is_soon)
    };
    let waited = seat.position.map_or(0.0, |position| now.duration_since(position.effective).as_secs_f64());
    let mut taken = Vec::with_capacity(loads.len());
    let mut doubt = 0.0;
    let mut overtaking = Vec::new();
    for load in loads {
        let ours = load.shares.iter().filter(|share| calls(&places[share.place]));
        let ahead = ours.clone().map(|share| share.work).sum::<f64>() / load.taken.mean;
        taken.push((ahead, load.taken));
        doubt += load.doubt * (ahead * load.taken.mean).powi(2);
        // Of those who come, as large a part as of those who wait; of none, as of the counters.
        let counters = |all: usize| f64::from(u32::try_from(all).unwrap_or(u32::MAX));
        let part =
            if load.ahead > 0.0 { ahead / load.ahead } else { counters(ours.count()) / counters(load.shares.len()) };
        let windows = load.overtaking.iter().map(|(minutes, rate)| (f64::from(minutes.0) * 60.0 - waited, rate * part));
        overtaking.extend(windows.filter(|(window, rate)| *window > 0.0 && *rate > 0.0));
    }
    let pooled = places.iter().filter(|place| calls(place));
    taken.extend(pooled.clone().map(|place| (place.own, place.own_taken)));
    let ahead: f64 = taken.iter().map(|(ahead, _)| ahead).sum();
    let work: f64 = taken.iter().map(|(ahead, taken)| ahead * taken.mean).sum();
    Pool {
        rests: pooled.filter_map(Place::rest_for_ours).collect(),
        ahead,
        taken: Taken::mixed(&taken).or(loads.first().map(|load| load.taken)).unwrap_or(UNKNOWN),
        doubt: if work > 0.0 { doubt / (work * work) } else { 0.0 },
        overtaking,
    }
}
