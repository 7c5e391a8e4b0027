//! Where an attribute stands in the text of a message. Readers do not keep it; it is looked for when somebody asks.

use std::ops::Range;

use crate::Record;

/// The place of an attribute, or of a key of a list that is written as `Extensions["ps-1"]`.
pub(crate) fn find(record: &Record<'_>, term: &str) -> Option<Range<usize>> {
    let (attribute, key) = match term
        .strip_suffix("\"]")
        .and_then(|term| term.split_once("[\""))
    {
        Some((attribute, key)) => (attribute, Some(key)),
        None => (term, None),
    };
    let text = record.input;
    if text.trim_start().starts_with('{') {
        in_json(record, attribute, key)
    } else {
        let table = record.table;
        // Logs do not name the member of a union.
        let union = || table.event().member(attribute).map(|(row, _)| row);
        let row = table.find(attribute, 0).or_else(union);
        let row = row.and_then(|row| table.rows.get(row));
        match row {
            Some(row) => in_log(text, key, |name| {
                let mut names = row.log.iter();
                names.any(|known| known.eq_ignore_ascii_case(name))
            }),
            None => in_log(text, key, |name| {
                name.strip_prefix("Attribute") == Some(attribute)
            }),
        }
    }
}

/// The line of an attribute in a log, or of a pair in the lines behind it.
fn in_log(
    text: &str,
    key: Option<&str>,
    is_attribute: impl Fn(&str) -> bool,
) -> Option<Range<usize>> {
    let mut lines = text.split_inclusive('\n').scan(0, |end, line| {
        let start = *end + line.len() - line.trim_start().len();
        *end += line.len();
        Some((start, line.trim()))
    });
    let name = |line: &str| line.split([' ', '\t']).next().is_some_and(&is_attribute);
    let (start, line) = lines.find(|(_, line)| name(line))?;
    let Some(key) = key else {
        return Some(start..start + line.len());
    };
    let quoted = format!("'{key}'");
    lines
        .take_while(|(_, line)| line.starts_with('\''))
        .find(|(_, line)| line.starts_with(&quoted))
        .map(|(start, line)| start..start + line.len())
}

/// The member of a JSON object that is an attribute, or a pair of its list.
fn in_json(record: &Record<'_>, attribute: &str, key: Option<&str>) -> Option<Range<usize>> {
    let text = record.input;
    let row = record.table.find(attribute, 0);
    let member = Members::of(text, 0)?.find_map(|member| {
        let name = member.key(text);
        if name == attribute || row.is_some() && record.table.find(name, 0) == row {
            return Some(member);
        }
        // The member of a union stands in the union's object.
        let rest = attribute.strip_prefix(name)?.strip_prefix('.')?;
        Members::of(text, member.value.start)?.find(|member| member.key(text) == rest)
    })?;
    let Some(key) = key else {
        return Some(member.place());
    };
    let pair = Members::of(text, member.value.start)?.find(|member| member.key(text) == key)?;
    Some(pair.place())
}

/// A key of a JSON object and its value.
struct Member {
    /// The key with its quotes.
    key: Range<usize>,
    value: Range<usize>,
}

impl Member {
    fn key<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.key.start + 1..self.key.end - 1)
            .unwrap_or_default()
    }

    fn place(&self) -> Range<usize> {
        self.key.start..self.value.end
    }
}

/// The members of a JSON object as far as it is one.
struct Members<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Members<'a> {
    /// The members of the object that begins at `at` or behind blanks.
    fn of(text: &'a str, at: usize) -> Option<Self> {
        let mut members = Self {
            bytes: text.as_bytes(),
            at,
        };
        members.pass(b"");
        (members.bytes.get(members.at) == Some(&b'{')).then(|| {
            members.at += 1;
            members
        })
    }

    /// Skips blanks and these bytes.
    fn pass(&mut self, others: &[u8]) {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let skipped = rest
            .iter()
            .take_while(|byte| byte.is_ascii_whitespace() || others.contains(byte));
        self.at += skipped.count();
    }

    /// Skips a text in quotes.
    fn text(&mut self) -> Option<Range<usize>> {
        let start = self.at;
        let mut escaped = false;
        let rest = self.bytes.get(start..)?.strip_prefix(b"\"")?;
        let length = rest.iter().position(|byte| {
            let ends = *byte == b'"' && !escaped;
            escaped = *byte == b'\\' && !escaped;
            ends
        })?;
        self.at = start + length + 2;
        Some(start..self.at)
    }

    /// Skips a value.
    fn value(&mut self) -> Option<Range<usize>> {
        let start = self.at;
        let mut depth = 0_usize;
        loop {
            match self.bytes.get(self.at)? {
                b'"' => {
                    self.text()?;
                }
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                }
                b'}' | b']' if depth > 0 => {
                    depth -= 1;
                    self.at += 1;
                }
                b',' | b'}' | b']' if depth == 0 => break,
                byte if depth == 0 && byte.is_ascii_whitespace() => break,
                _ => {
                    self.at += 1;
                    continue;
                }
            }
            if depth == 0 {
                break;
            }
        }
        Some(start..self.at)
    }
}

impl Iterator for Members<'_> {
    type Item = Member;

    fn next(&mut self) -> Option<Member> {
        self.pass(b",");
        let key = self.text()?;
        self.pass(b":");
        let value = self.value()?;
        Some(Member { key, value })
    }
}

#[cfg(test)]
mod tests {
    use crate::Events;
    use crate::families;
    use crate::read::{json, log};

    #[test]
    fn places_in_a_log() {
        let text = "message EventRegistered\n\tAttributeThisDN\t'7001'\n\tAttributeAddressInfoStatus\t1\n\
            \tAttributeExtensions\t[14] 00 01 01 00..\n\t\t'ps-1'\t2\n\tAttributePlace\t'x'\n";
        let events = Events::new(families::declarations());
        let mut reader = log::Reader::new(text.as_bytes(), &events);
        let message = reader.read().unwrap().unwrap();
        let find = |term| message.find(term).map(|at| &message.text()[at]);
        assert_eq!(find("ThisDN"), Some("AttributeThisDN\t'7001'"));
        assert_eq!(
            find("InfoStatus.AddressType"),
            Some("AttributeAddressInfoStatus\t1")
        );
        assert_eq!(find("Extensions[\"ps-1\"]"), Some("'ps-1'\t2"));
        assert_eq!(find("Extensions[\"ps-2\"]"), None);
        assert_eq!(find("Place"), Some("AttributePlace\t'x'"));
        assert_eq!(find("AgentID"), None);
    }

    #[test]
    fn places_in_json() {
        let text = r#"{"ThisDN" : "70\"01", "InfoStatus": {"AddressType": 1}, "Event": "EventRegistered",
            "Extensions": {"list": {"ps-1": "a"}, "ps-1": [1, {"x": "]"}]}, "Place":null}"#;
        let events = Events::new(families::declarations());
        let mut reader = json::Reader::new(text.as_bytes(), &events);
        let message = reader.read().unwrap().unwrap();
        let find = |term| message.find(term).map(|at| &message.text()[at]);
        assert_eq!(find("ThisDN"), Some(r#""ThisDN" : "70\"01""#));
        assert_eq!(find("InfoStatus.AddressType"), Some(r#""AddressType": 1"#));
        assert_eq!(
            find("Extensions[\"ps-1\"]"),
            Some(r#""ps-1": [1, {"x": "]"}]"#)
        );
        assert_eq!(find("Extensions[\"ps-2\"]"), None);
        assert_eq!(find("Place"), Some(r#""Place":null"#));
        assert_eq!(find("AgentID"), None);
    }
}
