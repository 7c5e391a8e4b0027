//! Message tables of a specification as typed, validated, documented Rust.
//!
//! Specifications document their messages as tables: a row an attribute, Mandatory or Optional, and lettered footnotes
//! that carry the conditions. [`event!`] takes such a table as it stands in the document and makes of it a struct, a
//! builder, readers, a validator that cites the footnote, and docs that show the table.
//!
//! ```
//! use events_core::read::json;
//! use events_core::{Text, event};
//!
//! event! {
//!     /// What the docks of a bike-sharing station report.
//!     #[source(document = "Dock Protocol", section = "Reports", edition = "3")]
//!     #[tag(kind)]
//!     <Docks>
//!
//!     /// A dock was looked at.
//!     DockReported = 12 {
//!         kind                       Mandatory,
//!         dock: u16                  Mandatory,
//!         bike[a]: Text              Optional,
//!         fault_code[a]: u16         Optional,
//!     }
//!     footnotes {
//!         /// A dock with a fault holds no bike.
//!         [a] if fault_code { !bike }
//!     }
//! }
//!
//! let line = r#"{"kind":"DockReported","dock":7,"bike":"B-1009","fault_code":3}"#;
//! let report = json::from_str::<DockReported>(line).unwrap_err();
//! assert_eq!(
//!     report.to_string(),
//!     "DockReported is not as documented\n  \
//!      Docks/DockReported[a]: if fault_code is present, bike is absent, broken because fault_code is 3 and bike is \"B-1009\""
//! );
//! ```
//!
//! # The parts
//!
//! - [`event!`] declares events, [`dictionary!`] what attribute names mean, [`vocabulary!`] enumerations and [`union!`]
//!   unions; [`specification!`] makes one enum of several families.
//! - [`Value`] is what a row's type must be; [`Text`], [`Timestamp`], [`KeyValueList`], numbers and vocabularies are.
//! - [`Validate`] checks messages that a program made, [`read`] those that come from elsewhere. Both give a [`Valid`]
//!   message or a [`Report`] of everything that is wrong, as [`Violation`]s, with [`Note`]s of what is not wrong but
//!   worth knowing.
//! - [`tlibrary`] holds the dictionary, the vocabularies and the union of Genesys T-Library, [`families`] its declared
//!   events, of which [`TLibraryEvent`](families::TLibraryEvent) is any.
//! - [`schema`] is the model behind it all: tables, footnotes and rules as values, for programs that work on
//!   specifications themselves.
//!
//! # Features
//!
//! - `model`: serde for the types of [`schema`], to save and load models.
//! - `diff`: what changed between two versions of a specification.
//! - `witness`: messages that conform to an event or break it, to test with.
//! - `proptest`: [`Valid`] messages as a strategy of proptest, for properties of what takes events.
//! - `arbitrary`: [`Valid`] messages for fuzz targets that take events.

#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
mod readme {}

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
mod check;
mod convert;
mod draft;
pub mod families;
mod finding;
mod list;
mod macros;
mod message;
pub mod read;
mod record;
mod report;
mod table;
pub mod tlibrary;
mod union;
mod valid;
mod value;
mod violation;
mod vocabulary;
#[cfg(feature = "witness")]
pub mod witness;

pub use draft::Draft;
pub use events_schema as schema;
pub use events_schema::{Datum, Facts, Kind, Pairs, Timestamp};
pub use list::{Item, KeyValueList};
pub use message::{
    Declaration, Declarations, Declared, Message, Refused, Rules, UnknownEvent, Verdicts,
};
pub use record::Record;
pub use report::{Located, Report};
pub use table::Events;
pub use valid::{Valid, Validate};
pub use value::{Hex, Text, Value, Whole, WholeOrNone};
pub use violation::{Cited, Header, Note, Unit, Violation};
pub use vocabulary::{Enumeration, ParseMemberError};
