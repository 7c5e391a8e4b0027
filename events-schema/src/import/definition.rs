//! What the prose of a document says of its types: `Severity: Minor (1), Major (2)`.

use super::document::{Document, Form, Place};
use super::letters;

/// A paragraph that says what a type is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Definition {
    pub(super) place: Place,
    /// The type.
    pub(super) name: String,
    /// The paragraph.
    pub(super) text: String,
    /// The values of an enumeration, where the paragraph is the list of them.
    pub(super) values: Option<Vec<Value>>,
}

/// A value of an enumeration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Value {
    pub(super) name: String,
    pub(super) number: Option<i64>,
    pub(super) description: String,
}

impl Definition {
    /// Whether the values have numbers, so that the paragraph can hardly be anything else.
    pub(super) fn is_numbered(&self) -> bool {
        let mut values = self.values.iter().flatten();
        values.any(|value| value.number.is_some())
    }
}

/// What stands between the name of a type and its values.
const BETWEEN: [&str; 11] = [
    "is one of the following",
    "is one of",
    "is an enumeration of",
    "is an enumeration with the values",
    "is an enumeration",
    "has the values",
    "has one of the values",
    "can be one of",
    "can be",
    "may be",
    "values",
];

/// The paragraphs of a document that begin with a name and say what it is.
pub(super) fn definitions(document: &Document) -> Vec<Definition> {
    let mut definitions = Vec::new();
    let mut paragraphs = paragraphs(document).into_iter().peekable();
    while let Some((place, mut text)) = paragraphs.next() {
        let lists = |text: &str| text.starts_with("- ");
        if text.ends_with(':')
            && let Some((_, items)) = paragraphs.next_if(|(_, next)| lists(next))
        {
            text = format!("{text}\n{items}");
        }
        definitions.extend(Definition::of(place, &text));
    }
    definitions
}

impl Definition {
    fn of(place: Place, text: &str) -> Option<Self> {
        let end = text.find([' ', ':', '\n'])?;
        let (name, rest) = text.split_at(end);
        let name = name.trim_matches(['`', '*']).to_owned();
        let is_name = name.starts_with(char::is_alphabetic)
            && name
                .chars()
                .all(|letter| letter.is_alphanumeric() || matches!(letter, '_' | '.' | '-'));
        let rest = rest.trim_start_matches(['`', '*']);
        let said = rest.trim_start();
        let lower = letters::key(said);
        let between = BETWEEN
            .iter()
            .find(|between| lower.starts_with(**between))
            .and_then(|between| said.get(between.len()..));
        let listed = between
            .map(|behind| behind.trim_start().trim_start_matches(':'))
            .or_else(|| said.strip_prefix(':'));
        is_name.then(|| Self {
            place,
            values: listed.and_then(values),
            name,
            text: text.to_owned(),
        })
    }
}

/// The paragraphs of prose, with the items of their lists on lines of their own.
fn paragraphs(document: &Document) -> Vec<(Place, String)> {
    let mut paragraphs: Vec<(Place, String)> = Vec::new();
    let mut gap = true;
    for line in &document.lines {
        let is_prose = matches!(line.form, Form::Text) && line.cells.len() == 1;
        if line.is_blank() || !is_prose {
            gap = true;
            continue;
        }
        let text = line.text();
        match paragraphs.last_mut() {
            Some((_, paragraph)) if !gap => {
                paragraph.push(if text.starts_with("- ") { '\n' } else { ' ' });
                paragraph.push_str(&text);
            }
            _ => paragraphs.push((line.place, text)),
        }
        gap = false;
    }
    paragraphs
}

/// The values that all of a text lists: one a line behind `- `, or between commas.
fn values(text: &str) -> Option<Vec<Value>> {
    let items: Vec<&str> = match text.split_once("\n- ") {
        Some((before, items)) if before.trim().is_empty() => items.split("\n- ").collect(),
        Some(_) => return None,
        None => {
            let text = text.trim().trim_end_matches('.');
            let commas = text.split([',', '|', ';']);
            commas
                .flat_map(|item| item.split(" or "))
                .flat_map(|item| item.split(" and "))
                .collect()
        }
    };
    let is_list = text.contains("\n- ");
    let items = items
        .iter()
        .map(|item| item.trim())
        .filter(|item| !item.is_empty());
    let values: Option<Vec<Value>> = items.map(|item| value(item, is_list)).collect();
    let values = values?;
    let mut names: Vec<&str> = values.iter().map(|value| &*value.name).collect();
    names.sort_unstable();
    names.dedup();
    let mut numbers: Vec<i64> = values.iter().filter_map(|value| value.number).collect();
    let numbered = numbers.len();
    numbers.sort_unstable();
    numbers.dedup();
    let whole = numbered == 0 || numbered == values.len() && numbers.len() == numbered;
    (values.len() > 1 && names.len() == values.len() && whole).then_some(values)
}

/// `Minor (1)`, `Battery = 0`, `1 = Minor` and, in a list, `Early (2): before the timetable`.
fn value(item: &str, is_list: bool) -> Option<Value> {
    let (item, description) = match item.split_once(": ") {
        Some((item, description)) if is_list => (item, description.trim()),
        _ => (item, ""),
    };
    let bare = |text: &str| text.trim().trim_matches(['`', '"', '\'']).to_owned();
    let (name, number) = if let Some((name, number)) =
        item.strip_suffix(')').and_then(|item| item.split_once('('))
    {
        (bare(name), Some(number.trim().parse().ok()?))
    } else if let Some((left, right)) = item.split_once('=') {
        match (left.trim().parse(), right.trim().parse()) {
            (_, Ok(number)) => (bare(left), Some(number)),
            (Ok(number), _) => (bare(right), Some(number)),
            _ => return None,
        }
    } else {
        (bare(item), None)
    };
    let is_name = name.starts_with(char::is_alphabetic)
        && name
            .chars()
            .all(|letter| letter.is_alphanumeric() || matches!(letter, '_' | '-' | '+'));
    is_name.then(|| Value {
        name,
        number,
        description: description.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<Vec<(String, Option<i64>)>> {
        let found = definitions(&Document::text("x", text));
        let [definition] = &*found else { return None };
        let values = definition.values.as_ref()?.iter();
        Some(
            values
                .map(|value| (value.name.clone(), value.number))
                .collect(),
        )
    }

    #[test]
    fn lists_of_values_are_found_in_prose() {
        let values = |numbers: [Option<i64>; 2]| {
            Some(vec![
                ("Minor".to_owned(), numbers[0]),
                ("Major".to_owned(), numbers[1]),
            ])
        };
        for text in [
            "Severity: Minor (1), Major (2).",
            "Severity: Minor = 1, Major = 2.",
            "Severity: 1 = Minor, 2 = Major",
            "`Severity` is one of:\n\n- `Minor` (1): it goes on\n- `Major` (2): it stops",
        ] {
            assert_eq!(found(text), values([Some(1), Some(2)]), "{text}");
        }
        let text = "Severity is one of Minor or Major.";
        assert_eq!(found(text), values([None, None]));
        for text in [
            "Severity: how bad it is, or was.",
            "Severity: Minor (1), Major.",
            "Severity: Minor (1), Major (1).",
            "Severity is one of many.",
            "Severity is an object with one of the members a and b.",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
