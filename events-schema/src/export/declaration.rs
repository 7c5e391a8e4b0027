//! A model as the source of its declaration.

mod described;
mod dictionary;
mod layout;
mod modules;
mod names;
mod rule;
mod types;

pub use self::dictionary::{dictionary, union, vocabulary};
pub use self::modules::{Module, modules};
pub use self::names::{ident as rust_name, member as rust_member};
#[cfg(feature = "import")]
pub(crate) use self::types::{import_of, rust_type};

use self::layout::{Source, WIDTH, align, deeper};
use self::names::{ident, is_word, letter, quote, spelled};
use self::rule::{Printer, fixed, strip};
use self::types::{is_defined, type_of};
use crate::{Attribute, Cell, Clause, Dictionary, Event, Family, Footnote, Presence, Status};

/// A family as the source of an `event!`, with the type of each attribute in its row.
///
/// Enumerations have the types of [`vocabulary`], key sets are those of a [`dictionary`]. What a footnote
/// has besides its status stands in a comment beside it. Texts are wrapped, so that only their paragraphs survive.
///
/// ```
/// use events_schema::export::declaration;
/// # use events_schema::{Attribute, Event, Family, Kind, List, Presence, Source, Text};
/// # let row = |name: &'static str, kind, presence| Attribute {
/// #     name: name.into(), union: None, kind, fixed: None, presence,
/// #     marks: List::default(), description: Text::default(),
/// # };
/// # let event = Event {
/// #     name: "DockReported".into(), number: Some(12), description: "A dock was looked at.".into(),
/// #     attributes: vec![
/// #         row("kind", Kind::Event, Presence::Mandatory),
/// #         row("dock", Kind::integer(0, 65_535), Presence::Mandatory),
/// #         row("bike", Kind::Text, Presence::Optional),
/// #     ].into(),
/// #     footnotes: List::default(),
/// # };
/// # let docks = Family {
/// #     name: "Docks".into(), description: "What docks report.".into(), source: Source::default(),
/// #     tag: "kind".into(), events: vec![event].into(),
/// # };
///
/// assert_eq!(
///     declaration(&docks),
///     "\
/// event! {
///     /// What docks report.
///     #[tag(kind)]
///     <Docks>
///
///     /// A dock was looked at.
///     DockReported = 12 {
///         kind        Mandatory,
///         dock: u16   Mandatory,
///         bike: Text  Optional,
///     }
/// }
/// "
/// );
/// ```
#[must_use]
pub fn declaration(family: &Family) -> String {
    declaration_with(family, &Dictionary::EMPTY)
}

/// A family as [`declaration`] has it, with a dictionary in scope: rows that carry what the dictionary says have no
/// type.
#[must_use]
pub fn declaration_with(family: &Family, dictionary: &Dictionary) -> String {
    write(family, dictionary, &NoRemarks)
}

/// What stands in the source beside the model.
pub(crate) trait Remarks {
    /// The text of a doc comment.
    fn text(&self, _about: &str, text: &str) -> String {
        text.to_owned()
    }

    /// Comments above an event.
    fn on_event(&self, _event: &Event) -> Vec<String> {
        Vec::new()
    }

    /// A comment behind a row.
    fn on_row(&self, _row: &Attribute) -> Option<String> {
        None
    }

    /// Comments above a footnote.
    fn on_footnote(&self, _event: &Event, _footnote: &Footnote) -> Vec<String> {
        Vec::new()
    }

    /// Whether a footnote is no more than a comment.
    fn is_left_out(&self, _event: &Event, _footnote: &Footnote) -> bool {
        false
    }
}

struct NoRemarks;

impl Remarks for NoRemarks {}

/// A family as the source of an `event!`, with remarks.
pub(crate) fn write(family: &Family, dictionary: &Dictionary, remarks: &dyn Remarks) -> String {
    let mut source = Source::default();
    source.line(0, "event! {");
    source.docs(1, &remarks.text(&family.name, &family.description));
    source.lines(1, header(family, dictionary));
    for event in family.events.iter() {
        source.line(0, "");
        write_event(&mut source, family, dictionary, event, remarks);
    }
    source.line(0, "}");
    source.finish()
}

