//! The engine's own orders: business days begin, and are put right, by themselves, and appointments are missed.

use jiff::Timestamp;
use moi_domain::{Actor, Command, Event, Order};

use super::writer::Writer;
use crate::clock::Service;

impl Writer {
    /// The engine's own commands: a business day begins by itself, not with its first ticket, and is put right after a
    /// clock that was ahead; who did not come for an appointment is noted. With the time that it is then.
    pub(super) fn start_day(&mut self) -> (Vec<Event>, Timestamp) {
        let mut events = Vec::new();
        let service = self.service();
        self.clock.at_least(self.hall.last_at());
        let now = self.clock.now(service);
        if let Some(correction) = self.clock.correction(service) {
            let midnight_passed = correction.midnight_passed;
            self.decide_own(Command::CorrectDay { midnight_passed }, correction.at, &mut events);
        }
        if let Some(at) = events.first().map(|event: &Event| event.at) {
            self.clock.set_back(at);
            return (events, at);
        }
        self.decide_own(Command::StartDay, now, &mut events);
        self.decide_own(Command::MarkMissed, now, &mut events);
        (events, now)
    }

    /// With the first order since the start, the office is there again. Not earlier: a clock that lost its time in a
    /// power cut has been put right by then.
    pub(super) fn note_return(&mut self, now: Timestamp, events: &mut Vec<Event>) {
        if let Some(command) = self.away.noting(now) {
            self.decide_own(command, now, events);
        }
    }

    fn decide_own(&mut self, command: Command, now: Timestamp, events: &mut Vec<Event>) {
        let order = Order { command, by: Actor::Engine, key: None };
        if let Err(error) = self.decide(&order, now, events) {
            tracing::error!(%error, command = ?order.command, "an order of the engine's own was refused");
        }
    }

    /// What a change of the time could cost.
    pub(super) fn service(&self) -> Service {
        Service { is_quiet: self.hall.is_quiet(), has_begun: self.has_served }
    }
}
