//! Dictionaries and vocabularies as source.

use super::layout::Source;
use super::names::{ident, member, quote, row, spelled};
use super::types::{last, type_of};
use crate::{Definition, Dictionary, KeySet, Kind, Union, Vocabulary};

/// A dictionary as the source of a `dictionary!`.
///
/// Enumerations and unions have the types of [`vocabulary`] and [`union`], which are taken from a module `vocabulary`,
/// since an attribute may be called like its enumeration.
#[must_use]
pub fn dictionary(dictionary: &Dictionary) -> String {
    let mut source = Source::default();
    source.line(0, "dictionary! {");
    let about = match &*dictionary.name {
        "" => "What each attribute name means and carries.".to_owned(),
        name => format!("What each attribute name of {name} means and carries."),
    };
    source.docs(1, &about);
    let name = quote(&dictionary.name);
    source.line(1, &format!("pub static DICTIONARY = {name};"));
    let mut types: Vec<&str> = Vec::new();
    for (at, definition) in dictionary.definitions.iter().enumerate() {
        if at == 0 {
            source.line(0, "");
        }
        write_definition(&mut source, definition, &mut types);
    }
    for keys in dictionary.key_sets.iter() {
        source.line(0, "");
        write_key_set(&mut source, keys);
    }
    if let Some(messages) = &dictionary.messages {
        source.line(0, "");
        let vocabulary = typed(&Kind::Enumeration(messages.clone()));
        source.line(1, &format!("messages {vocabulary},"));
    }
    source.line(0, "}");
    source.finish()
}

fn write_definition<'a>(source: &mut Source, definition: &'a Definition, types: &mut Vec<&'a str>) {
    source.docs(1, &definition.description);
    let name = &*definition.name;
    let union = name.split_once('.').map(|(union, _)| union);
    let mut spelled = row(name, union);
    // Each name makes a type of the same name, or of that of the member. There can be one.
    let alias = last(name);
    if spelled != name || types.contains(&alias) {
        spelled = quote(name);
    }
    types.push(alias);
    let carried = match &definition.kind {
        Kind::Event => "event".to_owned(),
        kind => typed(kind),
    };
    let mut facts: Vec<String> = Vec::new();
    facts.extend(
        definition
            .log
            .iter()
            .map(|log| format!("log = {}", quote(log))),
    );
    facts.extend(definition.number.map(|number| format!("number = {number}")));
    facts.extend(
        definition
            .aliases
            .iter()
            .map(|alias| format!("alias = {}", quote(alias))),
    );
    facts.extend(
        definition
            .examples
            .iter()
            .map(|example| format!("example = {}", quote(example))),
    );
    facts.extend(definition.obsolete.then(|| "obsolete".to_owned()));
    facts.extend(definition.transport.then(|| "transport".to_owned()));
    let facts = match &*facts {
        [] => String::new(),
        facts => format!(" {{ {} }}", facts.join(", ")),
    };
    source.line(1, &format!("{spelled}: {carried}{facts},"));
}

fn write_key_set(source: &mut Source, keys: &KeySet) {
    source.docs(1, &keys.description);
    let name = spelled(&ident(&keys.name), &keys.name);
    source.line(1, &format!("keys {name} {{"));
    for key in keys.keys.iter() {
        source.docs(2, &key.description);
        let types: Vec<_> = key.kinds.iter().map(typed).collect();
        let name = quote(&key.name);
        source.line(2, &format!("{name}: {},", types.join(" | ")));
    }
    source.line(1, "}");
}

/// The type of a kind where an attribute may be called like it.
fn typed(kind: &Kind) -> String {
    let name = type_of(kind);
    match kind {
        Kind::Enumeration(_) | Kind::Union(_) => format!("vocabulary::{name}"),
        _ => name,
    }
}

/// A vocabulary as the source of a `vocabulary!`.
///
/// ```
/// use events_schema::export::vocabulary;
/// use events_schema::{Member, Vocabulary};
///
/// let states = Vocabulary {
///     name: "Dock state".into(),
///     description: "What a dock is doing.".into(),
///     numbered: true,
///     members: vec![Member {
///         name: "Free".into(),
///         number: 1,
///         description: "It holds no bike.".into(),
///     }]
///     .into(),
/// };
/// assert_eq!(
///     vocabulary(&states),
///     "\
/// vocabulary! {
///     /// What a dock is doing.
///     pub DockState = \"Dock state\" {
///         /// It holds no bike.
///         Free = 1,
///     }
/// }
/// "
/// );
/// ```
#[must_use]
pub fn vocabulary(vocabulary: &Vocabulary) -> String {
    let mut source = Source::default();
    source.line(0, "vocabulary! {");
    source.docs(1, &vocabulary.description);
    let name = spelled(&ident(&vocabulary.name), &vocabulary.name);
    source.line(1, &format!("pub {name} {{"));
    for one in vocabulary.members.iter() {
        source.docs(2, &one.description);
        let name = spelled(&member(&one.name), &one.name);
        let number = if vocabulary.numbered {
            format!(" = {}", one.number)
        } else {
            String::new()
        };
        source.line(2, &format!("{name}{number},"));
    }
    source.line(1, "}");
    source.line(0, "}");
    source.finish()
}

/// A union as the source of a `union!`, to stand beside the vocabularies of its members; `selector` is what its selector
/// carries.
///
/// ```
/// use events_schema::export::union;
/// use events_schema::{Kind, Literal, Union, UnionMember};
///
/// let reading = Union {
///     name: "Reading".into(),
///     description: "What was measured.".into(),
///     selector: "Channel".into(),
///     members: vec![UnionMember {
///         name: "Charge".into(),
///         kind: Kind::integer(0, 255),
///         chosen_by: vec![Literal::Integer(1), Literal::Integer(2)].into(),
///         description: "The charge in percent.".into(),
///     }]
///     .into(),
/// };
/// assert_eq!(
///     union(&reading, &Kind::integer(0, 255)),
///     "\
/// union! {
///     /// What was measured.
///     pub Reading by Channel: u8 {
///         /// The charge in percent.
///         Charge: u8 = [1, 2],
///     }
/// }
/// "
/// );
/// ```
#[must_use]
pub fn union(union: &Union, selector: &Kind) -> String {
    let mut source = Source::default();
    source.line(0, "union! {");
    source.docs(1, &union.description);
    let name = spelled(&ident(&union.name), &union.name);
    let by = row(&union.selector, None);
    let selector = type_of(selector);
    source.line(1, &format!("pub {name} by {by}: {selector} {{"));
    for one in union.members.iter() {
        source.docs(2, &one.description);
        let carried = type_of(&one.kind);
        let values: Vec<_> = one.chosen_by.iter().map(super::rule::fixed).collect();
        let name = spelled(&ident(&one.name), &one.name);
        let values = values.join(", ");
        source.line(2, &format!("{name}: {carried} = [{values}],"));
    }
    source.line(1, "}");
    source.line(0, "}");
    source.finish()
}
