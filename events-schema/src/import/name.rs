//! Which attribute a row is about.

use super::evidence::Evidence;
use super::letters;
use super::row::Name;
use crate::{Definition, Dictionary, Kind, Literal};

/// The names of a dictionary.
#[derive(Clone, Copy)]
pub(super) struct Names<'a> {
    pub(super) dictionary: &'a Dictionary,
}

/// What a name and the letters behind it come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Resolved {
    pub(super) name: String,
    /// Marks that had grown together with the name.
    pub(super) marks: Vec<String>,
    /// Whether letters of another alphabet were read as Latin ones.
    pub(super) folded: bool,
    /// A letter at the end that may be a mark, and may not.
    pub(super) doubt: Option<String>,
}

impl<'a> Names<'a> {
    /// Whether the dictionary says nothing at all.
    pub(super) fn are_unknown(self) -> bool {
        self.dictionary.definitions.is_empty()
    }

    /// The definition that a name in a document spells.
    pub(super) fn find(self, text: &str) -> Option<&'a Definition> {
        let bare: String = text
            .chars()
            .filter(|letter| !letter.is_whitespace())
            .collect();
        let definitions = &self.dictionary.definitions;
        let alias = || {
            definitions.iter().find(|definition| {
                let mut aliases = definition.aliases.iter();
                aliases.any(|alias| *alias == text)
            })
        };
        self.dictionary
            .get(text)
            .or_else(|| self.dictionary.get(&bare))
            .or_else(alias)
    }

    pub(super) fn is_name(self, text: &str) -> bool {
        let (left, _) = text.split_once('=').unwrap_or((text, ""));
        self.find(left.trim()).is_some() || self.find(&letters::fold(left.trim())).is_some()
    }

    /// Whether a name may be one with a mark grown together with it.
    pub(super) fn may_be_fused(self, text: &str) -> Option<&str> {
        if self.find(text).is_some() {
            return None;
        }
        let cut = |length: usize| {
            let at = text.len().checked_sub(length)?;
            let (name, mark) = text.is_char_boundary(at).then(|| text.split_at(at))?;
            (letters::is_mark(mark) && self.find(name.trim()).is_some()).then_some(mark)
        };
        cut(1).or_else(|| cut(2))
    }

    /// The attribute that a row is about.
    pub(super) fn resolve(self, name: &Name, evidence: &Evidence<'_>) -> Resolved {
        let found = |name: &str, marks: Vec<String>, folded| Resolved {
            name: name.to_owned(),
            marks,
            folded,
            doubt: None,
        };
        let text = &*name.text;
        let latin = letters::fold(text);
        let spelled: &[(&str, bool)] = if latin == text {
            &[(text, false)]
        } else {
            &[(text, false), (&*latin, true)]
        };
        for (text, folded) in spelled {
            if let Some(definition) = self.find(text) {
                return found(&definition.name, Vec::new(), *folded);
            }
        }
        // A name in the letters of one other alphabet is that; one in mixed letters was meant in Latin ones.
        let mixed = latin.is_ascii() && text.chars().any(|letter| letter.is_ascii_alphabetic());
        let meant = latin != text && mixed;
        let as_meant = if meant { &*latin } else { text };
        for (text, folded) in spelled {
            for (base, marks) in splits(text, evidence.letters) {
                if let Some(definition) = self.find(base) {
                    return found(&definition.name, marks, *folded);
                }
            }
        }
        if evidence.is_named(as_meant) {
            return found(as_meant, Vec::new(), meant);
        }
        for (text, folded) in spelled {
            for (base, marks) in splits(text, evidence.letters) {
                if evidence.tells(base) {
                    return found(base, marks, *folded);
                }
            }
        }
        let doubt = match self.may_be_fused(as_meant) {
            Some(mark) => Some(mark.to_owned()),
            None if evidence.is_marked_apart => None,
            None => splits(as_meant, evidence.letters)
                .into_iter()
                .next()
                .map(|(_, marks)| marks.join("")),
        };
        Resolved {
            doubt,
            ..found(as_meant, Vec::new(), meant)
        }
    }
}

/// The ways to take letters of footnotes from the end of a name.
pub(super) fn splits<'t>(text: &'t str, footnotes: &[String]) -> Vec<(&'t str, Vec<String>)> {
    let exists = |mark: &str| footnotes.iter().any(|letter| letter == mark);
    // `ab` are two marks where the footnotes are `a` and `b`, in their order.
    let each = |mark: &str| -> Option<Vec<String>> {
        if exists(mark) {
            return Some(vec![mark.to_owned()]);
        }
        let each: Vec<String> = mark.chars().map(String::from).collect();
        let ascending = each.windows(2).all(|pair| pair[0] < pair[1]);
        (each.len() > 1 && ascending && each.iter().all(|mark| exists(mark))).then_some(each)
    };
    let mut splits = Vec::new();
    // `Name a, b`, `Name a` and `Name ab`.
    if let Some((base, behind)) = text.split_once(' ') {
        let marks = behind.split([' ', ',']).filter(|mark| !mark.is_empty());
        let marks: Option<Vec<_>> = marks.map(each).collect();
        if let Some(marks) = marks {
            splits.push((base, marks.concat()));
        }
    }
    for length in 1..=3 {
        let Some(at) = text
            .len()
            .checked_sub(length)
            .filter(|at| text.is_char_boundary(*at))
        else {
            continue;
        };
        let (base, mark) = text.split_at(at);
        let base = base.trim_end();
        if base.is_empty() || !mark.is_ascii() {
            continue;
        }
        splits.extend(each(mark).map(|marks| (base, marks)));
    }
    splits
}
/// The value that a row fixes, with the marks that had grown together with it.
pub(super) fn fixed(
    kind: &Kind,
    text: &str,
    footnotes: &[String],
) -> Option<(Literal, Vec<String>)> {
    if let Some(value) = value(kind, text) {
        return Some((value, Vec::new()));
    }
    let mut splits = splits(text, footnotes).into_iter();
    splits.find_map(|(base, marks)| Some((value(kind, base)?, marks)))
}

/// A value of a kind by its documented spelling.
pub(super) fn value(kind: &Kind, text: &str) -> Option<Literal> {
    let bare = text.trim().trim_matches(['"', '\'', '`']);
    match kind {
        Kind::Enumeration(vocabulary) => {
            let member = |name: &str| {
                let number = vocabulary.number_of(name)?;
                let name = name.to_owned().into();
                Some(Literal::Member { name, number })
            };
            // Constants of C types are at times called with the letter of the type.
            let without = || bare.strip_prefix('T').and_then(member);
            let numbered = || {
                let number = bare.parse().ok()?;
                member(vocabulary.name_of(number)?)
            };
            member(bare).or_else(without).or_else(numbered)
        }
        Kind::Integer { min, max, .. } => {
            let value: i128 = bare.parse().ok()?;
            (min..=max)
                .contains(&&value)
                .then_some(Literal::Integer(value))
        }
        Kind::Real => bare
            .parse()
            .ok()
            .filter(|value: &f64| value.is_finite())
            .map(Literal::Real),
        Kind::Boolean => match &*bare.to_lowercase() {
            "true" | "yes" => Some(Literal::Boolean(true)),
            "false" | "no" => Some(Literal::Boolean(false)),
            _ => None,
        },
        Kind::Text => Some(Literal::Text(bare.to_owned().into())),
        _ => None,
    }
}
