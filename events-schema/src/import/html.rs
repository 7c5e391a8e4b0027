//! HTML.

mod bounds;

use std::collections::BTreeMap;

use scraper::node::Element;
use scraper::{ElementRef, Html, Node};

use super::document::{Cell, Document, Form, Line, Place};

impl Document {
    /// The document of an HTML text: its tables have cells, `<sup>` is a superscript.
    #[must_use]
    pub fn html(name: &str, text: &str) -> Self {
        let deep = bounds::too_deep(text);
        let text = &text[..deep.unwrap_or(text.len())];
        let html = Html::parse_document(text);
        let mut reader = Reader {
            source: text,
            found: 0,
            line: 1,
            lines: Vec::new(),
            cell: Cell::plain(0, ""),
            at: 0,
            is_marker: false,
            window: WIDEST,
            hanging: BTreeMap::new(),
            room: text.len() + ROOM,
            inner: Vec::new(),
        };
        let around = Around {
            ticks: true,
            ..Around::default()
        };
        reader.children(html.root_element(), around);
        reader.end_block();
        let rest = |at: usize, form: Form, words: &str| {
            let line = text[..at].matches('\n').count() + 1;
            let place = Place {
                page: 0,
                line: u32::try_from(line).unwrap_or(u32::MAX),
                column: 0,
            };
            Line::of(place, form, vec![Cell::plain(0, words)])
        };
        if let Some(at) = bounds::unclosed(text) {
            reader.lines.push(rest(at, Form::Open, "<!--"));
        }
        if let Some(at) = deep {
            reader
                .lines
                .push(rest(at, Form::Rest, "what stands from here on"));
        }
        Self {
            name: name.to_owned(),
            lines: reader.lines,
        }
    }
}

/// What stands around a text.
#[derive(Clone, Copy, Default)]
struct Around {
    above: bool,
    /// Whether blanks and line ends stay as they are.
    kept: bool,
    /// The number of the next item, where items are numbered or lettered.
    item: Option<(u32, bool)>,
    /// How many lists are around.
    lists: usize,
    /// Whether code is marked as such, as it is in prose.
    ticks: bool,
    depth: usize,
}

/// How deep elements may stand in one another.
const DEEPEST: usize = 200;

/// How much of the source is looked through for a text.
const WIDEST: usize = 1 << 16;
const NARROWEST: usize = 1 << 8;

/// How much cells that reach down into other rows may add to a document.
const ROOM: usize = 1 << 16;

struct Reader<'a> {
    source: &'a str,
    /// How far texts were found in the source, and in which line that is.
    found: usize,
    line: u32,
    lines: Vec<Line>,
    cell: Cell,
    /// The line in which the text of the cell begins.
    at: u32,
    /// Whether nothing but the marker of an item is in the cell.
    is_marker: bool,
    /// How much of the source is looked through for the next text: less after texts that were not found.
    window: usize,
    /// Cells that reach down into the next rows, by their column: how far, and what is in them.
    hanging: BTreeMap<usize, (u32, Cell)>,
    /// How many bytes of such cells may still be copied.
    room: usize,
    /// What stands in a table inside of the row that is read.
    inner: Vec<Line>,
}

