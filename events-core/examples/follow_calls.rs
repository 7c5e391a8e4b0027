//! Follows the calls of a T-Library log or of NDJSON, as a recorder would: by their connection ids, whatever else is
//! there.
//!
//! ```sh
//! cargo run --example follow_calls -- samples/calls.log
//! ```

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::process::ExitCode;

use events_core::families::TLibraryEvent;
use events_core::families::call_handling::{CallHandling, EventRinging};
use events_core::families::call_routing::{CallRouting, EventRouteUsed};
use events_core::families::user_data::{EventAttachedDataChanged, UserDataEvents};
use events_core::read::{Checked, Format, json, log};
use events_core::tlibrary::value::ConnId;
use events_core::{Message, UnknownEvent};

/// What is known of a call.
#[derive(Debug, Default)]
struct Call {
    /// The objects that it came to, in order.
    path: Vec<String>,
    /// The segment of the caller, as attached to the call.
    segment: Option<String>,
    /// The objects that left it.
    left: Vec<String>,
}

/// The calls so far, and how many messages they are from.
#[derive(Debug, Default)]
struct Calls {
    by_id: BTreeMap<ConnId, Call>,
    messages: u64,
    unlike: u64,
}

impl Calls {
    fn read(path: &str) -> io::Result<Self> {
        let mut bytes = BufReader::with_capacity(64 * 1024, File::open(path)?);
        let (format, events) = (Format::detect(bytes.fill_buf()?), TLibraryEvent::events());
        let mut calls = Self::default();
        if format == Format::Json {
            let mut reader = json::Reader::new(bytes, events);
            while let Some(message) = reader.read()? {
                calls.take(path, &message);
            }
        } else {
            // Logs do not bear the attribute Server.
            let mut reader = log::Reader::new(bytes, events).server(1);
            while let Some(message) = reader.read()? {
                calls.take(path, &message);
            }
        }
        if calls.messages == 0 {
            let expected = "no message was found, expected a log or NDJSON: uncompressed, in UTF-8";
            return Err(io::Error::new(io::ErrorKind::InvalidData, expected));
        }
        Ok(calls)
    }

    fn take(&mut self, path: &str, message: &Checked<'_>) {
        self.messages += 1;
        // An event that is not as documented gives a report instead; the reader goes on with the next one.
        let event = match message.event::<TLibraryEvent>() {
            Ok(event) => event.into_inner(),
            Err(report) => {
                self.unlike += 1;
                return eprintln!("{path}:{}: {report}", message.place().line);
            }
        };
        match &event {
            TLibraryEvent::CallRouting(CallRouting::EventRouteUsed(event)) => self.route(event),
            TLibraryEvent::CallHandling(CallHandling::EventRinging(event)) => self.ring(event),
            TLibraryEvent::UserData(UserDataEvents::EventAttachedDataChanged(event)) => {
                self.attach(event);
            }
            // An event that is not declared keeps all that it holds, by name.
            TLibraryEvent::Unknown(event) if event.name == "EventReleased" => self.release(event),
            _ => {}
        }
    }

    fn route(&mut self, event: &EventRouteUsed) {
        let path = &mut self.by_id.entry(event.conn_id).or_default().path;
        path.push(event.this_dn.to_string());
    }

    fn ring(&mut self, event: &EventRinging) {
        // A consultation call belongs to the call before it.
        let id = event.previous_conn_id.unwrap_or(event.conn_id);
        let path = &mut self.by_id.entry(id).or_default().path;
        path.push(event.this_dn.to_string());
    }

    fn attach(&mut self, event: &EventAttachedDataChanged) {
        if let Some(segment) = event.user_data.text("Segment") {
            let call = self.by_id.entry(event.conn_id).or_default();
            call.segment = Some(segment.to_owned());
        }
    }

    fn release(&mut self, event: &UnknownEvent) {
        // Without a table nothing was checked: either attribute may be absent, or something else.
        let attributes = &event.attributes;
        if let Some(Ok(id)) = attributes.parse::<ConnId>("ConnID")
            && let Some(call) = self.by_id.get_mut(&id)
            && let Some(Ok(dn)) = attributes.parse("ThisDN")
        {
            call.left.push(dn);
        }
    }
}

fn main() -> ExitCode {
    let Some(path) = std::env::args().nth(1) else {
        eprintln!("give a log: follow_calls samples/calls.log");
        return ExitCode::FAILURE;
    };
    let calls = match Calls::read(&path) {
        Ok(calls) => calls,
        Err(error) => {
            eprintln!("{path}: {error}");
            return ExitCode::FAILURE;
        }
    };
    for (id, call) in &calls.by_id {
        let segment = call.segment.as_deref().unwrap_or("no segment");
        let path = call.path.join(" > ");
        let left = match &call.left[..] {
            [] => "nobody".to_owned(),
            left => left.join(" and "),
        };
        println!("{id}: {path}, {segment}, left by {left}");
    }
    let (messages, unlike) = (calls.messages, calls.unlike);
    println!("{messages} messages, {unlike} of them are not as documented");
    ExitCode::SUCCESS
}
