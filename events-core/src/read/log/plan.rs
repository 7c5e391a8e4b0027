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
#[repr(u8)] // A tag of its own is told faster than one that hides in a field.
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
    /// A word without quotes, of an attribute of the transport.
    Word,
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

/// How many attributes in a row may be absent before a name is looked up.
const HOPS: usize = 8;

/// How many numbers the beginning of a line is compared as.
const WORDS: usize = 5;

/// The beginning of a line, which is compared with all names that the line may have as numbers of eight bytes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Head<'a>(&'a [u8; 8 * WORDS]);

impl<'a> Head<'a> {
    /// That of the line at a place; `None` at the end of what was read.
    #[inline]
    pub(super) fn of(bytes: &'a [u8], at: usize) -> Option<Self> {
        bytes.get(at..)?.first_chunk().map(Self)
    }

    #[inline]
    fn word(self, at: usize) -> u64 {
        let (words, _) = self.0.as_chunks();
        u64::from_le_bytes(words[at])
    }

    /// Whether the line is certainly no pair.
    #[inline]
    pub(super) fn is_no_pair(self) -> bool {
        let [first, second, ..] = self.0;
        second.is_ascii_uppercase() || matches!(first, b'@' | b'0'..=b'9' | b'\n')
    }
}

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
    /// What a line begins with that has this name, in those bytes that count.
    words: [u64; WORDS],
    masks: [u64; WORDS],
    /// The name between two tabs, as the line begins.
    line: Box<[u8]>,
    /// Where the name begins in that without [`PREFIX`].
    pub(super) key: usize,
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
            let name = Name::new(text, Target::Other, Plain::Word);
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

    /// The name that a line has, if it is one of those that probably come behind `name`: optional attributes may be
    /// absent, and then one of those behind them is there.
    #[inline]
    pub(super) fn expected<'p>(
        &'p self,
        head: Head<'_>,
        mut name: &'p Name,
    ) -> Option<(usize, &'p Name)> {
        if head.0[0] != b'\t' {
            return None;
        }
        for _ in 0..HOPS {
            let at = name.next;
            name = self.names.get(at)?;
            if name.begins(head) {
                return Some((at, name));
            }
        }
        None
    }

    /// Expects the name behind `previous` that a line has, if it is one of those that are known.
    #[inline(never)]
    pub(super) fn expect(&mut self, head: Head<'_>, previous: usize) -> bool {
        if head.0[0] != b'\t' {
            return false;
        }
        let Some(at) = self.names.iter().position(|name| name.begins(head)) else {
            return false;
        };
        self.names[previous].next = at;
        true
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
    /// Whether a line begins with this name between two tabs.
    #[inline]
    fn begins(&self, head: Head<'_>) -> bool {
        let differs = |at: usize| head.word(at) & self.masks[at] ^ self.words[at];
        // Names differ most behind what all of them begin with.
        differs(1) | differs(2) == 0 && differs(0) | differs(3) | differs(4) == 0
    }

    /// How long the name is between two tabs.
    #[inline]
    pub(super) fn length(&self) -> usize {
        self.line.len()
    }

    fn text(&self) -> &[u8] {
        &self.line[1..self.line.len() - 1]
    }

    fn new(text: &str, target: Target, plain: Plain) -> Self {
        let line = format!("\t{text}\t").into_bytes().into_boxed_slice();
        let mut bytes = [[0; 8 * WORDS]; 2];
        // No line begins with a name that is too long, or with the one before all.
        let fits = !text.is_empty() && line.len() <= 8 * WORDS;
        if fits {
            bytes[0][..line.len()].copy_from_slice(&line);
            bytes[1][..line.len()].fill(u8::MAX);
        }
        let [words, masks] = bytes.map(|bytes| std::array::from_fn(|at| Head(&bytes).word(at)));
        Self {
            words: if fits { words } else { [1; WORDS] },
            masks,
            line,
            key: 1 + prefix(text.as_bytes()),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_begins_with_one_name_only() {
        let begins = |name: &Name, line: &[u8]| {
            let mut bytes = line.to_vec();
            bytes.resize(8 * WORDS, b'x');
            name.begins(Head::of(&bytes, 0).unwrap())
        };
        for length in 0..50 {
            let text = &"AttributeTransferredNetworkCallIDOfAnotherSwitches"[..length];
            let name = Name::new(text, Target::Other, Plain::None);
            assert_eq!(name.length(), length + 2);
            let mut line = format!("\t{text}\t'1'").into_bytes();
            let fits = (1..=8 * WORDS - 2).contains(&length);
            assert_eq!(begins(&name, &line), fits, "{text}");
            for at in 0..length + 2 {
                line[at] ^= 1;
                assert!(!begins(&name, &line), "{text} {at}");
                line[at] ^= 1;
            }
        }
        assert!(Head::of(&[b'\t'; 50], 11).is_none());
        assert!(Head::of(b"\t", 2).is_none());
    }
}
