//! Rules, terms and values in plain English, made from the rules themselves: what is documented is what is checked.

use std::fmt;

use crate::sentence::Sentence;
use crate::{Clause, Condition, Datum, Key, KeySet, Kind, Literal, Pairs, Rule, Term};

impl Rule {
    /// The rule in plain English: a sentence without a capital and a full stop.
    ///
    /// ```
    /// use events_schema::{Clause, Condition, Rule, Term};
    ///
    /// let present = |name: &'static str| {
    ///     Condition::Present(Term {
    ///         attribute: name.into(),
    ///         key: None,
    ///     })
    /// };
    /// let rule = Rule {
    ///     id: "Docks/DockReported[a]".into(),
    ///     clause: Clause::If {
    ///         condition: Condition::None(vec![present("BikeID")].into()),
    ///         then: vec![
    ///             Clause::Assert(present("FaultCode")),
    ///             Clause::Assert(present("FaultText")),
    ///         ]
    ///         .into(),
    ///         otherwise: vec![].into(),
    ///     },
    /// };
    /// assert_eq!(
    ///     rule.words(),
    ///     "if BikeID is absent, FaultCode and FaultText are present"
    /// );
    /// ```
    #[must_use]
    pub fn words(&self) -> String {
        self.clause.words()
    }
}

impl Clause {
    /// The clause in plain English.
    #[must_use]
    pub fn words(&self) -> String {
        Words::PLAIN.clause(self)
    }
}

impl Condition {
    /// The condition in plain English.
    #[must_use]
    pub fn words(&self) -> String {
        Words::PLAIN.sentence(&Sentence::of(self, true))
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.key {
            None => f.write_str(&self.attribute),
            Some(key) => write!(f, "{}[{key:?}]", self.attribute),
        }
    }
}

impl fmt::Display for Literal {
    /// Writes the value as rules spell it: a member of an enumeration by its name, a text in quotes.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Literal::Text(text) => write!(f, "{text:?}"),
            Literal::Integer(value) => value.fmt(f),
            Literal::Real(value) => write!(f, "{value:?}"),
            Literal::Boolean(value) => value.fmt(f),
            Literal::Member { name, .. } => f.write_str(name),
        }
    }
}

impl Kind {
    /// A value of a message as the document prints it, whether it is of this kind or not.
    ///
    /// A member of an enumeration is its documented name, an id in hexadecimal has its digits. Texts are quoted and
    /// long values are shortened, so that hostile ones do no harm to a report.
    ///
    /// ```
    /// use events_schema::{Datum, Kind};
    ///
    /// let id = Kind::Hex { digits: 8 };
    /// assert_eq!(id.show(Datum::Integer(0x6f_0102)), "006f0102");
    /// assert_eq!(id.show(Datum::Text("7001")), r#""7001""#);
    /// ```
    #[must_use]
    pub fn show(&self, datum: Datum<'_>) -> String {
        match (self, datum) {
            (Kind::Enumeration(vocabulary), Datum::Integer(number)) => i64::try_from(number)
                .ok()
                .and_then(|number| vocabulary.name_of(number))
                .map_or_else(|| number.to_string(), str::to_owned),
            (Kind::Enumeration(vocabulary), Datum::Text(text))
                if vocabulary.number_of(text).is_some() =>
            {
                text.to_owned()
            }
            (Kind::Hex { digits }, Datum::Integer(value)) if value >= 0 => {
                format!("{value:0width$x}", width = usize::from(*digits))
            }
            (Kind::Union(union), Datum::Union(name, value)) => {
                let kind = union
                    .member(name)
                    .map_or(&Kind::Text, |member| &member.kind);
                format!("{name} {}", kind.show(value.into()))
            }
            _ => show(datum),
        }
    }

    /// What a value of this kind is called: `a text`, `a whole number from 0 to 255`, `a value of TAddressType`.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Kind::Event => "the name or the number of an event".to_owned(),
            Kind::Text => "a text".to_owned(),
            Kind::Boolean => "true or false".to_owned(),
            Kind::Integer {
                min: i128::MIN,
                max: i128::MAX,
                ..
            } => "a whole number".to_owned(),
            Kind::Integer { min, max, .. } => format!("a whole number from {min} to {max}"),
            Kind::Hex { digits: 1 } => "1 hexadecimal digit".to_owned(),
            Kind::Hex { digits } => format!("{digits} hexadecimal digits"),
            Kind::Real => "a number".to_owned(),
            Kind::Enumeration(vocabulary) => format!("a value of {}", vocabulary.name),
            Kind::Time => "a time".to_owned(),
            Kind::List => "a key-value list".to_owned(),
            Kind::Union(union) => format!("a member of {}", union.name),
        }
    }
}

