//! The model of a specification whose messages are documented as tables, and its rules.
//!
//! A table has one row for each attribute, which is Mandatory or Optional, and lettered footnotes that carry the
//! conditions. Here both are values: the table and each condition can be looked at, evaluated on any message, read out
//! in plain English and saved.
//!
//! ```
//! use std::borrow::Cow;
//!
//! use events_schema::{
//!     Attribute, Clause, Condition, Datum, Event, Facts, Kind, Literal, Outcome, Presence, Rule, Term,
//! };
//!
//! const fn row(name: &'static str, kind: Kind, presence: Presence) -> Attribute {
//!     Attribute {
//!         name: Cow::Borrowed(name),
//!         union: None,
//!         kind,
//!         fixed: None,
//!         presence,
//!         marks: Cow::Borrowed(&[]),
//!         description: Cow::Borrowed(""),
//!     }
//! }
//!
//! const fn term(attribute: &'static str) -> Term {
//!     Term {
//!         attribute: Cow::Borrowed(attribute),
//!         key: None,
//!     }
//! }
//!
//! const DOCK_REPORTED: Event = Event {
//!     name: Cow::Borrowed("DockReported"),
//!     number: None,
//!     description: Cow::Borrowed("A dock of a bike-sharing station reports its state."),
//!     attributes: Cow::Borrowed(&[
//!         row("FaultCode", Kind::integer(1, 999), Presence::Optional),
//!         row("State", Kind::Text, Presence::Mandatory),
//!     ]),
//!     footnotes: Cow::Borrowed(&[]),
//! };
//!
//! const FAULT_IN_SERVICE: Rule = Rule {
//!     id: Cow::Borrowed("Docks/DockReported[a]"),
//!     clause: Clause::If {
//!         condition: Condition::Present(term("FaultCode")),
//!         then: Cow::Borrowed(&[Clause::Assert(Condition::Equals(
//!             term("State"),
//!             Literal::Text(Cow::Borrowed("out of service")),
//!         ))]),
//!         otherwise: Cow::Borrowed(&[]),
//!     },
//! };
//!
//! /// A message: the values of the table's rows.
//! struct Message(Option<i128>, Option<&'static str>);
//!
//! impl Facts for Message {
//!     fn fact(&self, attribute: usize) -> Option<Datum<'_>> {
//!         match attribute {
//!             0 => self.0.map(Datum::Integer),
//!             1 => self.1.map(Datum::Text),
//!             _ => None,
//!         }
//!     }
//! }
//!
//! let rule = FAULT_IN_SERVICE;
//! assert_eq!(rule.words(), r#"if FaultCode is present, State is "out of service""#);
//!
//! let outcome = |message| rule.outcome(&DOCK_REPORTED, &message);
//! assert_eq!(outcome(Message(Some(17), Some("out of service"))), Outcome::Holds);
//! assert_eq!(outcome(Message(Some(17), Some("free"))), Outcome::Violated);
//! assert_eq!(outcome(Message(Some(17), None)), Outcome::CannotTell);
//!
//! let explanation = rule.explain(&DOCK_REPORTED, &Message(Some(17), Some("free")));
//! assert_eq!(explanation.facts[1].to_string(), r#"State is "free""#);
//! assert_eq!(explanation.help, r#"leave out FaultCode, or make State "out of service""#);
//! ```
//!
//! # Overview
//!
//! - A [`Specification`] has [families](Family) of [events](Event). An event is a table: its rows are
//!   [attributes](Attribute), and its [footnotes](Footnote) have a [status](Status), so that no condition gets lost.
//! - What names mean is said once, in a [`Dictionary`]; what an attribute carries is its [`Kind`], and the values of an
//!   enumeration are a [`Vocabulary`]. A [`KeySet`] says what a key-value list may hold.
//! - A footnote's [rules](Rule) are made of [clauses](Clause) and [conditions](Condition), and ask for
//!   [terms](Term): an attribute, or a key in its list. [`Rule::outcome`] is what a rule comes to on a message; the
//!   absence of what it asks for is the third [`Outcome`]. [`Rule::explain`] says why, and [`Rule::words`] reads the
//!   rule out.
//! - A message is whatever implements [`Facts`]: it has a [`Datum`] for each row, or none.
//! - [`solve`] finds messages that satisfy an event or break one of its rules, and proves that there are none.
//! - [`Specification::faults`] is what a declaration could not say and a loaded model might.
//! - [`export`] writes models in the forms that others read.
//! - `diff` says what changed between two versions, and for whom it matters, with a message as proof.
//! - `witness` makes messages to test with: those that conform, and one for each way to break an event.
//! - With the feature `import`, documents become drafts of declarations, with a ledger of what was not understood. What
//!   [`export::modules`] declares, and whatever else stands in sources, the crate `events-syntax` reads back into a model.
//!
//! All of the model can be built in a constant. Tables that a macro declares and tables that were loaded are the same
//! types.
//!
//! # Features
//!
//! - `serde`: models can be saved and loaded in any self-describing format. Names that the model does not know are
//!   refused, so that a misspelled one loses nothing.
//! - `diff`: what changed between two versions of a specification.
//! - `witness`: messages that conform to an event or break it, with values that look real.
//! - `import`: plain text becomes a draft.
//! - `import-formats`: so do Markdown, HTML and PDF.

mod closest;
mod datum;
#[doc(hidden)]
pub mod demand;
mod dictionary;
#[cfg(feature = "diff")]
pub mod diff;
mod explain;
pub mod export;
mod fault;
#[cfg(feature = "import")]
pub mod import;
mod model;
mod parts;
mod rule;
#[cfg(test)]
mod sample;
mod sentence;
pub mod solve;
mod timestamp;
mod union;
mod usage;
#[cfg(feature = "witness")]
pub mod witness;
mod words;

pub use closest::closest;
pub use datum::{Datum, Facts, Iter, Node, NodeValue, Pairs, Scalar, Span};
pub use dictionary::{Definition, Dictionary, Key, KeySet, Kind, Member, Vocabulary};
pub use explain::{Explanation, Fact};
pub use fault::{Fault, Wrong};
pub use model::{
    Attribute, Cell, Event, Family, Footnote, List, Literal, Mark, Presence, Source, Specification,
    Status, Text, event_of,
};
pub use rule::{
    Clause, Condition, Outcome, Rule, Term, equals, follows, key, member, present, same,
};
pub use timestamp::{ParseTimestampError, Timestamp};
pub use union::{Union, UnionMember};
pub use usage::{Need, Usage};