impl Reader<'_> {
    fn children(&mut self, element: ElementRef<'_>, around: Around) {
        if around.depth > DEEPEST {
            return self.too_deep(element);
        }
        let mut around = Around {
            depth: around.depth + 1,
            ..around
        };
        for child in element.children() {
            if let Node::Text(text) = child.value() {
                self.text(text, around);
            } else if let Some(child) = ElementRef::wrap(child) {
                self.element(child, &mut around);
            }
        }
    }

    fn element(&mut self, element: ElementRef<'_>, around: &mut Around) {
        let inside = *around;
        if is_aside(element.value()) {
            return;
        }
        match element.value().name() {
            "head" | "script" | "style" | "template" | "nav" | "search" | "button" | "svg" => {}
            "code" if around.ticks && !around.kept => self.code(element, inside),
            "sup" => self.children(
                element,
                Around {
                    above: true,
                    ..inside
                },
            ),
            // A link to the place where it stands.
            "a" if matches!(element.text().collect::<String>().trim(), "#" | "¶") => {}
            "br" => self.end_line(),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.end_block();
                self.children(
                    element,
                    Around {
                        ticks: false,
                        ..inside
                    },
                );
                let level = element.value().name().as_bytes()[1] - b'0';
                self.push_line(Form::Heading(level));
                self.blank();
            }
            "tr" => self.row(element),
            "ol" => {
                let lettered = element.value().attr("type").is_some_and(|list| list == "a");
                let start = element
                    .value()
                    .attr("start")
                    .and_then(|start| start.parse().ok());
                let item = Some((start.unwrap_or(1), lettered));
                self.end_list(inside);
                self.children(element, inside.in_list(item));
                self.end_list(inside);
            }
            "ul" | "dl" => {
                self.end_line();
                self.children(element, inside.in_list(None));
                self.end_list(inside);
            }
            "li" => {
                self.end_line();
                let begins = match &mut around.item {
                    Some((number, lettered)) => {
                        *number += 1;
                        marker(*number - 1, *lettered)
                    }
                    None => "- ".to_owned(),
                };
                self.cell.push(&begins, false);
                self.is_marker = true;
                self.children(element, inside);
                self.end_line();
            }
            "pre" => {
                self.end_block();
                self.children(
                    element,
                    Around {
                        kept: true,
                        ..inside
                    },
                );
                self.end_block();
            }
            "p" if self.begins_item() => {
                self.children(element, inside);
                self.end_block();
            }
            "p" | "div" | "section" | "article" | "table" | "caption" | "dt" | "dd"
            | "blockquote" | "figure" | "header" | "footer" | "main" | "aside" | "details"
            | "summary" | "hr" => {
                self.end_block();
                self.children(element, inside);
                self.end_block();
            }
            _ => self.children(element, inside),
        }
    }

    /// The end of a list ends a paragraph, unless the list stands in an item of another.
    fn end_list(&mut self, around: Around) {
        if around.lists == 0 {
            self.end_block();
        } else {
            self.end_line();
        }
    }

    /// Code in prose stays marked as such.
    fn code(&mut self, element: ElementRef<'_>, around: Around) {
        let code: String = element.text().collect();
        self.find(&code);
        let runs = code.split(|letter| letter != '`').map(str::len);
        let ticks = "`".repeat(runs.max().unwrap_or(0) + 1);
        let code = code.split_whitespace().collect::<Vec<_>>().join(" ");
        if !code.is_empty() {
            self.piece(&format!("{ticks}{code}{ticks}"), around.above);
        }
    }

    /// What stands too deep in other elements is told, and not read.
    fn too_deep(&mut self, element: ElementRef<'_>) {
        let mut cell = Cell::plain(0, "");
        for text in element.text() {
            cell.push(text, false);
        }
        let line = Line::of(place(self.line), Form::Inner, vec![cell]);
        if !line.is_blank() {
            self.inner.push(line);
        }
    }

    fn row(&mut self, element: ElementRef<'_>) {
        self.end_line();
        let mut cells: Vec<Cell> = Vec::new();
        let mut slot = 0;
        let mut hanging = std::mem::take(&mut self.hanging);
        let mut first = 0;
        let inner = element.children().filter_map(ElementRef::wrap);
        for child in inner.filter(|child| matches!(child.value().name(), "td" | "th")) {
            self.take_hanging(&mut hanging, &mut slot, &mut cells);
            self.inline(child, Around::default());
            let mut cell = std::mem::replace(&mut self.cell, Cell::plain(0, ""));
            cell.slot = slot;
            if first == 0 {
                first = self.at;
            }
            let down = span(child.value(), "rowspan");
            if down > 1 {
                self.hang(slot, down - 1, &cell);
            }
            slot += span(child.value(), "colspan") as usize;
            cells.push(cell);
        }
        self.take_hanging(&mut hanging, &mut slot, &mut cells);
        let place = place(if first == 0 { self.line } else { first });
        self.lines.push(Line::of(place, Form::Row, cells));
        self.lines.append(&mut self.inner);
    }

    /// The rows of a table inside of a cell.
    fn inner_table(&mut self, table: ElementRef<'_>, around: Around) {
        let cell = std::mem::replace(&mut self.cell, Cell::plain(0, ""));
        let rows = inner(table).flat_map(|part| {
            let is_row = part.value().name() == "tr";
            let within = inner(part).filter(|row| row.value().name() == "tr");
            std::iter::once(part).filter(move |_| is_row).chain(within)
        });
        for row in rows.collect::<Vec<_>>() {
            if !inner(row).any(|cell| cell.value().name() == "td") {
                continue;
            }
            for cell in inner(row) {
                self.cell.push(" ", false);
                self.inline(cell, around);
            }
            let cell = std::mem::replace(&mut self.cell, Cell::plain(0, ""));
            let line = Line::of(place(self.at), Form::Inner, vec![cell]);
            if !line.is_blank() {
                self.inner.push(line);
            }
        }
        self.cell = cell;
    }

    /// Keeps a cell for the rows that it reaches down into.
    fn hang(&mut self, column: usize, down: u32, cell: &Cell) {
        if let Some(room) = self.room.checked_sub(cell.len()) {
            self.room = room;
            self.hanging.insert(column, (down, cell.clone()));
        }
    }

    /// Puts the cells that hang down from rows above where they stand.
    fn take_hanging(
        &mut self,
        hanging: &mut BTreeMap<usize, (u32, Cell)>,
        slot: &mut usize,
        cells: &mut Vec<Cell>,
    ) {
        while let Some((down, cell)) = hanging.remove(slot) {
            if down > 1 {
                self.hang(*slot, down - 1, &cell);
            }
            cells.push(cell);
            *slot += 1;
        }
    }

    /// The text of a cell, in which blocks are words apart.
    fn inline(&mut self, element: ElementRef<'_>, around: Around) {
        if around.depth > DEEPEST {
            return self.too_deep(element);
        }
        let around = Around {
            depth: around.depth + 1,
            ..around
        };
        for child in element.children() {
            if let Node::Text(text) = child.value() {
                self.text(text, around);
            } else if let Some(child) = ElementRef::wrap(child) {
                match child.value().name() {
                    "sup" => self.inline(
                        child,
                        Around {
                            above: true,
                            ..around
                        },
                    ),
                    "br" | "p" | "div" | "li" => {
                        self.cell.push(" ", false);
                        self.inline(child, around);
                    }
                    "script" | "style" => {}
                    "table" => self.inner_table(child, around),
                    _ => self.inline(child, around),
                }
            }
        }
    }

    fn text(&mut self, text: &str, around: Around) {
        self.find(text);
        if around.kept {
            let mut lines = text.split('\n');
            self.piece(lines.next().unwrap_or_default(), around.above);
            for line in lines {
                self.end_line();
                self.piece(line, around.above);
            }
            return;
        }
        let mut plain = String::with_capacity(text.len());
        for letter in text.chars() {
            if !letter.is_whitespace() || letter == '\u{a0}' {
                plain.push(letter);
            } else if !plain.ends_with(' ') {
                plain.push(' ');
            }
        }
        let plain = if self.cell.is_blank() {
            plain.trim_start()
        } else {
            &plain
        };
        self.piece(plain, around.above);
    }

    fn piece(&mut self, text: &str, above: bool) {
        if self.cell.is_blank() || std::mem::take(&mut self.is_marker) {
            self.at = self.line;
        }
        if !text.is_empty() {
            self.cell.push(text, above);
        }
    }

    /// Finds the line of a text, which is after those that were found before.
    fn find(&mut self, text: &str) {
        // Mostly a text stands right behind a tag.
        let mut pieces = text.split(['\n', '&', '<', '>', '\u{a0}']);
        let first = pieces.next().unwrap_or_default();
        let word = if first.trim().is_empty() {
            let Some(word) = pieces.map(str::trim).find(|word| !word.is_empty()) else {
                return;
            };
            word.to_owned()
        } else {
            format!(">{first}")
        };
        let end = self.source.len().min(self.found + self.window);
        let bytes = &self.source.as_bytes()[self.found..end];
        let word = word.as_bytes();
        if let Some(at) = bytes.windows(word.len()).position(|window| window == word) {
            let ends = bytes[..at].split(|byte| *byte == b'\n').count() - 1;
            self.line += u32::try_from(ends).unwrap_or(0);
            self.found += at;
            self.window = WIDEST.min(2 * self.window);
        } else {
            self.window = NARROWEST.max(self.window / 2);
        }
    }

    /// Whether nothing but the beginning of an item was read.
    fn begins_item(&self) -> bool {
        let text = self.cell.text();
        let letter = text.strip_prefix('-').unwrap_or(&text);
        letter.is_empty() && !text.is_empty()
            || text.ends_with('.') && text.len() < 4
            || letter
                .strip_prefix('^')
                .is_some_and(|letter| !letter.trim().contains(' '))
    }

    fn push_line(&mut self, form: Form) {
        let cell = std::mem::replace(&mut self.cell, Cell::plain(0, ""));
        if !cell.is_blank() {
            self.lines.push(Line::of(place(self.at), form, vec![cell]));
        }
        self.lines.append(&mut self.inner);
    }

    fn end_line(&mut self) {
        self.push_line(Form::Text);
    }

    fn end_block(&mut self) {
        self.end_line();
        self.blank();
    }

    fn blank(&mut self) {
        if self.lines.last().is_some_and(|line| !line.is_blank()) {
            let place = place(self.line);
            self.lines.push(Line {
                place,
                form: Form::Text,
                cells: Vec::new(),
            });
        }
    }
}