impl Key {
    /// What its value may be, in words: `a text`, `a whole number from 0 to 255 or true or false`.
    #[must_use]
    pub fn carries(&self) -> String {
        let kinds: Vec<_> = self.kinds.iter().map(Kind::name).collect();
        list(&kinds, "or")
    }
}

/// How many characters of a value are shown.
const SHOWN: usize = 60;

/// A text in quotes, shortened and without control characters.
pub(crate) fn quote(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        None => format!("{text:?}"),
        Some(_) => format!(
            "{:?}",
            text.chars()
                .take(SHOWN - 1)
                .chain(['…'])
                .collect::<String>()
        ),
    }
}

fn show(datum: Datum<'_>) -> String {
    match datum {
        Datum::Null => "null".to_owned(),
        Datum::Boolean(value) => value.to_string(),
        Datum::Integer(value) => value.to_string(),
        Datum::Real(value) => format!("{value:?}"),
        Datum::Text(text) => quote(text),
        Datum::Binary(base64) => format!("base64 {}", quote(base64)),
        Datum::Time(time) => time.to_string(),
        Datum::List(pairs) => show_pairs(pairs, ['{', '}'], "list", "pair"),
        Datum::Array(values) => show_pairs(values, ['[', ']'], "array", "value"),
        Datum::Union(member, value) => format!("{member} {}", show(value.into())),
    }
}

/// What a list or an array holds when that is short, else how much it holds.
fn show_pairs(pairs: Pairs<'_>, [open, close]: [char; 2], whole: &str, part: &str) -> String {
    let mut text = open.to_string();
    for (at, (key, value)) in pairs.into_iter().enumerate() {
        if at > 0 {
            text.push_str(", ");
        }
        if part == "pair" {
            text.push_str(&quote(key));
            text.push_str(": ");
        }
        match value {
            Datum::List(inner) if !inner.is_empty() => text.push_str("{…}"),
            Datum::Array(inner) if !inner.is_empty() => text.push_str("[…]"),
            value => text.push_str(&show(value)),
        }
        if text.chars().count() >= SHOWN {
            let count = pairs.into_iter().count();
            let plural = if count == 1 { "" } else { "s" };
            return format!("a {whole} of {count} {part}{plural}").replace("a array", "an array");
        }
    }
    text.push(close);
    text
}

/// Names in a row: `A`, `A and B`, `A, B and C`.
pub(crate) fn list(names: &[String], word: &str) -> String {
    match names {
        [] => String::new(),
        [name] => name.clone(),
        [names @ .., last] => format!("{} {word} {last}", names.join(", ")),
    }
}

/// The writer of rules.
pub(crate) struct Words<'w> {
    /// Writes a name of an attribute or a value: as code, say.
    pub(crate) mark: &'w dyn Fn(&str) -> String,
    /// Writes the name of a key set: as a link to it, say.
    pub(crate) key_set: &'w dyn Fn(&KeySet) -> String,
}

impl Words<'static> {
    const PLAIN: Words<'static> = Words {
        mark: &|name| name.to_owned(),
        key_set: &|keys| keys.name.to_string(),
    };
}

