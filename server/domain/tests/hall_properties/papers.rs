//! The model's rules of what is written about a visit, and of several services with one ticket.

use crate::model::{Model, Ruled};
use crate::parts::{ModelTicket, State};
use crate::steps::{COUNTERS, HELPED, HELPER, OUTCOMES, SERVICES, SERVICES_MAX, TRANSFER_HEAD_START};

impl Model {
    pub fn note_outcome(&mut self, counter: u16, officer: usize, outcome: usize) -> Ruled {
        let id = self.visit_or_last(counter, officer)?;
        Ok((self.note(id, outcome)?, Some(id)))
    }

    pub fn change_services(&mut self, counter: u16, officer: usize, then: &[usize]) -> Ruled {
        self.at_desk(counter, officer)?;
        let visit = self.visit(counter).ok_or("no-visit")?.clone();
        check_services(visit.service, then)?;
        self.ticket_mut(visit.id).then = then.to_vec();
        Ok((visit.then != then, Some(visit.id)))
    }

    pub fn write(&mut self, counter: u16, officer: usize, erased: bool) -> Ruled {
        let id = self.visit_or_last(counter, officer)?;
        if self.meant != Some(id) {
            return Err("no-visit");
        }
        let was_noted = if erased { self.noted.remove(&id) } else { !self.noted.insert(id) };
        Ok((was_noted || !erased, Some(id)))
    }

    fn visit_or_last(&self, counter: u16, officer: usize) -> Result<u64, &'static str> {
        self.at_desk(counter, officer)?;
        let is_that = |ticket: &&ModelTicket| ticket.state == State::Ended || ticket.went_on_from == Some(counter);
        let known = |id| self.tickets.iter().find(|ticket| ticket.id == id).filter(is_that).map(|ticket| ticket.id);
        let visit = self.visit(counter).map(|ticket| ticket.id);
        visit.or(self.last[usize::from(counter) - 1].and_then(known)).ok_or("no-visit")
    }

    /// Whether that is news.
    pub fn note(&mut self, id: u64, outcome: usize) -> Result<bool, &'static str> {
        let outcome = OUTCOMES.get(outcome).ok_or("unknown-outcome")?;
        let before = self.ticket_mut(id).outcome.replace(outcome);
        Ok(before != Some(outcome))
    }

    /// The visit ends as it should: it is over, or its ticket goes on to the next service that this counter doesn't do.
    pub fn serve(&mut self, counter: u16) -> Option<u64> {
        let does = |service: &usize| {
            let code = SERVICES[*service].0;
            COUNTERS[usize::from(counter) - 1].contains(&code) || (counter == HELPER && code == HELPED)
        };
        let visit = self.visit(counter)?;
        let needed: Vec<_> = visit.then.iter().copied().filter(|service| !does(service)).collect();
        let Some((next, rest)) = needed.split_first() else {
            let id = self.end_visit(counter, State::Ended)?;
            self.ticket_mut(id).then.clear();
            return Some(id);
        };
        let id = visit.id;
        self.last[usize::from(counter) - 1] = Some(id);
        let ticket = self.ticket_mut(id);
        ticket.went_on_from = Some(counter);
        ticket.effective = ticket.first - i64::from(TRANSFER_HEAD_START) * 60;
        (ticket.service, ticket.then, ticket.bound, ticket.state) = (*next, rest.to_vec(), None, State::Waiting);
        Some(id)
    }
}

/// Whether one ticket may be for these.
pub fn check_services(service: usize, then: &[usize]) -> Result<(), &'static str> {
    if then.len() >= usize::from(SERVICES_MAX) {
        return Err("too-many-services");
    }
    for (place, needed) in then.iter().enumerate() {
        SERVICES.get(*needed).ok_or("unknown-service")?;
        if *needed == service || then[..place].contains(needed) {
            return Err("service-twice");
        }
    }
    Ok(())
}