fn place(line: u32) -> Place {
    Place {
        page: 0,
        line,
        column: 0,
    }
}

impl Around {
    /// What stands around the items of a list; code in lists inside of lists is not marked.
    fn in_list(self, item: Option<(u32, bool)>) -> Self {
        Self {
            item,
            lists: self.lists + 1,
            ticks: self.ticks && self.lists == 0,
            ..self
        }
    }
}

/// Whether an element is no part of the text, by its role: the contents, an index or a glossary.
fn is_aside(element: &Element) -> bool {
    let asides = [
        "doc-toc",
        "doc-index",
        "doc-glossary",
        "navigation",
        "search",
    ];
    element
        .attr("role")
        .is_some_and(|role| asides.contains(&role.trim()))
}

fn inner(element: ElementRef<'_>) -> impl Iterator<Item = ElementRef<'_>> {
    element.children().filter_map(ElementRef::wrap)
}

fn span(element: &Element, name: &str) -> u32 {
    let span = element.attr(name).and_then(|span| span.trim().parse().ok());
    span.unwrap_or(1).clamp(1, 1000)
}

/// `3. `, or `c. ` in a list with letters.
fn marker(number: u32, lettered: bool) -> String {
    let letter = u8::try_from(number)
        .ok()
        .filter(|number| lettered && (1..=26).contains(number));
    match letter {
        Some(number) => format!("{}. ", char::from(b'a' + number - 1)),
        None => format!("{number}. "),
    }
}
