//! Follows the calls of a T-Library log, as a recorder would: by their connection ids, whatever else the log holds.
//!
//! ```sh
//! cargo run --example follow_calls -- samples/calls.log
//! ```

use std::collections::BTreeMap;
use std::error::Error;
use std::fs::File;

use events_core::Message;
use events_core::families::TLibraryEvent;
use events_core::families::call_handling::{CallHandling, EventRinging};
use events_core::families::call_routing::{CallRouting, EventRouteUsed};
use events_core::families::user_data::{EventAttachedDataChanged, UserDataEvents};
use events_core::read::log::Reader;
use events_core::tlibrary::value::ConnId;

/// What is known of a call.
#[derive(Debug, Default)]
struct Call {
    /// The objects that it came to, in order.
    path: Vec<String>,
    /// The segment of the caller, as attached to the call.
    segment: Option<String>,
}

/// The calls so far.
#[derive(Debug, Default)]
struct Calls(BTreeMap<ConnId, Call>);

impl Calls {
    fn route(&mut self, event: &EventRouteUsed) {
        let path = &mut self.0.entry(event.conn_id).or_default().path;
        path.push(event.this_dn.to_string());
    }

    fn ring(&mut self, event: &EventRinging) {
        // A consultation call belongs to the call before it.
        let id = event.previous_conn_id.unwrap_or(event.conn_id);
        let path = &mut self.0.entry(id).or_default().path;
        path.push(event.this_dn.to_string());
    }

    fn attach(&mut self, event: &EventAttachedDataChanged) {
        if let Some(segment) = event.user_data.text("Segment") {
            self.0.entry(event.conn_id).or_default().segment = Some(segment.to_owned());
        }
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1);
    let path = path.ok_or("give a log: follow_calls samples/calls.log")?;
    let mut reader = Reader::new(File::open(path)?, TLibraryEvent::events()).server(1);
    let mut calls = Calls::default();
    let mut unlike = 0;
    while let Some(message) = reader.read()? {
        // An event that is not as documented gives a report instead; the reader goes on with the next one.
        let event = match message.event::<TLibraryEvent>() {
            Ok(event) => event.into_inner(),
            Err(report) => {
                unlike += 1;
                eprintln!("{report}");
                continue;
            }
        };
        match &event {
            TLibraryEvent::CallRouting(CallRouting::EventRouteUsed(event)) => calls.route(event),
            TLibraryEvent::CallHandling(CallHandling::EventRinging(event)) => calls.ring(event),
            TLibraryEvent::UserData(UserDataEvents::EventAttachedDataChanged(event)) => {
                calls.attach(event);
            }
            _ => {}
        }
    }
    for (id, call) in &calls.0 {
        let segment = call.segment.as_deref().unwrap_or("no segment");
        println!("{id}: {}, {segment}", call.path.join(" > "));
    }
    println!("{unlike} events are not as documented");
    Ok(())
}
