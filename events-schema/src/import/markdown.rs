//! Markdown.

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::document::{Cell, Document, Form, Line, Place};

impl Document {
    /// The document of a Markdown text: its tables have cells, `<sup>` and `[^a]` are superscripts.
    #[must_use]
    pub fn markdown(name: &str, text: &str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1));
        let mut reader = Reader {
            starts: starts.collect(),
            lines: Vec::new(),
            cell: Cell::plain(0, ""),
            cells: Vec::new(),
            above: false,
            at: 0,
            lists: Vec::new(),
            html: None,
            is_prose: false,
            is_note: false,
        };
        let mut open = None;
        let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
        for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
            let start = range.start;
            if is_open(&event, &text[range], text) {
                open.get_or_insert(start);
            }
            reader.read(event, start);
        }
        reader.end_line();
        if let Some(at) = open {
            reader.open(text, at);
        }
        Self {
            name: name.to_owned(),
            lines: reader.lines,
        }
    }
}

struct Reader {
    /// Where the lines of the text begin.
    starts: Vec<usize>,
    lines: Vec<Line>,
    cell: Cell,
    /// The cells of the row that is read.
    cells: Vec<Cell>,
    /// Whether the text stands above the line.
    above: bool,
    /// Where what is read begins.
    at: usize,
    /// The lists around, with the number of the next item of those that are numbered.
    lists: Vec<Option<u64>>,
    /// A piece of HTML.
    html: Option<String>,
    /// Whether a paragraph, or an item of a list that is in no other, is read.
    is_prose: bool,
    /// Whether the next line begins a footnote.
    is_note: bool,
}

impl Reader {
    fn read(&mut self, event: Event<'_>, at: usize) {
        match event {
            Event::Start(tag) => self.start(&tag, at),
            Event::End(tag) => self.end(tag),
            // In prose, code stays marked as such; in tables and in lists below a footnote it only gets in the way.
            Event::Code(text) if self.is_prose => {
                let ticks = "`".repeat(ticks(&text));
                self.push(&format!("{ticks}{text}{ticks}"), at);
            }
            Event::Text(text) | Event::Code(text) => self.push(&text, at),
            Event::InlineHtml(html) => match &*html.to_ascii_lowercase() {
                "<sup>" => self.above = true,
                "</sup>" => self.above = false,
                html if html.starts_with("<br") => self.push(" ", at),
                _ => {}
            },
            Event::Html(html) => {
                if let Some(all) = &mut self.html {
                    all.push_str(&html);
                }
            }
            Event::FootnoteReference(letter) => {
                self.cell.push(&letter, true);
            }
            Event::SoftBreak | Event::HardBreak => self.end_line(),
            _ => {}
        }
    }

    fn push(&mut self, text: &str, at: usize) {
        if self.cell.is_blank() && self.cells.is_empty() {
            self.at = at;
        }
        // A block of code has lines of its own.
        let mut lines = text.split('\n');
        self.cell.push(lines.next().unwrap_or_default(), self.above);
        for line in lines {
            self.end_line();
            self.cell.push(line, self.above);
        }
    }

    fn start(&mut self, tag: &Tag<'_>, at: usize) {
        match tag {
            Tag::Table(_) | Tag::Heading { .. } => self.is_prose = false,
            Tag::Paragraph | Tag::Item | Tag::FootnoteDefinition(_) => {
                self.is_prose = self.lists.len() < 2;
            }
            _ => {}
        }
        match tag {
            Tag::Paragraph | Tag::Heading { .. } | Tag::Table(_) | Tag::CodeBlock(_)
                if !self.cell.is_blank() && !self.begins_item() =>
            {
                self.end_block();
            }
            Tag::TableHead | Tag::TableRow => self.at = at,
            Tag::Superscript => self.above = true,
            Tag::HtmlBlock => {
                self.end_block();
                self.at = at;
                self.html = Some(String::new());
            }
            Tag::List(number) => {
                self.end_line();
                self.lists.push(*number);
            }
            Tag::Item => {
                self.end_line();
                self.at = at;
                let begins = match self.lists.last_mut() {
                    Some(Some(number)) => {
                        *number += 1;
                        format!("{}. ", *number - 1)
                    }
                    _ => "- ".to_owned(),
                };
                self.cell.push(&begins, false);
            }
            Tag::FootnoteDefinition(letter) => {
                self.end_block();
                self.at = at;
                self.cell.push(letter, true);
                self.cell.push(" ", false);
                self.is_note = true;
            }
            _ => {}
        }
    }

