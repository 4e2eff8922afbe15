//! What the model is made of.

use crate::steps::OFFSET;

/// What a step comes to.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// Refused with this code.
    Refused(&'static str),
    /// Carried out, perhaps without any effect; about this ticket.
    Done { ticket: Option<u64> },
    /// Carried out before, under the same key.
    Repeated { touched: Option<u64>, called: Option<u64>, appointment: Option<u64> },
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum State {
    Waiting,
    Called(u16),
    Serving(u16),
    /// Where, and whether it comes back to that counter alone.
    Parked(u16, bool),
    /// Where to it was called, and when the officer gave up.
    Missed(u16, i64),
    Ended,
    Cancelled,
}

#[derive(Debug, Clone, PartialEq)]
pub struct ModelTicket {
    /// Also its token's number.
    pub id: u64,
    pub service: usize,
    /// What its citizen needs after that.
    pub then: Vec<usize>,
    /// Where its visit ended, as long as it waits for the next service since then.
    pub went_on_from: Option<u16>,
    pub number: String,
    pub taken_at: i64,
    /// As of when its citizen counts as come.
    pub arrival: i64,
    pub effective: i64,
    /// The effective arrival that it had first.
    pub first: i64,
    /// The only counter that calls it.
    pub bound: Option<u16>,
    pub state: State,
    /// When it was called last, and how often again.
    pub called: (i64, u16),
    /// When its newest visit began.
    pub started: i64,
    /// How its newest visit came out.
    pub outcome: Option<&'static str>,
    /// The last step that changed it.
    pub changed_in: u64,
}

impl ModelTicket {
    pub fn call(&mut self, counter: u16, now: i64) {
        (self.state, self.called, self.outcome) = (State::Called(counter), (now, 0), None);
        self.went_on_from = None;
    }
}

#[derive(Debug, Clone, PartialEq)]
pub enum Desk {
    Closed,
    Open(usize),
    /// By whom, until when, and why, as a place in the table of reasons.
    Paused(usize, Option<i64>, Option<usize>),
}

/// The office's day of a time.
pub fn day_of(time: i64) -> i64 {
    (time + OFFSET).div_euclid(86_400)
}
