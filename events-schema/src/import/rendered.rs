//! Footnotes as the exporters of this crate write them: with their status, and their rules read out.

use super::name;
use crate::{Clause, Condition, Dictionary, Event, List, Literal, Rule, Status, Term, Text};

/// A footnote that says its status itself.
pub(super) struct Rendered {
    pub(super) status: Status,
    pub(super) proposed: bool,
    pub(super) text: String,
    pub(super) rules: Vec<Rule>,
    pub(super) waives: List<Text>,
}

/// The footnote that a text is; `None` when it is not one of ours. What cannot be read of it is the error.
pub(super) fn read(
    event: &Event,
    dictionary: &Dictionary,
    text: &str,
) -> Option<Result<Rendered, String>> {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let accepted = first.strip_prefix("proposed ");
    let (first, proposed) = (accepted.unwrap_or(first), accepted.is_some());
    let status = Status::ALL.into_iter().find(|status| {
        let behind = first.strip_prefix(status.as_str());
        behind.is_some_and(|behind| behind.is_empty() || behind.starts_with(": "))
    })?;
    let says = first[status.as_str().len()..].trim_start_matches(": ");
    let mut rendered = Rendered {
        status,
        proposed,
        text: says.to_owned(),
        rules: Vec::new(),
        waives: List::default(),
    };
    let reader = Words { event, dictionary };
    for line in rest.lines() {
        let item = line.strip_prefix("- ").unwrap_or(line);
        if let Some(names) = item.strip_suffix(" may be absent although Mandatory") {
            let Some(terms) = reader.terms(names, "and") else {
                return Some(Err(item.to_owned()));
            };
            rendered.waives = terms.into_iter().map(|term| term.attribute).collect();
        } else if let Some((id, words)) = ruled(item) {
            let Some(clause) = reader.clause(words) else {
                return Some(Err(words.to_owned()));
            };
            let id = id.to_owned().into();
            rendered.rules.push(Rule { id, clause });
        } else {
            rendered.text.push('\n');
            rendered.text.push_str(line);
        }
    }
    Some(Ok(rendered))
}

/// The id of a rule and its words: `id: words`, or the words with the id behind them.
fn ruled(item: &str) -> Option<(&str, &str)> {
    let before = item.split_once(": ").filter(|(id, _)| is_id(id));
    let behind = || item.rsplit_once(' ').filter(|(_, id)| is_id(id));
    before.or_else(|| behind().map(|(words, id)| (id, words)))
}

/// `Registration/EventRegistered[a]#2`.
fn is_id(text: &str) -> bool {
    let number = text.rsplit_once('#').map_or(text, |(id, _)| id);
    text.contains('/') && !text.contains(' ') && number.ends_with(']') && number.contains('[')
}

/// The reader of rules in plain English, as `words` writes them.
struct Words<'a> {
    event: &'a Event,
    dictionary: &'a Dictionary,
}

