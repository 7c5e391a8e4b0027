//! What the attribute lines of an event mean, and which one probably comes next.

use events_schema::{Literal, Span, Vocabulary};

use crate::convert::{Raw, convert};
use crate::record::Slot;
use crate::table::{Row, RowKind, Table};

/// What an attribute line is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    /// A row of the table, or one of its parts.
    Row(usize, Piece),
    /// The attributes that the table does not know.
    Other,
}

/// The part of a row that a line holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece {
    /// The whole value.
    Whole,
    /// Seconds since 1970.
    Seconds,
    /// The microseconds within the second.
    Microseconds,
    /// The pair with this number of a list whose pairs have lines of their own.
    Pair(usize),
}

/// Values whose plain form can be taken while they are still bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Plain {
    /// A text.
    Text,
    /// A whole number.
    Number {
        /// The least and the greatest that are taken.
        least: i64,
        most: i64,
        /// Stands for absence.
        none: Option<i64>,
    },
    /// The number of an enumeration's member; those below 64 that it has.
    Member(u64),
    /// A number of at most 16 hexadecimal digits.
    Hex,
    /// Part of a moment.
    Piece,
    /// A list.
    List,
    /// None.
    None,
}

impl Plain {
    fn of(row: &Row) -> Self {
        match row.kind {
            RowKind::List => Plain::List,
            RowKind::Enumeration(Vocabulary { numbered: true, .. })
                if let Some(Literal::Member {
                    number: number @ 0..64,
                    ..
                }) = row.fixed =>
            {
                Plain::Member(1 << number)
            }
            // Any other value that the table fixes is compared later.
            _ if row.fixed.is_some() => Plain::None,
            RowKind::Text => Plain::Text,
            RowKind::Hex { digits: 16 } => Plain::Hex,
            RowKind::Integer { min, max, none } => Plain::Number {
                least: i64::try_from(min).unwrap_or(i64::MIN),
                most: i64::try_from(max).unwrap_or(i64::MAX),
                none: none.and_then(|none| none.try_into().ok()),
            },
            RowKind::Enumeration(vocabulary) if vocabulary.numbered => {
                let numbers = vocabulary.members.iter().map(|member| member.number);
                let bits = numbers
                    .filter(|number| (0..64).contains(number))
                    .map(|number| 1 << number);
                Plain::Member(bits.fold(0, |known, bit: u64| known | bit))
            }
            _ => Plain::None,
        }
    }
}

/// How many bytes of a name are compared at a time.
const BLOCK: usize = 16;

/// How many names that the table lacks are learnt; others are looked up each time.
const LEARNT: usize = 32;

/// The names under which an event's attributes are logged. Each remembers which one came next the last time.
#[derive(Debug)]
pub(super) struct Plan {
    /// The first stands for the beginning of a message.
    names: Vec<Name>,
    room: usize,
    /// The rows whose values the caller gives.
    pub(super) given: Vec<Given>,
}

/// A row whose value the caller gives.
#[derive(Debug)]
pub(super) struct Given {
    pub(super) row: usize,
    /// Which of the given values.
    pub(super) which: usize,
    /// The value, when it is a number, which is all there is to say about it.
    pub(super) slot: Option<Slot>,
}

impl Given {
    fn new(table: &Table, which: usize, (name, value): &(String, String)) -> Option<Self> {
        let row = table.rows.iter().position(|row| row.name == *name)?;
        let place = Span::default();
        let slot = match table.rows[row].kind {
            RowKind::Integer { .. } => convert(&table.rows[row], Raw::Word(value, place)).ok(),
            _ => None,
        };
        let slot = slot.flatten();
        Some(Self { row, which, slot })
    }
}

#[derive(Debug)]
pub(super) struct Name {
    /// The name between two tabs, as the line begins.
    line: Box<[u8]>,
    /// The first and the last bytes of that.
    first: [u8; BLOCK],
    last: [u8; BLOCK],
    pub(super) target: Target,
    pub(super) plain: Plain,
    /// Whether it is of the message's transport, so that no table has it.
    pub(super) transport: bool,
    next: usize,
}