impl Words<'_> {
    fn mark(&self, name: &dyn fmt::Display) -> String {
        (self.mark)(&name.to_string())
    }

    fn values(&self, values: &[Literal]) -> Vec<String> {
        values.iter().map(|value| self.mark(value)).collect()
    }

    pub(crate) fn clause(&self, clause: &Clause) -> String {
        match clause {
            Clause::Assert(condition) => self.sentence(&Sentence::of(condition, true)),
            Clause::If {
                condition,
                then,
                otherwise: alternative,
            } if then.is_empty() => self.branch(Sentence::of(condition, false), alternative, &[]),
            Clause::If {
                condition,
                then,
                otherwise,
            } => self.branch(Sentence::of(condition, true), then, otherwise),
        }
    }

    fn branch(&self, condition: Sentence<'_>, then: &[Clause], otherwise: &[Clause]) -> String {
        // An `if` that holds nothing but an `if` asks the same as one `if` with both conditions.
        if let (
            [
                Clause::If {
                    condition: inner,
                    then,
                    otherwise: none,
                },
            ],
            [],
        ) = (then, otherwise)
            && none.is_empty()
        {
            let both = Sentence::all(vec![condition, Sentence::of(inner, true)]);
            return self.branch(both, then, &[]);
        }
        if then.is_empty() {
            return "nothing is asked".to_owned();
        }
        let condition = self.sentence(&condition);
        let border = if condition.contains(", ") {
            ", then"
        } else {
            ","
        };
        let then = self.demands(then);
        let otherwise = match otherwise {
            [] => String::new(),
            [clause] => format!("; otherwise, {}", self.clause(clause)),
            clauses => format!("; otherwise, {}", self.demands(clauses)),
        };
        format!("if {condition}{border} {then}{otherwise}")
    }

    /// All of these clauses; an `if` among them stands in parentheses.
    fn demands(&self, clauses: &[Clause]) -> String {
        let asserted: Option<Vec<_>> = clauses
            .iter()
            .map(|clause| match clause {
                Clause::Assert(condition) => Some(Sentence::of(condition, true)),
                Clause::If { .. } => None,
            })
            .collect();
        if let Some(sentences) = asserted {
            return self.sentence(&Sentence::all(sentences));
        }
        let demands: Vec<_> = clauses
            .iter()
            .map(|clause| match clause {
                Clause::Assert(condition) => self.part(&Sentence::of(condition, true)),
                Clause::If { .. } => format!("({})", self.clause(clause)),
            })
            .collect();
        demands.join(" and ")
    }

    fn sentence(&self, sentence: &Sentence<'_>) -> String {
        match sentence {
            Sentence::Test(condition, holds) => self.test(condition, *holds),
            Sentence::All(parts) if parts.is_empty() => "this is always so".to_owned(),
            Sentence::Any(parts) if parts.is_empty() => "this is never so".to_owned(),
            Sentence::All(parts) => self.join(parts, "and", "are"),
            Sentence::Any(parts) => self.join(parts, "or", "is"),
        }
    }

    fn join(&self, parts: &[Sentence<'_>], word: &str, verb: &str) -> String {
        for holds in [true, false] {
            let terms: Option<Vec<_>> = parts
                .iter()
                .map(|part| match part {
                    Sentence::Test(Condition::Present(term), wanted) if *wanted == holds => {
                        Some(self.mark(term))
                    }
                    _ => None,
                })
                .collect();
            if let Some(terms) = terms {
                return format!("{} {verb} {}", list(&terms, word), presence(holds));
            }
        }
        let parts: Vec<_> = parts.iter().map(|part| self.part(part)).collect();
        parts.join(&format!(" {word} "))
    }

    /// A sentence as part of another: in parentheses when it has an `and` or `or` of its own.
    fn part(&self, sentence: &Sentence<'_>) -> String {
        let compound = match sentence {
            Sentence::Test(Condition::In(_, values), _) => values.len() > 1,
            Sentence::Test(condition, _) => matches!(condition, Condition::Same(..)),
            Sentence::All(_) | Sentence::Any(_) => true,
        };
        let words = self.sentence(sentence);
        if compound {
            format!("({words})")
        } else {
            words
        }
    }

    fn test(&self, condition: &Condition, holds: bool) -> String {
        match condition {
            Condition::Present(term) => format!("{} is {}", self.mark(term), presence(holds)),
            Condition::Equals(term, value) => {
                let not = if holds { "" } else { "not " };
                format!("{} is {not}{}", self.mark(term), self.mark(value))
            }
            Condition::In(term, values) => {
                let values = choice(&self.values(values), holds);
                format!("{} is {values}", self.mark(term))
            }
            Condition::Same(left, right) => {
                let values = if holds {
                    "the same value"
                } else {
                    "different values"
                };
                format!("{} and {} have {values}", self.mark(left), self.mark(right))
            }
            Condition::Follows(term, keys) => {
                let follows = if holds { "follows" } else { "does not follow" };
                format!("{} {follows} {}", self.mark(term), (self.key_set)(keys))
            }
            // Groups are no tests; a sentence has none of them here.
            Condition::All(_) | Condition::Any(_) | Condition::None(_) => {
                self.sentence(&Sentence::of(condition, holds))
            }
        }
    }
}

fn presence(holds: bool) -> &'static str {
    if holds { "present" } else { "absent" }
}

/// One of these values, or none of them.
pub(crate) fn choice(values: &[String], holds: bool) -> String {
    match (values, holds) {
        ([], true) => "one of no values".to_owned(),
        ([], false) => "any value".to_owned(),
        ([value], false) => format!("not {value}"),
        ([one, other], false) => format!("neither {one} nor {other}"),
        (values, true) => list(values, "or"),
        (values, false) => format!("none of {}", list(values, "and")),
    }
}

#[cfg(test)]
mod tests;