impl Words<'_> {
    fn clause(&self, text: &str) -> Option<Clause> {
        if let Some(rest) = text.strip_prefix("if ") {
            return splits(rest, ", ").find_map(|(condition, demands)| {
                let condition = self.sentence(condition)?;
                let demands = demands.strip_prefix("then ").unwrap_or(demands);
                let (then, otherwise) = match splits(demands, "; otherwise, ").next() {
                    Some((then, otherwise)) => (then, Some(otherwise)),
                    None => (demands, None),
                };
                let otherwise = match otherwise {
                    None => Vec::new(),
                    Some(clause) => match self.clause(clause) {
                        Some(clause) => vec![clause],
                        None => self.demands(clause)?,
                    },
                };
                Some(Clause::If {
                    condition,
                    then: self.demands(then)?.into(),
                    otherwise: otherwise.into(),
                })
            });
        }
        self.sentence(text).map(Clause::Assert)
    }

    fn demands(&self, text: &str) -> Option<Vec<Clause>> {
        if let Some(condition) = self.sentence(text) {
            return Some(vec![Clause::Assert(condition)]);
        }
        if let Some(inner) = parenthesized(text)
            && let Some(clause) = self.clause(inner)
        {
            return Some(vec![clause]);
        }
        splits(text, " and ").find_map(|(left, right)| {
            let mut demands = self.demands(left)?;
            demands.extend(self.demands(right)?);
            Some(demands)
        })
    }

    fn sentence(&self, text: &str) -> Option<Condition> {
        if let Some(test) = self.test(text) {
            return Some(test);
        }
        if let Some(inner) = parenthesized(text) {
            return self.sentence(inner);
        }
        for (sign, join) in [
            (" and ", Condition::All as fn(List<Condition>) -> Condition),
            (" or ", Condition::Any as fn(List<Condition>) -> Condition),
        ] {
            let mut parts = Vec::new();
            let mut rest = text;
            // Each part is the shortest that can be read.
            while let Some((condition, behind)) =
                splits(rest, sign).find_map(|(part, behind)| Some((self.part(part)?, behind)))
            {
                parts.push(condition);
                rest = behind;
            }
            if let (false, Some(last)) = (parts.is_empty(), self.part(rest)) {
                parts.push(last);
                return Some(join(parts.into()));
            }
        }
        None
    }

    fn part(&self, text: &str) -> Option<Condition> {
        self.test(text)
            .or_else(|| self.sentence(parenthesized(text)?))
    }

    fn test(&self, text: &str) -> Option<Condition> {
        let none = |conditions: Vec<Condition>| Condition::None(conditions.into());
        for (end, same) in [
            (" have the same value", true),
            (" have different values", false),
        ] {
            if let Some(pair) = text.strip_suffix(end) {
                let [left, right] = <[Term; 2]>::try_from(self.terms(pair, "and")?).ok()?;
                let condition = Condition::Same(left, right);
                return Some(if same {
                    condition
                } else {
                    none(vec![condition])
                });
            }
        }
        for (end, sign) in [("present", true), ("absent", false)] {
            let Some(rest) = text.strip_suffix(end) else {
                continue;
            };
            let present = |terms: Vec<Term>| -> Vec<Condition> {
                terms.into_iter().map(Condition::Present).collect()
            };
            if let Some(names) = rest.strip_suffix(" are ") {
                let all = present(self.terms(names, "and")?);
                return Some(if sign {
                    Condition::All(all.into())
                } else {
                    none(all)
                });
            }
            let names = rest.strip_suffix(" is ")?;
            if let Some(term) = self.term(names) {
                let condition = Condition::Present(term);
                return Some(if sign {
                    condition
                } else {
                    none(vec![condition])
                });
            }
            let any = present(self.terms(names, "or")?);
            return Some(if sign {
                Condition::Any(any.into())
            } else {
                Condition::Any(any.into_iter().map(|one| none(vec![one])).collect())
            });
        }
        for (verb, holds) in [(" follows ", true), (" does not follow ", false)] {
            if let Some((list, keys)) = text.split_once(verb)
                && let Some(term) = self.term(list)
            {
                let keys = self
                    .dictionary
                    .key_sets
                    .iter()
                    .find(|known| known.name == keys)?;
                let condition = Condition::Follows(term, std::borrow::Cow::Owned(keys.clone()));
                return Some(if holds {
                    condition
                } else {
                    none(vec![condition])
                });
            }
        }
        splits(text, " is ").find_map(|(left, right)| {
            let term = self.term(left)?;
            let (values, sign, holds) = if let Some(rest) = right.strip_prefix("not ") {
                (rest, "nor", false)
            } else if let Some(rest) = right.strip_prefix("neither ") {
                (rest, "nor", false)
            } else if let Some(rest) = right.strip_prefix("none of ") {
                (rest, "and", false)
            } else {
                (right, "or", true)
            };
            let mut values: Vec<Literal> =
                enumerated(values, sign, &|text| self.value(&term, text))?;
            let condition = if values.len() == 1 {
                Condition::Equals(term, values.remove(0))
            } else {
                Condition::In(term, values.into())
            };
            Some(if holds {
                condition
            } else {
                none(vec![condition])
            })
        })
    }

    fn terms(&self, text: &str, sign: &str) -> Option<Vec<Term>> {
        enumerated(text, sign, &|text| self.term(text))
    }

    fn term(&self, text: &str) -> Option<Term> {
        let (attribute, key) = match text.split_once("[\"") {
            Some((attribute, key)) => (
                attribute,
                Some(unquoted(&format!("\"{}", key.strip_suffix(']')?))?),
            ),
            None => (text, None),
        };
        let term = |attribute: &str, key: Option<String>| Term {
            attribute: attribute.to_owned().into(),
            key: key.map(Text::from),
        };
        let known = self.event.attribute(attribute).is_some()
            || self.event.kind_of(&term(attribute, None)).is_some();
        known.then(|| term(attribute, key))
    }

    fn value(&self, term: &Term, text: &str) -> Option<Literal> {
        if text.starts_with('"') {
            return unquoted(text).map(|text| Literal::Text(text.into()));
        }
        if let Some(kind) = self.event.kind_of(term)
            && !matches!(kind, crate::Kind::Text)
        {
            return name::value(kind, text);
        }
        if let Ok(value) = text.parse() {
            return Some(Literal::Integer(value));
        }
        match text {
            "true" => Some(Literal::Boolean(true)),
            "false" => Some(Literal::Boolean(false)),
            text => text.parse().ok().map(Literal::Real),
        }
    }
}

