//! Values that look real.

use super::wild::push;
use crate::solve::{Message, roll};
use crate::{Datum, Definition, Dictionary, Event, Facts, Kind, Node, NodeValue, Pairs, Timestamp};

/// A source of values that look real: the same ones for the same seed.
///
/// Where the dictionary has examples of an attribute, its values are those with other digits behind the first; else they
/// are plain values of the kind. Moments are one after the other.
#[derive(Debug, Clone)]
pub struct Plausible {
    dice: u64,
    /// Microseconds since 1970.
    clock: i64,
    wild: bool,
}

/// 2026-03-02, eight in the morning.
const BEGINNING: i64 = 1_772_438_400_000_000;

/// The longest time between two moments, in microseconds.
const PAUSE: u64 = 20_000_000;

/// The largest whole number of its own accord.
const SMALL: i128 = 9_999;

impl Plausible {
    /// The values of a seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self {
            dice: seed,
            clock: BEGINNING,
            wild: false,
        }
    }

    /// Values of all sorts instead, from the whole range of their kind: not to look real, but to find mistakes.
    #[must_use]
    pub fn wild(seed: u64) -> Self {
        Self {
            wild: true,
            ..Self::new(seed)
        }
    }

    /// Values of their own, that look real or are of all sorts.
    #[must_use]
    pub fn fork(&mut self) -> Self {
        let seed = self.roll();
        match seed % 2 {
            0 => Self::new(seed),
            _ => Self::wild(seed),
        }
    }

    /// The next number of a row that looks random.
    /// It serves to choose among other things, too.
    pub fn roll(&mut self) -> u64 {
        roll(&mut self.dice)
    }

    /// A number below `sides`.
    pub(super) fn below(&mut self, sides: usize) -> usize {
        let sides = u64::try_from(sides).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.roll() % sides).unwrap_or(0)
    }

    /// Gives the attributes of a message whose value no rule asks for another one that looks real. What the message
    /// comes to stays the same.
    pub fn dress(&mut self, event: &Event, dictionary: &Dictionary, message: &mut Message) {
        for (at, row) in event.attributes.iter().enumerate() {
            if !message.is_free(at) || message.fact(at).is_none() {
                continue;
            }
            if self.wild {
                self.dress_wildly(&row.kind, message, at);
                continue;
            }
            let definition = dictionary.get(&row.name);
            if row.kind == Kind::List {
                self.list(definition, message, at);
                continue;
            }
            let example = self.example(definition);
            if let Some(value) = self.value(&row.kind, example.as_deref()) {
                message.set(at, Some(value));
            }
        }
    }

    fn dress_wildly(&mut self, kind: &Kind, message: &mut Message, at: usize) {
        match kind {
            Kind::Text => {
                let text = self.any_text();
                message.set(at, Some(Datum::Text(&text)));
            }
            Kind::List => self.with_any_list(|list| message.set(at, Some(list))),
            kind => {
                if let Some(value) = self.any_value(kind) {
                    message.set(at, Some(value));
                }
            }
        }
    }

    /// One of the examples, with other digits.
    fn example(&mut self, definition: Option<&Definition>) -> Option<String> {
        let examples = &definition?.examples;
        let chosen = self.below(examples.len());
        Some(self.vary(examples.get(chosen)?))
    }

    /// The text with other digits behind the first that is not zero of each number.
    fn vary(&mut self, text: &str) -> String {
        let mut inside = false;
        let mut vary = |letter: char| {
            if !letter.is_ascii_digit() {
                inside &= letter.is_ascii_hexdigit();
                return letter;
            }
            if !inside {
                inside = letter != '0';
                return letter;
            }
            char::from(b'0' + u8::try_from(self.below(10)).unwrap_or(0))
        };
        text.chars().map(&mut vary).collect()
    }

    /// A value of a kind, like an example where it is one of the kind.
    fn value<'a>(&mut self, kind: &'a Kind, example: Option<&'a str>) -> Option<Datum<'a>> {
        match kind {
            Kind::Text => example.map(Datum::Text),
            Kind::Boolean => Some(Datum::Boolean(self.below(2) == 0)),
            Kind::Integer { min, max, none } => {
                let taken = |value: &i128| (min..=max).contains(&value) && *none != Some(*value);
                let given = example.and_then(|text| text.parse().ok()).filter(taken);
                let first = (*min).max(0).min(*max);
                let last = (*max).min(first.saturating_add(SMALL));
                let sides = usize::try_from(last - first).ok()? + 1;
                let rolled = first + i128::try_from(self.below(sides)).ok()?;
                given.or(Some(rolled).filter(taken)).map(Datum::Integer)
            }
            Kind::Hex { digits } => {
                let bits = 4 * u32::from(*digits).clamp(1, 16);
                let given = example.and_then(|text| u64::from_str_radix(text, 16).ok());
                let rolled = self.roll() >> (64 - bits);
                let given = given.filter(|value| value.leading_zeros() + bits >= 64);
                Some(Datum::Integer(given.unwrap_or(rolled).into()))
            }
            Kind::Real => {
                let given = example.and_then(|text| text.parse::<f64>().ok());
                let eighths = u16::try_from(self.below(8_000)).map(f64::from).ok()?;
                let given = given.filter(|value| value.is_finite());
                Some(Datum::Real(given.unwrap_or(eighths / 8.0)))
            }
            Kind::Enumeration(vocabulary) => {
                let named = example.and_then(|name| vocabulary.number_of(name));
                let chosen = self.below(vocabulary.members.len());
                let chosen = vocabulary.members.get(chosen).map(|member| member.number);
                named.or(chosen).map(|number| Datum::Integer(number.into()))
            }
            Kind::Time => self.moment().map(Datum::Time),
            Kind::Event | Kind::List | Kind::Union(_) => None,
        }
    }

    /// The next moment.
    fn moment(&mut self) -> Option<Timestamp> {
        self.clock += i64::try_from(1 + self.roll() % PAUSE).ok()?;
        let within = u32::try_from(self.clock.rem_euclid(1_000_000)).ok()?;
        Timestamp::new(self.clock.div_euclid(1_000_000), within)
    }

    /// Gives an attribute the list of the examples' pairs.
    fn list(&mut self, definition: Option<&Definition>, message: &mut Message, at: usize) {
        let mut text = String::new();
        let mut nodes = Vec::new();
        for example in definition
            .iter()
            .flat_map(|definition| definition.examples.iter())
        {
            let Some((key, value)) = example.split_once('=') else {
                continue;
            };
            let value = self.vary(value);
            let key = push(&mut text, key);
            let value = match value.parse() {
                Ok(number) => NodeValue::Integer(number),
                Err(_) => NodeValue::Text(push(&mut text, &value)),
            };
            nodes.push(Node { key, value });
        }
        if !nodes.is_empty() {
            message.set(at, Some(Datum::List(Pairs::new(&nodes, &text, ""))));
        }
    }
}
