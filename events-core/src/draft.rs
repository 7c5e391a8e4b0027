//! Messages that no type guards.

use std::fmt;

use events_schema::{Dictionary, Event, Facts, Family};

use crate::Declaration;
use crate::read::log::write_draft;

/// A message of an event that no type guards: what it says of each row, right or wrong.
///
/// It is written like a message of the event's type, with serde and as a log prints it. So messages for tests of others
/// can be made that no type of this crate would hold.
///
/// ```
/// use events_core::families::registration::EventUnregistered;
/// use events_core::{Datum, Declared, Draft, Facts};
///
/// /// Says that the object is 7.
/// struct Seven;
///
/// impl Facts for Seven {
///     fn fact(&self, attribute: usize) -> Option<Datum<'_>> {
///         let row = EventUnregistered::declaration().event.position("ThisDN");
///         (row == Some(attribute)).then_some(Datum::Integer(7))
///     }
/// }
///
/// let draft = Draft::of(EventUnregistered::declaration(), &Seven);
/// assert_eq!(draft.to_log(), "message EventUnregistered\n\tAttributeThisDN\t7\n");
/// ```
#[derive(Clone, Copy)]
pub struct Draft<'a> {
    pub(crate) family: &'a Family,
    pub(crate) event: &'a Event,
    pub(crate) dictionary: &'a Dictionary,
    pub(crate) facts: &'a dyn Facts,
}

impl<'a> Draft<'a> {
    /// A message of an event of a family, with the names that the dictionary has for its attributes in logs.
    #[must_use]
    pub const fn new(
        family: &'a Family,
        event: &'a Event,
        dictionary: &'a Dictionary,
        facts: &'a dyn Facts,
    ) -> Self {
        Self {
            family,
            event,
            dictionary,
            facts,
        }
    }

    /// A message of a declared event.
    #[must_use]
    pub const fn of(declaration: &Declaration, facts: &'a dyn Facts) -> Self {
        Self::new(
            declaration.family,
            declaration.event,
            declaration.dictionary,
            facts,
        )
    }

    /// The message as a log prints it; see [`read::log::to_string`](crate::read::log::to_string). A log names the event
    /// in the header, whatever the message says of the tag.
    #[must_use]
    pub fn to_log(&self) -> String {
        let mut text = String::new();
        // Writing to a text does not fail.
        let _ = write_draft(&mut text, self);
        text
    }
}

impl fmt::Debug for Draft<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rows = self.event.attributes.iter().enumerate();
        let said = rows.filter_map(|(at, row)| Some((&row.name, self.facts.fact(at)?)));
        write!(f, "{} ", self.event.name)?;
        f.debug_map().entries(said).finish()
    }
}
