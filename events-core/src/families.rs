//! The declared families.

pub mod registration;

use crate::message::{Declaration, Message};

/// What the families of this crate declare, in the order of the document: a line a family.
const FAMILIES: &[&[&Declaration]] = &[registration::Registration::DECLARATIONS];

/// The declarations of all families of this crate, in the order of the document.
///
/// ```
/// use events_core::{Events, families};
///
/// let events = Events::new(families::declarations());
/// assert!(events.names().any(|name| name == "EventRegistered"));
/// ```
pub fn declarations() -> impl Iterator<Item = Declaration> {
    FAMILIES
        .iter()
        .flat_map(|events| events.iter().map(|event| **event))
}
