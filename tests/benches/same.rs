//! Whether the typed events of this project and those of the peers say the same.

use events_core::families::registration::{EventRegistered, EventUnregistered};
use events_core::schema::Pairs;
use events_core::tlibrary::value::ReferenceId;
use events_core::{Datum, KeyValueList};

use crate::peers::{List, Registered, Unregistered, Value};

/// Panics unless both say the same.
pub(crate) fn same_registered(ours: &EventRegistered, peer: &Registered) {
    let address = peer
        .info_status
        .address_type
        .map(|address| format!("{address:?}"));
    assert_eq!(
        ours.agent_id.as_ref().map(AsRef::as_ref),
        peer.agent_id.as_deref()
    );
    assert_eq!(ours.customer_id.as_deref(), peer.customer_id.as_deref());
    assert!(same_list(&ours.extensions, &peer.extensions), "{peer:?}");
    assert_eq!(
        ours.info_status_address_type
            .map(|address| address.to_string()),
        address
    );
    assert_eq!(
        EventRegistered::INFO_TYPE.to_string(),
        format!("{:?}", peer.info_type)
    );
    assert_eq!(ours.reference_id.get(), peer.reference_id);
    assert_eq!(ours.server, peer.server);
    assert_eq!(ours.this_dn.as_str(), peer.this_dn);
    assert_eq!(ours.time, peer.time);
}

/// Panics unless both say the same.
pub(crate) fn same_unregistered(ours: &EventUnregistered, peer: &Unregistered) {
    assert_eq!(ours.customer_id.as_deref(), peer.customer_id.as_deref());
    assert_eq!(ours.error_code, peer.error_code);
    assert_eq!(ours.error_message.as_deref(), peer.error_message.as_deref());
    let extensions = match (&ours.extensions, &peer.extensions) {
        (Some(ours), Some(peer)) => same_list(ours, peer),
        (ours, peer) => ours.is_none() && peer.is_none(),
    };
    assert!(extensions, "{peer:?}");
    assert_eq!(ours.reference_id.map(ReferenceId::get), peer.reference_id);
    assert_eq!(ours.server, peer.server);
    assert_eq!(ours.this_dn.as_str(), peer.this_dn);
    assert_eq!(ours.time, peer.time);
}

fn same_list(ours: &KeyValueList, peer: &List) -> bool {
    same_pairs(ours.pairs(), peer)
}

fn same_pairs(ours: Pairs<'_>, peer: &List) -> bool {
    let mut pairs = ours.into_iter();
    let same = peer.0.iter().all(|(key, value)| {
        let Some((name, datum)) = pairs.next() else {
            return false;
        };
        let same = match (datum, value) {
            (Datum::Integer(ours), Value::Integer(peer)) => ours == i128::from(*peer),
            (Datum::Text(ours), Value::Text(peer)) => ours == peer,
            (Datum::List(ours), Value::List(peer)) => same_pairs(ours, peer),
            _ => false,
        };
        name == key && same
    });
    same && pairs.next().is_none()
}
