//! What the workspace promises, from outside.

#![allow(missing_docs, reason = "a test binary has no readers of its docs")]

#[path = "suite/agree.rs"]
mod agree;
#[path = "suite/declare.rs"]
mod declare;
#[path = "suite/export.rs"]
mod export;
#[path = "suite/facts.rs"]
mod facts;
#[path = "suite/proof.rs"]
mod proof;
#[path = "suite/read_json.rs"]
mod read_json;
#[path = "suite/read_log.rs"]
mod read_log;
#[path = "suite/round_trip.rs"]
mod round_trip;
#[path = "suite/unions.rs"]
mod unions;