impl Plan {
    pub(super) fn new(table: &Table, given: &[(String, String)]) -> Self {
        let mut names = vec![Name::new("", Target::Other, Plain::None)];
        for (at, row) in table.rows.iter().enumerate() {
            let plain = Plain::of(row);
            for (number, text) in row.log.iter().enumerate() {
                let piece = match (row.kind, row.log.len(), number) {
                    (RowKind::Time, 2, 0) => Piece::Seconds,
                    (RowKind::Time, 2, _) => Piece::Microseconds,
                    (RowKind::List, 2.., number) => Piece::Pair(number),
                    _ => Piece::Whole,
                };
                let plain = match piece {
                    Piece::Whole => plain,
                    Piece::Seconds | Piece::Microseconds => Plain::Piece,
                    Piece::Pair(_) => Plain::None,
                };
                names.push(Name::new(text, Target::Row(at, piece), plain));
            }
        }
        let definitions = table.declaration.dictionary.definitions.iter();
        for text in definitions
            .filter(|definition| definition.transport)
            .flat_map(|definition| definition.log.iter())
        {
            let name = Name::new(text, Target::Other, Plain::None);
            names.push(Name {
                transport: true,
                ..name
            });
        }
        let given = given.iter().enumerate();
        Self {
            // All attributes of an event without a table are unknown: nothing needs to be learnt about them.
            room: if names.len() > 1 {
                names.len() + LEARNT
            } else {
                1
            },
            names,
            given: given
                .filter_map(|(which, given)| Given::new(table, which, given))
                .collect(),
        }
    }

    /// The name at a place; the one before all at 0.
    #[inline]
    pub(super) fn name(&self, at: usize) -> &Name {
        &self.names[at]
    }

    /// The name that probably comes behind another.
    #[inline]
    pub(super) fn expected(&self, previous: usize) -> usize {
        self.names[previous].next
    }

    /// Looks a name up that was not expected behind `previous`. Names that begin with `Attribute` are attributes,
    /// whether the table knows them or not; what such a name is not learnt for stands at 0.
    pub(super) fn find(&mut self, previous: usize, text: &[u8]) -> Option<usize> {
        let at = self
            .position(|name| name == text)
            .or_else(|| self.position(|name| name.eq_ignore_ascii_case(text)))
            .or_else(|| self.learn(text))?;
        if at > 0 {
            self.names[previous].next = at;
        }
        Some(at)
    }

    fn position(&self, is: impl Fn(&[u8]) -> bool) -> Option<usize> {
        let mut names = self.names.iter().skip(1);
        names.position(|name| is(name.text())).map(|at| at + 1)
    }

    fn learn(&mut self, text: &[u8]) -> Option<usize> {
        if prefix(text) == 0 {
            return None;
        }
        match std::str::from_utf8(text) {
            Ok(text) if self.names.len() < self.room && text.len() <= 64 => {
                self.names.push(Name::new(text, Target::Other, Plain::None));
                Some(self.names.len() - 1)
            }
            _ => Some(0),
        }
    }
}

impl Name {
    /// Where the value stands in a line that begins here and has this name.
    #[inline]
    pub(super) fn meets(&self, bytes: &[u8], at: usize) -> Option<usize> {
        let end = at + self.line.len();
        let line = bytes.get(at..end)?;
        // Most names are compared as two blocks that overlap.
        let same = match (line.first_chunk(), line.last_chunk()) {
            (Some(first), Some(last)) => {
                *first == self.first
                    && *last == self.last
                    && (line.len() <= 2 * BLOCK || *line == *self.line)
            }
            _ => *line == *self.line,
        };
        same.then_some(end)
    }

    fn text(&self) -> &[u8] {
        &self.line[1..self.line.len() - 1]
    }

    fn new(text: &str, target: Target, plain: Plain) -> Self {
        let line = format!("\t{text}\t").into_bytes().into_boxed_slice();
        Self {
            first: line.first_chunk().copied().unwrap_or_default(),
            last: line.last_chunk().copied().unwrap_or_default(),
            line,
            target,
            plain,
            transport: false,
            next: 0,
        }
    }
}

/// What log names begin with and documented names do not.
pub(super) const PREFIX: &str = "Attribute";

/// How many bytes of a name are [`PREFIX`]; 0 when that is not what it begins with, or all of it.
#[inline]
pub(super) fn prefix(name: &[u8]) -> usize {
    match name.split_at_checked(PREFIX.len()) {
        Some((prefix, rest))
            if !rest.is_empty() && prefix.eq_ignore_ascii_case(PREFIX.as_bytes()) =>
        {
            PREFIX.len()
        }
        _ => 0,
    }
}
