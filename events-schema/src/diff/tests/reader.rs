//! A reader of messages that knows nothing of the solver: what is written is taken by a table or not.

use crate::solve::Message;
use crate::{
    Datum, Dictionary, Event, Facts, Kind, Node, NodeValue, Outcome, Pairs, Presence, Span,
};

/// A value as JSON has it.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Json {
    Boolean(bool),
    Integer(i128),
    Real(f64),
    Text(String),
    Member(String, Box<Json>),
    /// The pairs of a list, whose values are no lists.
    List(Vec<(String, Json)>),
}

/// What a version makes of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    Valid,
    /// Valid, but it says something else.
    Misread,
    Refused,
}

/// A message as it is written: paths and values.
pub(super) type Written = Vec<(Vec<String>, Json)>;

/// What a value is written as, where a row of this kind has it.
fn written(kind: &Kind, datum: Datum<'_>) -> Option<Json> {
    Some(match (kind, datum) {
        (Kind::Hex { digits }, Datum::Integer(value)) => {
            let width = usize::from(*digits);
            Json::Text(format!("{value:0width$x}"))
        }
        (Kind::Enumeration(vocabulary), Datum::Integer(value)) => {
            match vocabulary.name_of(i64::try_from(value).ok()?) {
                Some(name) => Json::Text(name.to_owned()),
                None => Json::Integer(value),
            }
        }
        (Kind::Union(union), Datum::Union(name, value)) => {
            let member = union.member(name)?;
            let held = written(&member.kind, value.into())?;
            Json::Member(name.to_owned(), Box::new(held))
        }
        (_, Datum::Boolean(value)) => Json::Boolean(value),
        (_, Datum::Integer(value)) => Json::Integer(value),
        (_, Datum::Real(value)) => Json::Real(value),
        (_, Datum::Text(text)) => Json::Text(text.to_owned()),
        (_, Datum::Time(time)) => Json::Text(time.to_string()),
        (Kind::List, Datum::List(pairs)) => {
            let pairs = pairs.into_iter();
            // What a list holds is of no kind, but for what it is written as.
            let pair =
                |(key, value): (&str, _)| Some((key.to_owned(), written(&Kind::Text, value)?));
            Json::List(pairs.map(pair).collect::<Option<_>>()?)
        }
        _ => return None,
    })
}

/// A message as it is written by its version; none when it has lists in lists, which are no matter here.
pub(super) fn write(event: &Event, message: &Message) -> Option<Written> {
    let table = message.table(event);
    let rows = table.attributes.iter().enumerate();
    let said = rows.filter_map(|(at, row)| Some((row, message.fact(at)?)));
    said.map(|(row, datum)| {
        let path = match &row.union {
            Some(union) => {
                let member = row.name.strip_prefix(&**union)?.strip_prefix('.')?;
                vec![union.to_string(), member.to_owned()]
            }
            None => vec![row.name.to_string()],
        };
        Some((path, written(&row.kind, datum)?))
    })
    .collect()
}

fn decimal(text: &str) -> Option<i128> {
    text.parse().ok().filter(|_| !text.starts_with('+'))
}

