//! The model's rules of pausing and closing a counter, and of those who wait there.

use crate::model::{Model, Ruled};
use crate::parts::{Desk, State};
use crate::steps::{ASKED_PAUSE, COUNTERS, HELPED, HELPER, LEFT_AFTER, Left, REASONS, SERVICES};

impl Model {
    /// Calls and visits that were left hours ago end with their day.
    pub fn end_what_was_left(&mut self) {
        for counter in 1..=3 {
            let Some(visit) = self.visit(counter) else { continue };
            let is_called = visit.state == State::Called(counter);
            let since = if is_called { visit.called.0 } else { visit.started };
            if self.now() - since >= LEFT_AFTER {
                let state = if is_called { State::Missed(counter, self.now()) } else { State::Ended };
                self.end_visit(counter, state);
            }
        }
    }

    pub fn pause(
        &mut self,
        counter: u16,
        officer: Option<usize>,
        (minutes, reason): (Option<u32>, Option<usize>),
        remaining: Option<Left>,
    ) -> Ruled {
        let (desk, left) = (self.desk(counter)?, self.left_behind(counter, true));
        let (Desk::Open(holder) | Desk::Paused(holder, ..)) = desk else { return Err("counter-closed") };
        let usual = reason.map(|reason| REASONS.get(reason).ok_or("unknown-pause-reason")).transpose()?;
        let minutes = minutes.or(usual.and_then(|(_, usual)| *usual));
        let until = minutes.map(|minutes| self.now() + 60 * i64::from(minutes));
        let asks = matches!(desk, Desk::Open(_)) && minutes.is_some_and(|minutes| minutes >= ASKED_PAUSE);
        let (happened, ended) = self.leave(counter, officer, holder, Desk::Paused(holder, until, reason))?;
        let handed = self.settle(counter, &left, remaining, asks)?;
        Ok((happened || handed, ended))
    }

    pub fn close(&mut self, counter: u16, officer: Option<usize>, remaining: Option<Left>) -> Ruled {
        let mut left = self.left_behind(counter, false);
        let ticket = match self.desk(counter)? {
            Desk::Closed => return Ok((false, None)),
            Desk::Open(_) if officer.is_none() && self.is_called_at(counter) => {
                let back = self.end_visit(counter, State::Waiting);
                let ticket = self.ticket_mut(back.expect("it is called"));
                (ticket.effective, ticket.bound) = (ticket.first, None);
                *self.desk_mut(counter) = Desk::Closed;
                left.extend(back.filter(|id| !self.is_called_elsewhere(counter, self.ticket(*id).service)));
                back
            }
            Desk::Open(holder) | Desk::Paused(holder, ..) => self.leave(counter, officer, holder, Desk::Closed)?.1,
        };
        self.settle(counter, &left, remaining, true)?;
        self.let_go(counter);
        self.last[usize::from(counter) - 1] = None;
        Ok((true, ticket))
    }

    /// Waiting tickets that nobody would call without this counter.
    fn left_behind(&self, counter: u16, pauses: bool) -> Vec<u64> {
        let Some(handles) = COUNTERS.get(usize::from(counter) - 1) else { return Vec::new() };
        let waiting = self.tickets.iter().filter(|ticket| ticket.state == State::Waiting);
        let left = waiting.filter(|ticket| match ticket.bound {
            None => calls(counter, handles, ticket.service) && !self.is_called_elsewhere(counter, ticket.service),
            Some(bound) => bound == counter && (pauses || !self.is_called_elsewhere(counter, ticket.service)),
        });
        left.map(|ticket| ticket.id).collect()
    }

    fn is_called_elsewhere(&self, own: u16, service: usize) -> bool {
        let mut others = (1..).zip(COUNTERS).filter(|(number, _)| *number != own);
        others.any(|(number, handles)| {
            calls(number, handles, service) && matches!(self.desks[usize::from(number) - 1], Desk::Open(_))
        })
    }

    /// Whether somebody was handed over.
    fn settle(&mut self, own: u16, left: &[u64], said: Option<Left>, asks: bool) -> Result<bool, &'static str> {
        let to = match said {
            None if asks && !left.is_empty() => return Err("people-wait"),
            Some(Left::Waiting) | None => return Ok(false),
            Some(Left::HandedOver(to)) => to,
        };
        let bound = match to {
            Ok(service) if service >= SERVICES.len() => return Err("unknown-service"),
            Ok(service) if self.is_called_elsewhere(own, service) => None,
            Ok(_) if left.is_empty() => return Ok(false),
            Ok(_) => return Err("people-wait"),
            Err(other) if usize::from(other) > COUNTERS.len() => return Err("unknown-target"),
            Err(other) if other == own => return Err("transfer-to-itself"),
            Err(other) => match self.desk(other)? {
                Desk::Closed => return Err("counter-closed"),
                Desk::Paused(..) => return Err("counter-paused"),
                Desk::Open(_) => Some(other),
            },
        };
        for id in left {
            let ticket = self.ticket_mut(*id);
            (ticket.service, ticket.bound) = (to.unwrap_or(ticket.service), bound);
            ticket.then.retain(|needed| *needed != ticket.service);
            ticket.went_on_from = None;
        }
        Ok(!left.is_empty())
    }

    /// Those whom a counter alone would have called wait for all.
    fn let_go(&mut self, counter: u16) {
        for ticket in &mut self.tickets {
            if ticket.state == State::Waiting && ticket.bound == Some(counter) {
                ticket.bound = None;
            }
        }
    }

    fn leave(&mut self, counter: u16, officer: Option<usize>, holder: usize, desk: Desk) -> Ruled {
        if officer.is_some_and(|officer| officer != holder) {
            return Err("counter-not-yours");
        }
        if self.visit(counter).is_some_and(|ticket| ticket.state == State::Called(counter)) {
            return Err("ticket-called");
        }
        let ended = self.serve(counter);
        let before = std::mem::replace(self.desk_mut(counter), desk);
        Ok((before != *self.desk_mut(counter), ended))
    }
}

/// Now, or when it helps.
fn calls(counter: u16, handles: &[&str], service: usize) -> bool {
    let service = SERVICES[service].0;
    handles.contains(&service) || (counter == HELPER && service == HELPED)
}
