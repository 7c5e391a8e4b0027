//! Findings as rustc would show them.

use std::io::{self, Write};
use std::ops::Range;

use annotate_snippets::{
    Annotation, AnnotationKind, Element, Group, Level, Renderer, Snippet, renderer,
};

use super::excerpt::{Excerpt, Mark, Role, plain};
use super::finding::{Failure, Finding, newlines};
use super::summary;
use super::tally::Tally;
use super::{Sink, Style};

/// Findings for people.
#[derive(Debug)]
pub(crate) struct Excerpts(Renderer);

impl Excerpts {
    pub(crate) fn new() -> Self {
        // Lines are short when they get here.
        Self(Renderer::styled().term_width(1000))
    }
}

impl Style for Excerpts {
    fn finding(&self, finding: &Finding<'_>) -> io::Result<Vec<u8>> {
        let marks = marks(finding);
        let excerpt = Excerpt::new(finding.checked.text(), &marks);
        let first = number(finding.checked.place().line).saturating_add(excerpt.skipped);
        let last = first.saturating_add(newlines(&excerpt.source));
        let text = self.0.render(&[group(finding, excerpt, first, &marks)]);
        // The renderer would count the column in the shortened line.
        let (title, rest) = text.split_once('\n').unwrap_or((&text, ""));
        let margin = " ".repeat(last.to_string().len());
        let place = place(finding);
        let arrow = renderer::DEFAULT_LINE_NUM_STYLE;
        let text = format!("{title}\n{margin}{arrow}-->{arrow:#} {place}\n{rest}\n\n");
        Ok(text.into_bytes())
    }
}

/// The output for people.
pub(crate) struct Text<W> {
    out: W,
    quiet: bool,
}

impl<W: Write> Text<W> {
    pub(crate) fn new(out: W, quiet: bool) -> Self {
        Self { out, quiet }
    }
}

impl<W: Write> Sink for Text<W> {
    fn finding(&mut self, finding: &[u8]) -> io::Result<()> {
        self.out.write_all(finding)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }

    fn failure(&mut self, _: &Failure) -> io::Result<()> {
        Ok(())
    }

    fn finish(&mut self, tally: &Tally) -> io::Result<()> {
        if !self.quiet {
            self.out.write_all(summary::text(tally).as_bytes())?;
        } else if tally.violations() > 0 || tally.failures > 0 || tally.checked() == 0 {
            self.out.write_all(summary::verdict(tally).as_bytes())?;
        }
        self.out.flush()
    }
}

fn group<'a>(finding: &'a Finding<'_>, excerpt: Excerpt, line: usize, marks: &[Mark]) -> Group<'a> {
    let level = if finding.is_error {
        Level::ERROR
    } else {
        Level::NOTE
    };
    let title = level
        .primary_title(plain(&finding.headline()))
        .id(plain(finding.code()));
    let snippet = Snippet::source(excerpt.source)
        .line_start(line)
        .annotations(excerpt.marks.into_iter().map(annotation));
    title.element(snippet).elements(footer(finding, marks))
}

/// The file with line and column, as editors and terminals open them.
fn place(finding: &Finding<'_>) -> String {
    let region = finding.region();
    let (file, line) = (plain(finding.file), region.line);
    match region.column {
        Some(column) => format!("{file}:{line}:{column}"),
        None => format!("{file}:{line}"),
    }
}

fn number(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

fn annotation<'a>(mark: Mark) -> Annotation<'a> {
    let Mark { at, role, label } = mark;
    let kind = match role {
        Role::Wrong => AnnotationKind::Primary,
        Role::Reason => AnnotationKind::Context,
        Role::Shown => AnnotationKind::Visible,
    };
    kind.span(at).label((!label.is_empty()).then_some(label))
}

/// What to point at: the place of the finding, or those of the facts, or else the name of the event.
fn marks(finding: &Finding<'_>) -> Vec<Mark> {
    let name = event(finding);
    let mut marks: Vec<_> = match &finding.at {
        Some(at) => vec![Mark::new(at.clone(), Role::Wrong, "")],
        None => finding
            .facts()
            .iter()
            .filter_map(|fact| {
                Some(Mark::new(
                    finding.place(fact)?,
                    Role::Wrong,
                    &plain(&fact.to_string()),
                ))
            })
            .collect(),
    };
    // Of several facts none is more to blame than the others; the last one is what the rule asks for.
    let last = marks.len().saturating_sub(1);
    for mark in marks.iter_mut().take(last) {
        mark.role = Role::Reason;
    }
    marks.reverse();
    if marks.is_empty() {
        marks.push(Mark::new(name, Role::Wrong, ""));
    } else {
        marks.push(Mark::new(name, Role::Shown, ""));
    }
    marks
}

/// Where the message says what event it is; its beginning if it does not.
fn event(finding: &Finding<'_>) -> Range<usize> {
    let (text, name) = (finding.checked.text(), finding.checked.record().name());
    let at = if name.is_empty() {
        None
    } else {
        text.find(name)
    };
    at.map_or(0..0, |at| at..at + name.len())
}

fn footer<'a>(finding: &'a Finding<'_>, marks: &[Mark]) -> Vec<Element<'a>> {
    let mut footer: Vec<Element<'a>> = Vec::new();
    let cause = finding.cause().map(|cause| wrap(&cause));
    footer.extend(cause.map(|cause| Level::NOTE.message(cause).into()));
    let source = finding.source().map(|source| plain(&source));
    let says = match (finding.footnote(), source) {
        (Some(footnote), Some(source)) => Some(format!("{}\n({source})", wrap(footnote))),
        (Some(footnote), None) => Some(wrap(footnote)),
        (None, Some(source)) => Some(wrap(&format!(
            "see the table of {} in {source}",
            finding.event()
        ))),
        (None, None) => None,
    };
    footer.extend(says.map(|says| Level::NOTE.message(says).into()));
    let unseen: Vec<_> = finding
        .facts()
        .iter()
        .map(|fact| plain(&fact.to_string()))
        .filter(|fact| marks.iter().all(|mark| mark.label != *fact))
        .collect();
    if !unseen.is_empty() {
        let because = Level::NOTE.with_name(Some("because"));
        footer.push(because.message(wrap(&unseen.join(" and "))).into());
    }
    let help = finding.help().map(|help| wrap(&help));
    footer.extend(help.map(|help| Level::HELP.message(help).into()));
    footer
}

/// How many characters of a remark stand in a line.
const WIDTH: usize = 100;

/// A remark in lines that are not too long.
fn wrap(text: &str) -> String {
    let mut wrapped = String::new();
    let mut width = 0;
    for word in plain(text).split(' ') {
        let letters = word.chars().count();
        if width > 0 && width + letters >= WIDTH {
            wrapped.push('\n');
            width = 0;
        } else if width > 0 {
            wrapped.push(' ');
        }
        wrapped.push_str(word);
        width += letters + 1;
    }
    wrapped
}