/// The attributes of a family, and its name.
fn header(family: &Family, dictionary: &Dictionary) -> Vec<String> {
    let mut lines = Vec::new();
    let parts = [
        ("document", &family.source.document),
        ("section", &family.source.section),
        ("edition", &family.source.edition),
    ];
    let parts: Vec<_> = parts
        .iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(key, text)| format!("{key} = {}", quote(text)))
        .collect();
    let line = format!("#[source({})]", parts.join(", "));
    if line.chars().count() + 4 <= WIDTH {
        lines.extend((!parts.is_empty()).then_some(line));
    } else {
        lines.push("#[source(".to_owned());
        let parts = parts.iter().map(|part| format!("{part},")).collect();
        lines.extend(deeper(parts, 4));
        lines.push(")]".to_owned());
    }
    if family.tag != "Event" {
        let tag = &family.tag;
        lines.push(if is_word(tag) {
            format!("#[tag({tag})]")
        } else {
            format!("#[tag({})]", quote(tag))
        });
    }
    if !dictionary.definitions.is_empty() {
        lines.push("#[dictionary(DICTIONARY)]".to_owned());
    }
    let name = family_ident(family);
    lines.push(format!("<{}>", spelled(&name, &family.name)));
    lines
}

/// The name that the ids of the rules bear, so that they stay as they are.
fn family_name(family: &Family) -> String {
    let mut rules = family.events.iter().flat_map(Event::rules);
    let borne = rules.find_map(|(_, rule)| rule.id.split_once('/').map(|(family, _)| family));
    borne_or(borne, &family.name)
}

/// The same where it is the name of a type.
fn family_ident(family: &Family) -> String {
    let name = family_name(family);
    let rows = || {
        family
            .events
            .iter()
            .flat_map(|event| event.attributes.iter())
    };
    let is_type = rows().any(|row| types::last(&row.name) == name || type_of(&row.kind) == name);
    if is_type
        || family
            .events
            .iter()
            .any(|event| event_ident(event, family) == name)
    {
        // The family is a type beside those of its rows.
        return format!("{name}Events");
    }
    name
}

fn event_ident(event: &Event, family: &Family) -> String {
    let borne = event.rules().find_map(|(_, rule)| {
        let (_, rest) = rule.id.split_once('/')?;
        rest.split_once('[').map(|(event, _)| event)
    });
    let name = borne_or(borne, &event.name);
    let mut rows = family.events.iter().flat_map(|event| &*event.attributes);
    let is_type = rows.any(|row| types::last(&row.name) == name || type_of(&row.kind) == name);
    // The variant for events that are not declared is called `Unknown`.
    if is_type || name == "Unknown" {
        return format!("{name}Event");
    }
    name
}

fn borne_or(borne: Option<&str>, documented: &str) -> String {
    match borne {
        Some(name) if is_word(name) && ident(name) == name => name.to_owned(),
        _ => ident(documented),
    }
}

fn write_event(
    source: &mut Source,
    family: &Family,
    dictionary: &Dictionary,
    event: &Event,
    remarks: &dyn Remarks,
) {
    for remark in remarks.on_event(event) {
        source.comment(1, &remark);
    }
    source.docs(1, &remarks.text(&event.name, &event.description));
    let name = spelled(&event_ident(event, family), &event.name);
    let number = event.number.map(|number| format!(" = {number}"));
    source.line(1, &format!("{name}{} {{", number.unwrap_or_default()));
    let rows: Vec<_> = event
        .attributes
        .iter()
        .map(|row| {
            let is_tag = row.name == family.tag;
            let (name, mut rest) = cells(row, is_tag, dictionary);
            if let Some(remark) = remarks.on_row(row) {
                rest = format!("{rest} // {remark}");
            }
            (name, rest)
        })
        .collect();
    for (row, line) in event.attributes.iter().zip(align(&rows)) {
        if !row.description.is_empty() {
            source.docs(2, &remarks.text(&row.name, &row.description));
        }
        source.line(2, &line);
    }
    source.line(1, "}");
    let (out, footnotes): (Vec<&Footnote>, Vec<&Footnote>) = event
        .footnotes
        .iter()
        .partition(|footnote| remarks.is_left_out(event, footnote));
    for footnote in out {
        let text = remarks.text(&footnote.letter, &footnote.text);
        let letter = &footnote.letter;
        source.comment(1, &format!("No row bears the mark [{letter}]: {text}"));
    }
    if footnotes.is_empty() {
        return;
    }
    source.line(1, "footnotes {");
    let printer = Printer {
        event: Some(event),
        dictionary,
    };
    for (at, footnote) in footnotes.into_iter().enumerate() {
        if at > 0 {
            source.line(0, "");
        }
        let about = format!("footnote {} of {}", footnote.letter, event.name);
        source.docs(2, &remarks.text(&about, &footnote.text));
        for remark in remarks.on_footnote(event, footnote) {
            source.comment(2, &remark);
        }
        source.lines(2, footnote_lines(&printer, footnote));
    }
    source.line(1, "}");
}