/// A text that is in parentheses as a whole.
fn parenthesized(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('(')?.strip_suffix(')')?;
    let mut depth = 0_i32;
    for (_, letter) in outside_quotes(inner) {
        match letter {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth < 0 {
            return None;
        }
    }
    Some(inner)
}

/// The ways to cut a text at a sign that is in neither parentheses nor quotes.
fn splits<'t>(text: &'t str, sign: &'t str) -> impl Iterator<Item = (&'t str, &'t str)> {
    let mut depth = 0_i32;
    let mut cuts = Vec::new();
    for (at, letter) in outside_quotes(text) {
        match letter {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 && text[at..].starts_with(sign) {
            cuts.push(at);
        }
    }
    cuts.into_iter()
        .map(move |at| (&text[..at], &text[at + sign.len()..]))
}

/// The letters of a text with their places, but for those in quotes.
fn outside_quotes(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut quoted = false;
    let mut escaped = false;
    text.char_indices().filter(move |(_, letter)| {
        let was = quoted;
        match letter {
            '\\' if quoted && !escaped => {
                escaped = true;
                return false;
            }
            '"' if !escaped => quoted = !quoted,
            _ => {}
        }
        escaped = false;
        !was && !quoted
    })
}

/// `A`, `A or B`, `A, B or C`.
fn enumerated<T>(text: &str, sign: &str, read: &dyn Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    if let Some(one) = read(text) {
        return Some(vec![one]);
    }
    let between = format!(" {sign} ");
    let cuts: Vec<_> = splits(text, &between).collect();
    let (before, last) = cuts.last()?;
    let last = read(last)?;
    let mut all = Vec::new();
    let mut rest = *before;
    while let Some((one, behind)) =
        splits(rest, ", ").find_map(|(one, behind)| Some((read(one)?, behind)))
    {
        all.push(one);
        rest = behind;
    }
    all.push(read(rest)?);
    all.push(last);
    Some(all)
}

/// A text in quotes, with what is escaped in it.
fn unquoted(text: &str) -> Option<String> {
    let inner = text.strip_prefix('"')?.strip_suffix('"')?;
    let mut plain = String::new();
    let mut letters = inner.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => return None,
            '\\' => match letters.next()? {
                'n' => plain.push('\n'),
                't' => plain.push('\t'),
                'r' => plain.push('\r'),
                '0' => plain.push('\0'),
                'u' => {
                    let hex: String = letters
                        .by_ref()
                        .take_while(|letter| *letter != '}')
                        .collect();
                    let code = u32::from_str_radix(hex.trim_start_matches('{'), 16).ok()?;
                    plain.push(char::from_u32(code)?);
                }
                letter => plain.push(letter),
            },
            letter => plain.push(letter),
        }
    }
    Some(plain)
}
