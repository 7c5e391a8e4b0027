//! Typed messages to test with: any message that conforms, as a type of its own.
//!
//! Messages are those of [`schema::witness`](crate::schema::witness): the solver decides what they have, and values are
//! plausible ones and, as often, any that the kind allows.
//!
//! ```
//! use events_core::families::registration::{EventRegistered, Registration};
//! use events_core::witness::random;
//!
//! let event = random::<EventRegistered>(7).expect("a message can satisfy the event");
//! assert_eq!(random::<EventRegistered>(7), Some(event));
//! assert!(random::<Registration>(7).is_some());
//! ```
//!
//! With the feature `proptest`, [`Valid`] of each event and of each family is `Arbitrary`, and failing cases shrink by
//! what they can do without:
//!
//! ```
//! # #[cfg(feature = "proptest")]
//! # fn main() {
//! use events_core::Valid;
//! use events_core::families::registration::EventRegistered;
//! use proptest::prelude::*;
//!
//! proptest!(|(event in any::<Valid<EventRegistered>>())| {
//!     prop_assert!(event.extensions.len() < 100);
//! });
//! # }
//! # #[cfg(not(feature = "proptest"))]
//! # fn main() {}
//! ```
//!
//! With the feature `arbitrary`, it has the trait of the crate `arbitrary`, for fuzz targets that take events.

#[cfg(feature = "arbitrary")]
mod arbitrary;
mod fill;
#[cfg(feature = "proptest")]
mod proptest;

use events_schema::solve::Message as Found;
use events_schema::witness::{Plausible, Witnesses};

use crate::read::{Checked, Place};
use crate::record::Slots;
use crate::table::Table;
use crate::{Message, Valid};

#[cfg(feature = "proptest")]
pub use proptest::{Messages, Shrinking};

/// How many messages are tried before there is taken to be none: a type may refuse values that its kind allows.
const TRIES: u64 = 64;

/// A message that `T` can hold, without anything wrong: the same one for the same seed. `None` when no message can
/// satisfy any of its events.
#[must_use]
pub fn random<T: Message>(seed: u64) -> Option<Valid<T>> {
    found::<T>(seed).map(|found| found.message)
}

/// A message and what it was made of.
#[cfg_attr(
    not(feature = "proptest"),
    expect(dead_code, reason = "only shrinking asks what it was made of")
)]
struct Made<T> {
    message: Valid<T>,
    table: &'static Table,
    found: Found,
}

fn found<T: Message>(seed: u64) -> Option<Made<T>> {
    let events = T::events();
    let mut values = Plausible::new(seed);
    (0..TRIES).find_map(|_| {
        let count = u64::try_from(events.names().count()).ok()?;
        let chosen = values.roll().checked_rem(count)?;
        let table = events.get(usize::try_from(chosen).ok());
        let witnesses = table.witnesses()?;
        let found = witnesses.random(&mut values.fork()).ok()??;
        Some(Made {
            message: typed(table, &found)?,
            table,
            found,
        })
    })
}

/// The typed message of what the solver found.
fn typed<T: Message>(table: &'static Table, found: &Found) -> Option<Valid<T>> {
    let mut slots = Slots::default();
    fill::fill(table, found, &mut slots);
    crate::check::check(table, "", &mut slots, &crate::table::Rows::default());
    Checked::new(table, "", &slots, Place::default())
        .event()
        .ok()
}

impl Table {
    /// The messages of the event, prepared once; none when its rules are beyond the solver.
    fn witnesses(&self) -> Option<&Witnesses<'static>> {
        let made = || Witnesses::new(self.event(), self.declaration.dictionary).ok();
        self.witnesses.get_or_init(made).as_ref()
    }
}