/// What a row of a kind reads: a value, nothing, or an error.
fn read(kind: &Kind, json: &Json) -> Result<Option<Said>, ()> {
    let number = match json {
        Json::Integer(value) => Some(*value),
        Json::Text(text) => decimal(text),
        _ => None,
    };
    let said = match (kind, json) {
        (Kind::Text, Json::Text(text)) => Said::Text(text.clone()),
        (Kind::Text, Json::Integer(value)) => Said::Text(value.to_string()),
        (Kind::Boolean, Json::Boolean(value)) => Said::Boolean(*value),
        (Kind::Boolean, Json::Text(text)) => Said::Boolean(text.parse().map_err(drop)?),
        (Kind::Integer { min, max, none }, _) => {
            let value = number.ok_or(())?;
            if *none == Some(value) {
                return Ok(None);
            }
            if value < *min || value > *max {
                return Err(());
            }
            Said::Integer(value)
        }
        (Kind::Hex { digits }, Json::Text(text)) => {
            if text.len() > usize::from(*digits) {
                return Err(());
            }
            Said::Integer(u64::from_str_radix(text, 16).map_err(drop)?.into())
        }
        (Kind::Hex { digits }, Json::Integer(value)) => {
            let last = u64::MAX >> (64 - 4 * u32::from(*digits));
            if *value < 0 || *value > last.into() {
                return Err(());
            }
            Said::Integer(*value)
        }
        #[expect(clippy::cast_precision_loss, reason = "readers do the same")]
        (Kind::Real, Json::Integer(value)) => Said::Real(*value as f64),
        (Kind::Real, Json::Real(value)) => Said::Real(*value),
        (Kind::Real, Json::Text(text)) => Said::Real(text.parse().map_err(drop)?),
        (Kind::Enumeration(vocabulary), json) => {
            let named = match json {
                Json::Text(text) => vocabulary.number_of(text),
                _ => None,
            };
            let bare = number.filter(|_| vocabulary.numbered);
            Said::Integer(named.map(i128::from).or(bare).ok_or(())?)
        }
        (Kind::Union(union), Json::Member(name, held)) => {
            let member = union.member(name).ok_or(())?;
            match read(&member.kind, held)? {
                Some(held) => Said::Union(name.clone(), Box::new(held)),
                None => return Err(()),
            }
        }
        (Kind::List, Json::List(pairs)) => Said::List(Listed::of(pairs).ok_or(())?),
        (Kind::Union(_), Json::Integer(value)) => {
            Said::Integer(i64::try_from(*value).map_err(drop)?.into())
        }
        _ => return Err(()),
    };
    Ok(Some(said))
}

#[derive(Debug)]
enum Said {
    Boolean(bool),
    Integer(i128),
    Real(f64),
    Text(String),
    Union(String, Box<Said>),
    List(Listed),
}

/// The pairs of a list with their texts.
#[derive(Debug)]
struct Listed(Vec<Node>, String);

impl Listed {
    fn of(pairs: &[(String, Json)]) -> Option<Self> {
        let mut list = Self(Vec::new(), String::new());
        for (key, value) in pairs {
            let key = list.text(key)?;
            let value = match value {
                Json::Boolean(value) => NodeValue::Boolean(*value),
                Json::Integer(value) => NodeValue::Integer(i64::try_from(*value).ok()?),
                Json::Real(value) => NodeValue::Real(*value),
                Json::Text(text) => NodeValue::Text(list.text(text)?),
                Json::Member(..) | Json::List(_) => return None,
            };
            list.0.push(Node { key, value });
        }
        Some(list)
    }

    fn text(&mut self, text: &str) -> Option<Span> {
        let start = u32::try_from(self.1.len()).ok()?;
        self.1.push_str(text);
        let end = u32::try_from(self.1.len()).ok()?;
        Some(Span { start, end })
    }
}

impl Said {
    fn datum(&self) -> Datum<'_> {
        match self {
            Said::Boolean(value) => Datum::Boolean(*value),
            Said::Integer(value) => Datum::Integer(*value),
            Said::Real(value) => Datum::Real(*value),
            Said::Text(text) => Datum::Text(text),
            Said::List(Listed(nodes, text)) => Datum::List(Pairs::new(nodes, text, "")),
            Said::Union(name, held) => match held.datum().scalar() {
                Some(held) => Datum::Union(name, held),
                None => Datum::Null,
            },
        }
    }
}

/// What a table holds of a written message; none when it refuses a value.
struct Held(Vec<Option<Said>>);

impl Facts for Held {
    fn fact(&self, attribute: usize) -> Option<Datum<'_>> {
        self.0.get(attribute)?.as_ref().map(Said::datum)
    }
}

