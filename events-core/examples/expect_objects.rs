//! Holds what a T-Server reports of its objects against what is expected of them, such as after a migration.
//!
//! ```sh
//! cargo run --example expect_objects -- samples/registration.log
//! ```

use std::collections::BTreeMap;
use std::error::Error;
use std::fs::File;

use events_core::Message;
use events_core::families::registration::{EventRegistered, Registration};
use events_core::read::log::Reader;
use events_core::tlibrary::value::Dn;
use events_core::tlibrary::vocabulary::AddressType;

/// What an object should be: its number, its kind, and keys that its extensions should have.
struct Expected {
    dn: &'static str,
    kind: AddressType,
    keys: &'static [&'static str],
}

const EXPECTED: [Expected; 4] = [
    Expected {
        dn: "7001",
        kind: AddressType::AddressTypeDN,
        keys: &["ps-1", "AgentStatus"],
    },
    Expected {
        dn: "7002",
        kind: AddressType::AddressTypePosition,
        keys: &["ps-1"],
    },
    Expected {
        dn: "8001",
        kind: AddressType::AddressTypeRouteDN,
        keys: &["conn-1"],
    },
    Expected {
        dn: "8999",
        kind: AddressType::AddressTypeQueue,
        keys: &[],
    },
];

impl Expected {
    /// What is missing of the object.
    fn lacks(&self, registered: &EventRegistered) -> Vec<String> {
        let mut lacks = Vec::new();
        if registered.info_status_address_type != Some(self.kind) {
            let found = match registered.info_status_address_type {
                Some(kind) => kind.to_string(),
                None => "of no known kind".to_owned(),
            };
            lacks.push(format!("should be {}, is {found}", self.kind));
        }
        for key in self.keys {
            if registered.extensions.get(key).is_none() {
                lacks.push(format!("has no extension {key}"));
            }
        }
        lacks
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1);
    let path = path.ok_or("give a log: expect_objects samples/registration.log")?;
    let mut reader = Reader::new(File::open(path)?, Registration::events()).server(1);
    let mut objects: BTreeMap<Dn, EventRegistered> = BTreeMap::new();
    while let Some(message) = reader.read()? {
        if let Ok(event) = message.event::<Registration>()
            && let Registration::EventRegistered(registered) = event.into_inner()
        {
            objects.insert(registered.this_dn.clone(), registered);
        }
    }
    let mut missing = 0;
    for expected in &EXPECTED {
        let lacks = match objects.get(&Dn::from(expected.dn)) {
            Some(registered) => expected.lacks(registered),
            None => vec!["is not registered".to_owned()],
        };
        for lack in &lacks {
            println!("{} {lack}", expected.dn);
        }
        missing += lacks.len();
    }
    println!("{missing} expectations are not met");
    Ok(())
}
