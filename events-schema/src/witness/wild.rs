//! Values of all sorts: of the whole range of their kind, whether they look real or not.

use super::Plausible;
use crate::{Datum, Kind, Node, NodeValue, Pairs, Span, Timestamp, Vocabulary};

/// Letters that readers and writers take for something else, and some that they do not.
const LETTERS: [&str; 16] = [
    "a",
    "B",
    "0",
    "9",
    " ",
    "'",
    "\"",
    "\\",
    "\n",
    "\t",
    "[",
    "=",
    "é",
    "\u{df}",
    "\u{1f42b}",
    "\0",
];

/// The years 0 to 9999 in seconds since 1970.
const YEARS: (i128, i128) = (-62_167_219_200, 253_402_300_799);

impl Plausible {
    /// Any text.
    pub(super) fn any_text(&mut self) -> String {
        let length = self.below(12);
        (0..length)
            .map(|_| LETTERS[self.below(LETTERS.len())])
            .collect()
    }

    /// Any value of a kind that is no text and holds no others; none when it has none.
    pub(super) fn any_value(&mut self, kind: &Kind) -> Option<Datum<'static>> {
        Some(match kind {
            Kind::Boolean => Datum::Boolean(self.below(2) == 0),
            Kind::Integer { min, max, none } => {
                let whole = (i128::from(i64::MIN), i128::from(u64::MAX));
                let value = self.between((*min).max(whole.0), (*max).min(whole.1));
                if *none == Some(value) {
                    return None;
                }
                Datum::Integer(value)
            }
            Kind::Hex { digits } => {
                let last = u64::MAX >> (64 - 4 * u32::from(*digits).clamp(1, 16));
                Datum::Integer(self.between(0, last.into()))
            }
            Kind::Real => {
                let value = f64::from_bits(self.roll());
                Datum::Real(if value.is_finite() { value } else { 0.0 })
            }
            Kind::Enumeration(vocabulary) => Datum::Integer(self.any_member(vocabulary)?.into()),
            Kind::Time => {
                let seconds = i64::try_from(self.between(YEARS.0, YEARS.1)).ok()?;
                let micros = u32::try_from(self.between(0, 999_999)).ok()?;
                Datum::Time(Timestamp::new(seconds, micros)?)
            }
            Kind::Event | Kind::Text | Kind::List | Kind::Union(_) => return None,
        })
    }

    /// A member, or where numbers are documented one that is not.
    fn any_member(&mut self, vocabulary: &Vocabulary) -> Option<i64> {
        if vocabulary.numbered && self.below(8) == 0 {
            let bounds = (i128::from(i64::MIN), i128::from(i64::MAX));
            return i64::try_from(self.between(bounds.0, bounds.1)).ok();
        }
        let chosen = self.below(vocabulary.members.len());
        vocabulary.members.get(chosen).map(|member| member.number)
    }

    /// A number from `min` to `max`, often one of the two or next to 0.
    fn between(&mut self, min: i128, max: i128) -> i128 {
        let number = match self.below(4) {
            0 => min,
            1 => max,
            2 => i128::from(self.roll() % 3) - 1,
            _ => {
                let range = max.saturating_sub(min).saturating_add(1).max(1);
                min + i128::from(self.roll()).rem_euclid(range)
            }
        };
        number.clamp(min, max.max(min))
    }

    /// Any list: a few pairs, some of them lists.
    pub(super) fn with_any_list(&mut self, take: impl FnOnce(Datum<'_>)) {
        let (mut nodes, mut text) = (Vec::new(), String::new());
        self.push_pairs(3, &mut nodes, &mut text);
        take(Datum::List(Pairs::new(&nodes, &text, "")));
    }

    fn push_pairs(&mut self, depth: usize, nodes: &mut Vec<Node>, text: &mut String) {
        for _ in 0..self.below(4) {
            let key = self.any_text();
            let key = push(text, &key);
            let at = nodes.len();
            let value = match self.below(6) {
                0 => NodeValue::Integer(self.roll().cast_signed()),
                1 => NodeValue::Boolean(self.below(2) == 0),
                2 => NodeValue::Real(0.5),
                3 if depth > 0 => NodeValue::List(0),
                _ => {
                    let value = self.any_text();
                    NodeValue::Text(push(text, &value))
                }
            };
            nodes.push(Node { key, value });
            if let NodeValue::List(_) = value {
                self.push_pairs(depth - 1, nodes, text);
                let count = u32::try_from(nodes.len() - at - 1).unwrap_or(0);
                nodes[at].value = NodeValue::List(count);
            }
        }
    }
}

/// Adds a text to others, and says where it is.
pub(super) fn push(text: &mut String, part: &str) -> Span {
    let place = |text: &str| u32::try_from(text.len()).unwrap_or(u32::MAX);
    let start = place(text);
    text.push_str(part);
    Span {
        start,
        end: place(text),
    }
}