    /// Whether nothing but the beginning of an item or a footnote was read.
    fn begins_item(&self) -> bool {
        let text = self.cell.text();
        text == "-"
            || text.ends_with('.') && text.len() < 4
            || text.starts_with('^') && !text.contains(' ')
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::CodeBlock => self.end_block(),
            TagEnd::Heading(level) => self.push_line(Form::Heading(number(level))),
            TagEnd::TableCell => {
                let mut cell = std::mem::replace(&mut self.cell, Cell::plain(0, ""));
                cell.slot = self.cells.len();
                self.cells.push(cell);
                self.above = false;
            }
            TagEnd::TableHead | TagEnd::TableRow => self.push_line(Form::Row),
            TagEnd::Table => self.blank(),
            TagEnd::Superscript => self.above = false,
            TagEnd::List(_) => {
                self.lists.pop();
                if self.lists.is_empty() {
                    self.end_block();
                }
            }
            TagEnd::Item => self.end_line(),
            TagEnd::HtmlBlock => {
                let html = self.html.take().unwrap_or_default();
                let before = self.place().line;
                for mut line in Document::html("", &html).lines {
                    line.place.line = (before + line.place.line).saturating_sub(1);
                    self.lines.push(line);
                }
            }
            _ => {}
        }
    }

    /// Adds a line for a block that is not closed.
    fn open(&mut self, text: &str, at: usize) {
        self.at = at;
        let line = text[at..].lines().next().unwrap_or_default();
        let cell = Cell::plain(0, line);
        self.lines
            .push(Line::of(self.place(), Form::Open, vec![cell]));
    }

    fn place(&self) -> Place {
        let line = self.starts.partition_point(|start| *start <= self.at);
        Place {
            page: 0,
            line: u32::try_from(line).unwrap_or(u32::MAX),
            column: 0,
        }
    }

    fn push_line(&mut self, form: Form) {
        let mut cells = std::mem::take(&mut self.cells);
        let cell = std::mem::replace(&mut self.cell, Cell::plain(0, ""));
        if form != Form::Row {
            cells.push(cell);
        }
        let is_note = form == Form::Text && std::mem::take(&mut self.is_note);
        let form = if is_note { Form::Note } else { form };
        self.lines.push(Line::of(self.place(), form, cells));
        self.above = false;
        if let Form::Heading(_) = form {
            self.blank();
        }
    }

    fn end_line(&mut self) {
        // In a cell of a table, a break is a blank.
        if !self.cells.is_empty() {
            self.cell.push(" ", false);
        } else if !self.cell.is_blank() {
            self.push_line(Form::Text);
        }
    }

    fn end_block(&mut self) {
        self.end_line();
        self.blank();
    }

    fn blank(&mut self) {
        let place = self.place();
        self.lines.push(Line {
            place,
            form: Form::Text,
            cells: Vec::new(),
        });
    }
}

/// Whether a block of code or of HTML goes on to the end of the text, since what closes it is missing.
fn is_open(event: &Event<'_>, block: &str, text: &str) -> bool {
    let lines = || block.lines().map(str::trim);
    match event {
        Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) => {
            let is_fence = |line: &str| {
                let line = line.trim_start_matches(['>', ' ']);
                let marks = line.trim_start_matches('`').trim_start_matches('~');
                line.len() >= 3 && marks.is_empty()
            };
            // A block in a list or a quote ends with it.
            text.trim_end().ends_with(block.trim_end())
                && !lines().skip(1).last().is_some_and(is_fence)
        }
        Event::Start(Tag::HtmlBlock) => [("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>")]
            .iter()
            .any(|(begin, end)| block.trim_start().starts_with(begin) && !block.contains(end)),
        _ => false,
    }
}

/// How many backticks a piece of code needs around it.
fn ticks(code: &str) -> usize {
    let runs = code.split(|letter| letter != '`').map(str::len);
    runs.max().unwrap_or(0) + 1
}

fn number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}
