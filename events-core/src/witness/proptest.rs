//! Valid messages for proptest.

use std::fmt::{self, Debug};
use std::marker::PhantomData;

use events_schema::Facts;
use events_schema::solve::Message as Found;
use proptest::arbitrary::Arbitrary;
use proptest::prelude::Rng;
use proptest::strategy::{NewTree, Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use super::{Made, typed};
use crate::table::Table;
use crate::{Message, Valid};

/// The strategy of all valid messages that `T` can hold.
pub struct Messages<T>(PhantomData<fn() -> T>);

/// A message that shrinks by what it can do without.
#[derive(Debug)]
pub struct Shrinking<T> {
    table: &'static Table,
    found: Found,
    /// The message before the last step.
    before: Option<Found>,
    /// The row that is taken away next.
    next: usize,
    of: PhantomData<fn() -> T>,
}

impl<T> Debug for Messages<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Messages")
    }
}

impl<T: Message + Debug> Strategy for Messages<T> {
    type Tree = Shrinking<T>;
    type Value = Valid<T>;

    fn new_tree(&self, runner: &mut TestRunner) -> NewTree<Self> {
        let made = super::found::<T>(runner.rng().next_u64());
        let Made { table, found, .. } = made.ok_or("no message can satisfy the event")?;
        Ok(Shrinking {
            table,
            found,
            before: None,
            next: 0,
            of: self.0,
        })
    }
}

impl<T: Message + Debug> ValueTree for Shrinking<T> {
    type Value = Valid<T>;

    fn current(&self) -> Valid<T> {
        typed(self.table, &self.found).expect("a step keeps the message valid")
    }

    fn simplify(&mut self) -> bool {
        while self.next < self.table.rows.len() {
            let row = self.next;
            self.next += 1;
            if self.found.fact(row).is_none() {
                continue;
            }
            let mut less = self.found.clone();
            less.set(row, None);
            if typed::<T>(self.table, &less).is_some() {
                self.before = Some(std::mem::replace(&mut self.found, less));
                return true;
            }
        }
        false
    }

    fn complicate(&mut self) -> bool {
        match self.before.take() {
            Some(before) => {
                self.found = before;
                true
            }
            None => false,
        }
    }
}

impl<T: Message + Debug> Arbitrary for Valid<T> {
    type Parameters = ();
    type Strategy = Messages<T>;

    fn arbitrary_with((): ()) -> Messages<T> {
        Messages(PhantomData)
    }
}
