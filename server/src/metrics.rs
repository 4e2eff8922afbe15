//! What is counted, in OpenMetrics text.

use std::sync::Arc;

use prometheus_client::encoding::{EncodeLabelSet, text::encode};
use prometheus_client::metrics::{counter::Counter, family::Family, gauge::Gauge};
use prometheus_client::registry::Registry;

use crate::doors::Limit;

/// The content type of the OpenMetrics text format.
pub const OPEN_METRICS: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// A refusal's stable code.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Code {
    code: String,
}

/// An order's name.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct OrderName {
    order: &'static str,
}

/// A limit of the doors.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct LimitName {
    limit: &'static str,
}

/// How a slip ended.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Outcome {
    outcome: &'static str,
}

/// The office's counters and gauges.
pub struct Metrics {
    registry: Registry,
    refusals: Family<Code, Counter>,
    orders: Family<OrderName, Counter>,
    slips: Family<Outcome, Counter>,
    limits: Family<LimitName, Counter>,
    waiting: Gauge,
    certificate_ends: Gauge,
    /// Live sockets that are open now.
    pub sockets: Gauge,
}

impl Metrics {
    /// All at zero; with a mark when nothing of what is counted is real.
    #[must_use]
    pub fn new(rehearsal: bool) -> Arc<Self> {
        let mut registry = Registry::with_prefix("moi");
        let refusals = Family::<Code, Counter>::default();
        registry.register("refusals", "Requests and frames that were refused, by problem code", refusals.clone());
        let orders = Family::<OrderName, Counter>::default();
        registry.register("orders", "Orders that were carried out, by name", orders.clone());
        let slips = Family::<Outcome, Counter>::default();
        registry.register("slips", "Slips, by how far they came", slips.clone());
        let limits = Family::<LimitName, Counter>::default();
        registry.register("turned_away", "Requests and connections that a limit turned away", limits.clone());
        for limit in Limit::ALL {
            drop(limits.get_or_create(&LimitName { limit: limit.word() }));
        }
        let marked = Gauge::<i64>::default();
        marked.set(rehearsal.into());
        registry.register("rehearsal", "1 when nothing of this is real", marked);
        let sockets = Gauge::default();
        registry.register("sockets", "Live sockets that are open", sockets.clone());
        let certificate_ends = Gauge::default();
        let help = "When the certificate ends, in seconds since 1970; 0 where pages are not encrypted";
        registry.register("certificate_ends_seconds", help, certificate_ends.clone());
        let waiting = Gauge::default();
        registry.register("tickets_waiting", "People who wait", waiting.clone());
        Arc::new(Self { registry, refusals, orders, slips, limits, waiting, certificate_ends, sockets })
    }

    /// Counts a refused request or frame under its problem code.
    pub fn count_refusal(&self, code: &str) {
        self.refusals.get_or_create(&Code { code: code.to_owned() }).inc();
    }

    /// Tells when the certificate ends, in seconds since 1970.
    pub fn certificate_ends(&self, second: i64) {
        self.certificate_ends.set(second);
    }

    /// Counts an order that was carried out.
    pub fn count_order(&self, order: &'static str) {
        self.orders.get_or_create(&OrderName { order }).inc();
    }

    /// Counts a slip by how far it came.
    pub fn count_slip(&self, outcome: &'static str) {
        self.slips.get_or_create(&Outcome { outcome }).inc();
    }

    /// Counts whom a limit turned away.
    pub fn count_limit(&self, limit: Limit) {
        self.limits.get_or_create(&LimitName { limit: limit.word() }).inc();
    }

    /// How often this limit has turned somebody away since the start.
    #[must_use]
    pub fn turned_away(&self, limit: Limit) -> u64 {
        self.limits.get_or_create(&LimitName { limit: limit.word() }).get()
    }

    /// The OpenMetrics text, with the number of people who wait now.
    ///
    /// # Errors
    /// When a label can't be written, which would be a bug.
    pub fn text(&self, waiting: usize) -> Result<String, std::fmt::Error> {
        self.waiting.set(i64::try_from(waiting).unwrap_or(i64::MAX));
        let mut text = String::new();
        encode(&mut text, &self.registry)?;
        Ok(text)
    }
}