/// The row of a table that a path leads to.
fn row(event: &Event, dictionary: &Dictionary, path: &[String]) -> Option<usize> {
    let full = path.join(".");
    let spelled = |name: &str| {
        let definition = dictionary.get(name);
        definition.is_some_and(|definition| definition.aliases.iter().any(|alias| *alias == full))
    };
    let reached = |row: &crate::Attribute| match path {
        [union, _] => row.union.as_deref() == Some(&**union),
        _ => true,
    };
    let mut rows = event.attributes.iter();
    let exact = rows.position(|row| row.name == full && reached(row));
    let mut rows = event.attributes.iter();
    exact.or_else(|| rows.position(|row| spelled(&row.name)))
}

fn hold(event: &Event, dictionary: &Dictionary, message: &Written) -> Option<Held> {
    let mut held: Vec<Option<Said>> = event.attributes.iter().map(|_| None).collect();
    for (path, json) in message {
        if let Some(at) = row(event, dictionary, path) {
            held[at] = read(&event.attributes[at].kind, json).ok()?;
        }
    }
    Some(Held(held))
}

fn is_valid(event: &Event, held: &Held) -> bool {
    let rows = event.attributes.iter().enumerate().all(|(at, row)| {
        let optional = row.presence == Presence::Optional || event.waiver(&row.name).is_some();
        let tag = row.kind == Kind::Event;
        match held.fact(at) {
            None => optional || tag,
            Some(datum) => {
                let fixed = row.fixed.as_ref();
                fixed.is_none_or(|fixed| fixed.datum().same(datum)) && event.agrees(at, held)
            }
        }
    });
    let mut rules = event.rules();
    rows && rules.all(|(_, rule)| rule.outcome(event, held) != Outcome::Violated)
}

/// Whether what the second version holds is something else than what the first one does.
fn differs(
    (one, from): (&Held, &Event),
    (other, to): (&Held, &Event),
    paths: &[(usize, usize)],
) -> bool {
    let told = |kind: &Kind| !matches!(kind, Kind::Enumeration(of) if !of.numbered);
    paths.iter().any(|(source, target)| {
        let kinds = [&from.attributes[*source].kind, &to.attributes[*target].kind];
        match (one.fact(*source), other.fact(*target)) {
            (Some(_), None) | (None, Some(_)) => true,
            #[expect(
                clippy::cast_precision_loss,
                clippy::float_cmp,
                reason = "readers round in the same way"
            )]
            (Some(Datum::Integer(a)), Some(Datum::Real(b))) => a as f64 != b,
            (Some(Datum::Integer(a)), Some(Datum::Integer(b))) => {
                a != b && kinds.iter().all(|kind| told(kind))
            }
            _ => false,
        }
    })
}

/// What a version makes of a message that another one writes; none when that one itself refuses it.
pub(super) fn judge(
    message: &Written,
    (from, old): (&Event, &Dictionary),
    (to, new): (&Event, &Dictionary),
) -> Option<Verdict> {
    let own = hold(from, old, message).filter(|held| is_valid(from, held))?;
    let Some(held) = hold(to, new, message).filter(|held| is_valid(to, held)) else {
        return Some(Verdict::Refused);
    };
    let paths = message.iter();
    let paths: Vec<_> = paths
        .filter_map(|(path, _)| Some((row(from, old, path)?, row(to, new, path)?)))
        .collect();
    let misread = differs((&own, from), (&held, to), &paths);
    Some(if misread {
        Verdict::Misread
    } else {
        Verdict::Valid
    })
}

/// Whether a row of this kind writes values so, rather than only reads them.
pub(super) fn is_canonical(kind: &Kind, json: &Json) -> bool {
    match (kind, json) {
        (Kind::Integer { .. }, Json::Integer(_))
        | (Kind::Boolean, Json::Boolean(_))
        | (Kind::Real, Json::Real(_))
        | (Kind::Text, Json::Text(_))
        | (Kind::List, Json::List(_))
        | (Kind::Enumeration(_) | Kind::Union(_), _) => true,
        (Kind::Hex { digits }, Json::Text(text)) => text.len() == usize::from(*digits),
        _ => false,
    }
}
