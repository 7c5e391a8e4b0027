//! Findings as workflow commands of GitHub Actions, which shows them beside the lines.

use std::io::{self, Write};

use super::finding::{Failure, Finding};
use super::summary;
use super::tally::Tally;
use super::{Sink, Style};

/// Findings for a workflow's log.
#[derive(Debug)]
pub(crate) struct Commands;

impl Style for Commands {
    fn finding(&self, finding: &Finding<'_>) -> io::Result<Vec<u8>> {
        let region = finding.region();
        let mut properties = vec![
            ("file", finding.file.to_owned()),
            ("line", region.line.to_string()),
        ];
        if let (Some(column), Some(end)) = (region.column, region.end_column) {
            properties.push(("col", column.to_string()));
            properties.push(("endColumn", end.to_string()));
        }
        let title = match finding.cited() {
            Some(_) => finding.code().to_owned(),
            None => format!("{} {}", finding.event(), finding.code()),
        };
        properties.push(("title", title.trim_start().to_owned()));
        let mut message = finding.headline().into_owned();
        if !finding.facts().is_empty() {
            let facts: Vec<_> = finding.facts().iter().map(ToString::to_string).collect();
            message.extend(["\nbecause ", &facts.join(" and ")]);
        }
        for more in [
            finding.cause().map(|cause| format!("note: {cause}")),
            finding.footnote().map(str::to_owned),
            finding.source(),
            finding.help().map(|help| format!("help: {help}")),
        ] {
            message.extend(more.iter().flat_map(|more| ["\n", more]));
        }
        let name = if finding.is_error { "error" } else { "notice" };
        Ok(command(name, &properties, &message))
    }
}

fn command(name: &str, properties: &[(&str, String)], message: &str) -> Vec<u8> {
    let properties: Vec<_> = properties
        .iter()
        .map(|(name, value)| format!("{name}={}", property(value)))
        .collect();
    let line = format!("::{name} {}::{}\n", properties.join(","), data(message));
    line.into_bytes()
}

/// The output for a workflow's log.
pub(crate) struct Github<W>(W);

impl<W: Write> Github<W> {
    pub(crate) fn new(out: W) -> Self {
        Self(out)
    }
}

impl<W: Write> Sink for Github<W> {
    fn finding(&mut self, finding: &[u8]) -> io::Result<()> {
        self.0.write_all(finding)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }

    fn failure(&mut self, failure: &Failure) -> io::Result<()> {
        let file = failure.file.iter();
        let mut properties: Vec<_> = file.map(|file| ("file", file.clone())).collect();
        properties.extend(failure.line.map(|line| ("line", line.to_string())));
        self.0
            .write_all(&command("error", &properties, &failure.message))
    }

    fn finish(&mut self, tally: &Tally) -> io::Result<()> {
        self.0.write_all(summary::verdict(tally).as_bytes())?;
        self.0.flush()
    }
}

/// The message of a command.
fn data(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '%' => escaped.push_str("%25"),
            '\r' => escaped.push_str("%0D"),
            '\n' => escaped.push_str("%0A"),
            letter => escaped.push(super::excerpt::printable(letter)),
        }
    }
    escaped
}

/// The value of a property of a command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_a_command_early() {
        assert_eq!(data("100 %\r\n::error::"), "100 %25%0D%0A::error::");
        assert_eq!(property("a:b,c"), "a%3Ab%2Cc");
        assert_eq!(data("\u{1b}[0m"), "␛[0m");
    }
}
