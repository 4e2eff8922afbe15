//! A counter: where people are called to.

use std::ops::RangeInclusive;

use crate::read::{Kind, Node, Table, choice, whole_number};

/// Where people are called to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counter {
    /// 1 to 999, as it stands over the counter.
    pub number: u16,
    /// Codes of the services that it handles; at least one.
    pub services: Vec<String>,
    /// Codes of the services that it helps with, none of them among its own; may be empty.
    pub helps_with: Vec<String>,
    /// Minutes for which those wait before it calls them, 0 to 240; 0 without a service to help with.
    pub helps_after_minutes: u16,
    /// Where it is, seen from the wall display.
    pub direction: Direction,
}

/// Where a counter is, seen by those who look at the wall display.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// To the left of the display.
    Left,
    /// To the right of the display.
    Right,
    /// Straight on, or upstairs.
    Up,
    /// Behind those who look at the display.
    Back,
}

impl Direction {
    const CHOICES: &[(&str, Self)] =
        &[("left", Self::Left), ("right", Self::Right), ("up", Self::Up), ("back", Self::Back)];

    /// The word for it in the set-up and in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Right => "right",
            Self::Up => "up",
            Self::Back => "back",
        }
    }
}

impl Counter {
    /// Minutes after which a counter may begin to help.
    pub(super) const HELPS_AFTER: RangeInclusive<u16> = 0..=240;

    pub(super) fn read(table: &mut Table<'_, '_>) -> Option<Self> {
        let number_node = table.child("number");
        let number = whole_number(1..=999)(&number_node);
        if let Some(number) = number {
            let ledger = table.node().ledger();
            ledger.define(Kind::Counter, &number.to_string(), &number_node, "a number that no other counter has");
        }
        let own_services = table.required("services", services);
        let helps_with = table.optional("helps_with", services);
        let after = table.child("helps_after_minutes");
        let helps_after_minutes = match &helps_with {
            Some(_) => whole_number(Self::HELPS_AFTER)(&after),
            None if after.value().is_some() => {
                after.refuse("nothing, or helps_with beside it");
                None
            }
            None => Some(0),
        };
        for own in in_both(own_services.as_deref(), helps_with.as_deref()) {
            table
                .node()
                .child("helps_with")
                .refuse_found(format!("\"{own}\", which is in services, too"), "other services");
        }
        let direction = table.required("direction", choice(Direction::CHOICES));
        Some(Self {
            number: number?,
            services: own_services?,
            helps_with: helps_with.unwrap_or_default(),
            helps_after_minutes: helps_after_minutes?,
            direction: direction?,
        })
    }
}

/// Services that are named as the counter's own and as those that it helps with.
fn in_both<'s>(own: Option<&'s [String]>, helps: Option<&'s [String]>) -> impl Iterator<Item = &'s String> {
    let helped = move |code: &&String| helps.is_some_and(|helps| helps.contains(code));
    own.into_iter().flatten().filter(helped)
}

fn services(node: &Node<'_>) -> Option<Vec<String>> {
    let services = node.list(1..=24, service);
    let Some(services) = services else {
        node.ledger().spoil(Kind::Counter);
        return None;
    };
    for (index, code) in services.iter().enumerate() {
        if services[..index].contains(code) {
            node.refuse_found(format!("\"{code}\" twice"), "each service once");
        }
    }
    Some(services)
}

/// A service's code. Whether the service exists is checked when all services have been read.
fn service(node: &Node<'_>) -> Option<String> {
    let Some(code) = node.string() else {
        node.refuse("the code of a service, as \"A\"");
        return None;
    };
    node.ledger().mention(Kind::Service, code, node);
    Some(code.to_owned())
}
