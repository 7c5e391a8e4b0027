//! Values of one kind that another kind does not take.

use crate::{Datum, Kind, Literal, Member, Text, Timestamp, UnionMember, Vocabulary};

/// A value of a row, as rules name it.
pub(super) struct Escape {
    /// The member that holds it, of a union.
    pub(super) member: Option<Text>,
    /// Absent when rules cannot name it; then it is as good as any other of its kind.
    pub(super) literal: Option<Literal>,
}

/// Values that a row of the kind `from` may have and one of the kind `to` may not.
pub(super) fn escapes(from: &Kind, to: &Kind) -> Vec<Escape> {
    let Kind::Union(union) = from else {
        let escape = |(literal, written): (Option<Literal>, Written)| {
            let member = None;
            (!written.is_taken(to)).then_some(Escape { member, literal })
        };
        return values(from, to).into_iter().filter_map(escape).collect();
    };
    let other = match to {
        Kind::Union(other) => Some(other),
        _ => None,
    };
    let of_member = |member: &UnionMember| {
        let known = other.and_then(|other| other.member(&member.name));
        let mut inner = match known {
            Some(known) => escapes(&member.kind, &known.kind),
            None => vec![Escape {
                member: None,
                literal: None,
            }],
        };
        for escape in &mut inner {
            escape.member = Some(member.name.clone());
        }
        inner
    };
    union.members.iter().flat_map(of_member).collect()
}

/// A value as messages write it.
enum Written {
    Boolean(bool),
    Integer(i128),
    Real(f64),
    Text(String),
    List,
}

impl Written {
    /// Whether a reader takes it for a value of a kind.
    fn is_taken(&self, kind: &Kind) -> bool {
        match (self, kind) {
            (Written::List, kind) => *kind == Kind::List,
            (
                Written::Integer(value),
                Kind::Integer {
                    none: Some(none), ..
                },
            ) if value == none => false,
            (Written::Integer(value), Kind::Time) => {
                i64::try_from(*value).is_ok_and(|seconds| Timestamp::new(seconds, 0).is_some())
            }
            (Written::Real(value), Kind::Time) => value.abs() < 1e11,
            (Written::Text(text), Kind::Boolean) => text.parse::<bool>().is_ok(),
            (Written::Text(text), Kind::Real) => text.parse::<f64>().is_ok_and(f64::is_finite),
            (Written::Text(text), Kind::Time) => {
                text.parse::<Timestamp>().is_ok() || text.parse::<i64>().is_ok()
            }
            (Written::Text(text), Kind::Integer { .. }) => {
                let number = text.parse().ok();
                number.is_some_and(|number| Written::Integer(number).is_taken(kind))
            }
            (Written::Text(text), Kind::Enumeration(vocabulary)) => {
                vocabulary.number_of(text).is_some()
                    || vocabulary.numbered && text.parse::<i64>().is_ok()
            }
            (written, kind) => kind.admits(written.datum()),
        }
    }

    fn datum(&self) -> Datum<'_> {
        match self {
            Written::Boolean(value) => Datum::Boolean(*value),
            Written::Integer(value) => Datum::Integer(*value),
            Written::Real(value) => Datum::Real(*value),
            Written::Text(text) => Datum::Text(text),
            Written::List => Datum::Null,
        }
    }
}

/// Values of a kind, among them those next to the bounds of the other one.
fn values(kind: &Kind, other: &Kind) -> Vec<(Option<Literal>, Written)> {
    let integer = |value: i128| (Some(Literal::Integer(value)), Written::Integer(value));
    match kind {
        Kind::Event | Kind::Union(_) => Vec::new(),
        Kind::Text => vec![(
            Some(Literal::Text("text".into())),
            Written::Text("text".to_owned()),
        )],
        Kind::Boolean => [true, false]
            .map(|value| (Some(Literal::Boolean(value)), Written::Boolean(value)))
            .into(),
        Kind::Integer { min, max, none } => {
            let mut numbers = vec![0, 1, *min, *max];
            if let Kind::Integer { min, max, none } = other {
                numbers.extend([min.saturating_sub(1), max.saturating_add(1)]);
                numbers.extend(*none);
            }
            if let Kind::Hex { digits } = other {
                numbers.push(
                    1_i128
                        .checked_shl(4 * u32::from(*digits))
                        .unwrap_or(i128::MAX),
                );
            }
            numbers.retain(|number| {
                (min..=max).contains(&number)
                    && *none != Some(*number)
                    && (i128::from(i64::MIN)..=i128::from(u64::MAX)).contains(number)
            });
            numbers.sort_by_key(|number| (*number < 0, number.unsigned_abs()));
            numbers.into_iter().map(integer).collect()
        }
        Kind::Hex { digits } => {
            let width = usize::from(*digits);
            let last = u64::MAX >> (64 - 4 * u32::from(*digits).clamp(1, 16));
            let value = |number: u64| {
                let literal = Literal::Integer(number.into());
                (Some(literal), Written::Text(format!("{number:0width$x}")))
            };
            [0, 10, last].map(value).into()
        }
        Kind::Real => vec![(Some(Literal::Real(0.5)), Written::Real(0.5))],
        Kind::Enumeration(vocabulary) => vocabulary
            .members
            .iter()
            .map(|member| {
                (
                    Some(literal(member)),
                    Written::Text(member.name.to_string()),
                )
            })
            .collect(),
        Kind::Time => vec![(
            None,
            Written::Text("2026-01-01T00:00:00.000000Z".to_owned()),
        )],
        Kind::List => vec![(None, Written::List)],
    }
}

/// A member as rules name it.
pub(super) fn literal(member: &Member) -> Literal {
    Literal::Member {
        name: member.name.clone(),
        number: member.number,
    }
}

/// The members whose number is that of another member, or of none, in the other version.
pub(super) fn renumbered<'v>(from: &'v Vocabulary, to: &Vocabulary) -> Vec<&'v Member> {
    let other = |member: &&Member| {
        let number = to.number_of(&member.name);
        from.numbered && to.numbered && number.is_some_and(|number| number != member.number)
    };
    from.members.iter().filter(other).collect()
}
