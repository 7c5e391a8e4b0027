//! Typed events, built by the program: `check` against the derives, with the same two footnotes.

use std::hint::black_box;

use events_core::families::registration::EventRegistered;
use events_core::tlibrary::value::ReferenceId;
use events_core::tlibrary::vocabulary::AddressType;
use events_core::{KeyValueList, Validate};

use crate::data;
use crate::harness::{Contest, Effort};
use crate::peers::{self, InfoStatus, List, Registered, Value};
use crate::same::same_registered;

pub(crate) fn run(effort: Effort) {
    let valid = peers_of(&data::events(2_000 / effort.shrink, false));
    let failing: Vec<Registered> = valid.iter().map(failing).collect();
    contest(effort, "Validation of a typed event, valid", &valid, true);
    contest(
        effort,
        "Validation of a typed event, one footnote broken",
        &failing,
        false,
    );
}

/// How often the events are visited: one visit is too short for the clock.
const VISITS: usize = 20;

fn contest(effort: Effort, title: &'static str, peers: &[Registered], clean: bool) {
    let ours: Vec<EventRegistered> = peers.iter().map(built).collect();
    for (ours, peer) in ours.iter().zip(peers) {
        same_registered(ours, peer);
    }
    let mut contest = Contest::new(title, VISITS * peers.len(), None);
    contest.add("**events: check**", || {
        visit(&ours, |event| event.check().is_clean() == clean)
    });
    contest.add("garde", || {
        visit(peers, |event| {
            garde::Validate::validate(event).is_ok() == clean
        })
    });
    contest.add("validator", || {
        visit(peers, |event| {
            validator::Validate::validate(event).is_ok() == clean
        })
    });
    contest.add("the same two rules by hand, a bool", || {
        visit(peers, |event| {
            (event.keeps_agent_rule() && event.keeps_extensions_rule()) == clean
        })
    });
    contest.print(effort, &["garde", "validator"]);
}

fn visit<T>(events: &[T], as_expected: impl Fn(&T) -> bool) -> usize {
    let once = || {
        events
            .iter()
            .filter(|event| as_expected(black_box(event)))
            .count()
    };
    (0..VISITS).map(|_| once()).sum()
}

fn peers_of(events: &[data::Event]) -> Vec<Registered> {
    let text = data::ndjson(events, data::Order::TagFirst);
    let read = |line| serde_json::from_str(line).expect("a valid line");
    text.lines().map(read).collect()
}

/// The event with an agent at a queue, which footnote a excludes.
fn failing(event: &Registered) -> Registered {
    let mut event = event.clone();
    event.agent_id = Some("7001".to_owned());
    event.info_status = InfoStatus {
        address_type: Some(peers::AddressType::AddressTypeQueue),
    };
    event
}

fn built(peer: &Registered) -> EventRegistered {
    let mut builder = EventRegistered::builder()
        .extensions(list_of(&peer.extensions))
        .reference_id(ReferenceId::new(peer.reference_id).expect("a reference"))
        .server(peer.server)
        .this_dn(peer.this_dn.as_str())
        .time(peer.time);
    if let Some(agent) = &peer.agent_id {
        builder = builder.agent_id(agent.as_str());
    }
    if let Some(customer) = &peer.customer_id {
        builder = builder.customer_id(customer.as_str());
    }
    if let Some(address) = peer.info_status.address_type {
        let address: AddressType = format!("{address:?}").parse().expect("a documented name");
        builder = builder.info_status_address_type(address);
    }
    builder.build()
}

fn list_of(list: &List) -> KeyValueList {
    let mut pairs = KeyValueList::new();
    for (key, value) in &list.0 {
        match value {
            Value::Integer(number) => pairs.push(key, *number),
            Value::Text(text) => pairs.push(key, text.as_str()),
            Value::List(list) => pairs.push(key, &list_of(list)),
        }
    }
    pairs
}