/// A row: its name, type and value, and then its presence.
fn cells(row: &Attribute, is_tag: bool, dictionary: &Dictionary) -> (String, String) {
    let mut name = names::row(&row.name, row.union.as_deref());
    name += &marks(row, Cell::Name);
    if !is_tag && !is_defined(row, dictionary) {
        name = format!("{name}: {}", type_of(&row.kind));
    }
    if let (Some(value), false) = (&row.fixed, is_tag) {
        name = format!("{name} = {}", fixed(value));
    }
    let presence = match row.presence {
        Presence::Mandatory => "Mandatory",
        Presence::Optional => "Optional",
    };
    let marks = marks(row, Cell::Presence);
    (name, format!("{presence}{marks},"))
}

fn marks(row: &Attribute, cell: Cell) -> String {
    let marks = row.marks.iter().filter(|mark| mark.cell == cell);
    let marks: Vec<_> = marks.map(|mark| letter(&mark.letter)).collect();
    match &*marks {
        [] => String::new(),
        marks => format!("[{}]", marks.join(", ")),
    }
}

fn footnote_lines(printer: &Printer<'_>, footnote: &Footnote) -> Vec<String> {
    let room = WIDTH - 8;
    let clauses: Vec<Clause> = footnote
        .rules
        .iter()
        .map(|rule| rule.clause.clone())
        .collect();
    let status = footnote.status;
    let checked = matches!(status, Status::Checked | Status::Partly);
    let unruled = printer.clauses(&clauses, room).is_empty();
    // What is unread proposes nothing.
    let unread = status == Status::Unread || checked && unruled;
    let proposed = if footnote.proposed && !unread {
        "proposed "
    } else {
        ""
    };
    let head = format!("[{}] {proposed}", letter(&footnote.letter));

    let mut lines = Vec::new();
    if checked && unruled {
        lines.push(format!("// {}, by no rule", status.as_str()));
    }
    if !checked {
        let rules = clauses.iter().flat_map(|clause| {
            let mut rule = printer.clause(clause, room - 3);
            strip(&mut rule);
            rule
        });
        lines.extend(rules.map(|line| format!("// {line}")));
    }
    let waives: Vec<_> = footnote
        .waives
        .iter()
        .map(|name| names::right(name).map_or_else(|| quote(name), str::to_owned))
        .collect();
    let waives = waives.join(", ");
    if status != Status::Context && !waives.is_empty() {
        lines.push(format!("// waive {waives}"));
    }

    match status {
        Status::Checked | Status::Partly if unruled => lines.push(head + "unread"),
        Status::Checked => lines.extend(checked_lines(printer, &head, &clauses, room)),
        Status::Partly => lines.extend(partly_lines(printer, &head, &clauses, room)),
        Status::Context if !waives.is_empty() => {
            lines.push(format!("{head}context waive {waives}"));
        }
        status => lines.push(head + status.as_str()),
    }
    lines
}

/// Rules behind the letter; several of them stand below one another.
fn checked_lines(
    printer: &Printer<'_>,
    head: &str,
    clauses: &[Clause],
    room: usize,
) -> Vec<String> {
    let indent = if clauses.len() > 1 { head.len() } else { 0 };
    let rules = printer.clauses(clauses, room.saturating_sub(head.len()));
    let mut rules = rules.into_iter();
    let mut lines: Vec<_> = rules
        .next()
        .map(|first| format!("{head}{first}"))
        .into_iter()
        .collect();
    lines.extend(deeper(rules.collect(), indent));
    lines
}

/// Rules in braces, on one line if there is room.
fn partly_lines(printer: &Printer<'_>, head: &str, clauses: &[Clause], room: usize) -> Vec<String> {
    let rules = printer.clauses(clauses, room - 4);
    if let [rule] = &*rules {
        let rule = rule.strip_suffix(';').unwrap_or(rule);
        let line = format!("{head}partly {{ {rule} }}");
        if line.chars().count() <= room {
            return vec![line];
        }
    }
    let mut lines = vec![format!("{head}partly {{")];
    lines.extend(deeper(rules, 4));
    lines.push("}".to_owned());
    lines
}

#[cfg(test)]
mod tests;
