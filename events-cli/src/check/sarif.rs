//! Findings as a SARIF 2.1.0 document, written as they come: all rules are known before the first of them.

use std::io::{self, Write};

use events_core::Events;
use events_core::schema::Status;
use serde::Serialize;
use serde_json::json;

use super::finding::{Failure, Finding};
use super::tally::Tally;
use super::{Sink, Style};

/// What the checks that are of no rule are called, and what they find.
const CHECKS: &[(&str, &str)] = &[
    ("missing", "A Mandatory attribute is absent."),
    (
        "wrong-type",
        "A value is of another type than its attribute.",
    ),
    (
        "out-of-range",
        "A number lies outside the range of its attribute.",
    ),
    ("unknown-member", "A name is none of its enumeration."),
    (
        "wrong-fixed",
        "A value is not the one that the table fixes.",
    ),
    (
        "wrong-member",
        "A union holds another member than the one that is chosen.",
    ),
    (
        "duplicate",
        "An attribute stands in the message more than once.",
    ),
    (
        "other-name",
        "Two attributes name the event, and not the same one.",
    ),
    (
        "lost",
        "A log says that a list was larger than what is there.",
    ),
    ("stray", "Attributes belong to no message."),
    ("damaged", "Part of the message cannot be read."),
    ("malformed", "The message cannot be read."),
    (
        "wrong-event",
        "The message is of another event than the one asked for.",
    ),
    (
        "waived",
        "A Mandatory attribute is absent, which a footnote allows.",
    ),
    ("unknown-number", "A number is none of its enumeration."),
    (
        "unknown-attribute",
        "The event's table lacks the attribute.",
    ),
    (
        "unknown-key",
        "The key set that a list follows lacks the key.",
    ),
    ("unknown-event", "No event of this name is declared."),
    (
        "cut-off",
        "The log ends behind the message, and perhaps within it.",
    ),
    (
        "other-number",
        "The header gives the event another number than it has.",
    ),
    (
        "obsolete",
        "The specification calls the attribute obsolete.",
    ),
    (
        "cannot-tell",
        "Whether a rule holds cannot be told from the message.",
    ),
];

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// Findings for code scanners.
#[derive(Debug)]
pub(crate) struct Results {
    /// The ids of the rules, in the order of the document.
    rules: Vec<String>,
}

impl Results {
    pub(crate) fn new(events: &Events) -> Self {
        let declarations = events.declarations();
        let rules = declarations.flat_map(|declaration| declaration.event.rules());
        let rules = rules.map(|(_, rule)| &*rule.id);
        let checks = CHECKS.iter().map(|(id, _)| *id);
        Self {
            rules: rules.chain(checks).map(str::to_owned).collect(),
        }
    }
}

impl Style for Results {
    fn finding(&self, finding: &Finding<'_>) -> io::Result<Vec<u8>> {
        let code = finding.code();
        let mut message = finding.sentence();
        message.extend(finding.cause().map(|cause| format!("\nnote: {cause}")));
        message.extend(finding.help().map(|help| format!("\nhelp: {help}")));
        let region = finding.region();
        let mut place = json!({"startLine": region.line});
        if let (Some(column), Some(end)) = (region.column, region.end_column) {
            place["startColumn"] = column.into();
            place["endColumn"] = end.into();
        }
        let mut result = json!({
            "ruleId": code,
            "level": if finding.is_error { "error" } else { "note" },
            "message": {"text": message},
            "locations": [{
                "physicalLocation": {
                    "artifactLocation": {"uri": uri(finding.file)},
                    "region": place,
                }
            }],
        });
        if let Some(index) = self.rules.iter().position(|rule| rule == code) {
            result["ruleIndex"] = index.into();
        }
        Ok(result.to_string().into_bytes())
    }
}

/// The output for code scanners.
pub(crate) struct Sarif<W> {
    out: W,
    failures: Vec<Failure>,
    is_first: bool,
}

#[derive(Serialize)]
struct Rule<'a> {
    id: &'a str,
    #[serde(rename = "shortDescription")]
    short: Text<'a>,
    #[serde(rename = "fullDescription", skip_serializing_if = "Option::is_none")]
    full: Option<Text<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<Text<'a>>,
}

#[derive(Serialize)]
struct Text<'a> {
    text: &'a str,
}

impl<W: Write> Sarif<W> {
    /// Begins the document.
    pub(crate) fn begin(mut out: W, events: &Events) -> io::Result<Self> {
        let mut described = Vec::new();
        for declaration in events.declarations() {
            let source = declaration.family.source.to_string();
            for (footnote, rule) in declaration.event.rules() {
                let rest = match footnote.status {
                    Status::Checked => "",
                    _ => "\nThe rest of the footnote depends on what is not in the message.",
                };
                described.push(serde_json::to_value(Rule {
                    id: &rule.id,
                    short: Text {
                        text: &rule.words(),
                    },
                    full: Some(Text {
                        text: &footnote.text,
                    }),
                    help: Some(Text {
                        text: &format!("{}\n({source}){rest}", footnote.text),
                    }),
                })?);
            }
        }
        for (id, text) in CHECKS.iter().copied() {
            described.push(serde_json::to_value(Rule {
                id,
                short: Text { text },
                full: None,
                help: None,
            })?);
        }
        let driver = json!({
            "driver": {
                "name": "events",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": described,
            }
        });
        let head = format!(
            "{{\"$schema\":\"{SCHEMA}\",\"version\":\"2.1.0\",\"runs\":[{{\"tool\":{driver},\
             \"columnKind\":\"unicodeCodePoints\",\"results\":["
        );
        out.write_all(head.as_bytes())?;
        Ok(Self {
            out,
            failures: Vec::new(),
            is_first: true,
        })
    }
}

impl<W: Write> Sink for Sarif<W> {
    fn finding(&mut self, finding: &[u8]) -> io::Result<()> {
        let comma: &[u8] = if self.is_first { b"\n" } else { b",\n" };
        self.is_first = false;
        self.out.write_all(comma)?;
        self.out.write_all(finding)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }

    fn failure(&mut self, failure: &Failure) -> io::Result<()> {
        self.failures.push(failure.clone());
        Ok(())
    }

    fn finish(&mut self, tally: &Tally) -> io::Result<()> {
        let notifications: Vec<_> = self
            .failures
            .iter()
            .map(|failure| {
                let mut notification = json!({
                    "level": "error",
                    "message": {"text": failure.message},
                });
                if let Some(file) = &failure.file {
                    let mut place = json!({"artifactLocation": {"uri": uri(file)}});
                    if let Some(line) = failure.line {
                        place["region"] = json!({"startLine": line});
                    }
                    notification["locations"] = json!([{"physicalLocation": place}]);
                }
                notification
            })
            .collect();
        let invocations = json!([{
            "executionSuccessful": notifications.is_empty(),
            "toolExecutionNotifications": notifications,
        }]);
        let total = tally.total();
        let properties = json!({
            "messages": total.seen,
            "valid": total.valid,
            "violations": total.violations,
            "notes": total.notes,
            "hidden": tally.hidden(),
        });
        let tail = format!("\n],\"invocations\":{invocations},\"properties\":{properties}}}]}}\n");
        self.out.write_all(tail.as_bytes())?;
        self.out.flush()
    }
}

/// A path as a relative or absolute URI.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'\\' if cfg!(windows) => uri.push('/'),
            b'a'..=b'z'
            | b'A'..=b'Z'
            | b'0'..=b'9'
            | b'/'
            | b'-'
            | b'.'
            | b'_'
            | b'~'
            | b'+'
            | b'='
            | b'@' => {
                uri.push(byte.into());
            }
            byte => uri.extend(["%", &format!("{byte:02X}")]),
        }
    }
    if uri.starts_with('/') {
        format!("file://{uri}")
    } else {
        uri
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_uris() {
        assert_eq!(uri("logs/a b%.log"), "logs/a%20b%25.log");
        assert_eq!(uri("/var/log/é.log"), "file:///var/log/%C3%A9.log");
    }
}
