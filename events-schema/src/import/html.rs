//! HTML.

use scraper::node::Element;
use scraper::{ElementRef, Html, Node};

use super::document::{Cell, Document, Form, Line, Place};

impl Document {
    /// The document of an HTML text: its tables have cells, `<sup>` is a superscript.
    #[must_use]
    pub fn html(name: &str, text: &str) -> Self {
        let html = Html::parse_document(text);
        let mut reader = Reader {
            source: text,
            found: 0,
            line: 1,
            lines: Vec::new(),
            cell: Cell::plain(0, ""),
            at: 0,
            hanging: Vec::new(),
        };
        reader.children(html.root_element(), Around::default());
        reader.end_block();
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
    depth: usize,
}

/// How deep elements may stand in one another.
const DEEPEST: usize = 200;

struct Reader<'a> {
    source: &'a str,
    /// How far texts were found in the source, and in which line that is.
    found: usize,
    line: u32,
    lines: Vec<Line>,
    cell: Cell,
    /// The line in which the text of the cell begins.
    at: u32,
    /// Cells that reach down into the next rows: their column, how far, and what is in them.
    hanging: Vec<(usize, u32, Cell)>,
}

impl Reader<'_> {
    fn children(&mut self, element: ElementRef<'_>, around: Around) {
        if around.depth > DEEPEST {
            return;
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
        match element.value().name() {
            "head" | "script" | "style" | "template" | "nav" | "svg" => {}
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
                self.children(element, inside);
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
                self.end_block();
                self.children(element, Around { item, ..inside });
                self.end_block();
            }
            "ul" | "dl" => {
                self.end_line();
                self.children(
                    element,
                    Around {
                        item: None,
                        ..inside
                    },
                );
                self.end_block();
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

    fn row(&mut self, element: ElementRef<'_>) {
        self.end_line();
        let mut cells: Vec<Cell> = Vec::new();
        let mut slot = 0;
        let mut hanging = std::mem::take(&mut self.hanging);
        let mut first = 0;
        let inner = element.children().filter_map(ElementRef::wrap);
        for child in inner.filter(|child| matches!(child.value().name(), "td" | "th")) {
            take_hanging(&mut hanging, &mut slot, &mut cells, &mut self.hanging);
            self.inline(child, Around::default());
            let mut cell = std::mem::replace(&mut self.cell, Cell::plain(0, ""));
            cell.slot = slot;
            if first == 0 {
                first = self.at;
            }
            let down = span(child.value(), "rowspan");
            if down > 1 {
                self.hanging.push((slot, down - 1, cell.clone()));
            }
            slot += span(child.value(), "colspan") as usize;
            cells.push(cell);
        }
        take_hanging(&mut hanging, &mut slot, &mut cells, &mut self.hanging);
        cells.retain(|cell| !cell.is_blank());
        let place = place(if first == 0 { self.line } else { first });
        self.lines.push(Line {
            place,
            form: Form::Row,
            cells,
        });
    }

    /// The text of a cell, in which blocks are words apart.
    fn inline(&mut self, element: ElementRef<'_>, around: Around) {
        if around.depth > DEEPEST {
            return;
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
        if self.cell.is_blank() {
            self.at = self.line;
        }
        if !text.is_empty() {
            self.cell.push(text, above);
        }
    }

    /// Finds the line of a text, which is after those that were found before.
    fn find(&mut self, text: &str) {
        const WINDOW: usize = 1 << 16;
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
        let end = self.source.len().min(self.found + WINDOW);
        let bytes = &self.source.as_bytes()[self.found..end];
        let word = word.as_bytes();
        if let Some(at) = bytes.windows(word.len()).position(|window| window == word) {
            let ends = bytes[..at].split(|byte| *byte == b'\n').count() - 1;
            self.line += u32::try_from(ends).unwrap_or(0);
            self.found += at;
        }
    }

    /// Whether nothing but the beginning of an item was read.
    fn begins_item(&self) -> bool {
        let text = self.cell.text();
        text == "-" || text.ends_with('.') && text.len() < 4
    }

    fn push_line(&mut self, form: Form) {
        let cell = std::mem::replace(&mut self.cell, Cell::plain(0, ""));
        if !cell.is_blank() {
            let place = place(self.at);
            self.lines.push(Line {
                place,
                form,
                cells: vec![cell],
            });
        }
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

/// Puts the cells that hang down from rows above where they stand.
fn take_hanging(
    hanging: &mut Vec<(usize, u32, Cell)>,
    slot: &mut usize,
    cells: &mut Vec<Cell>,
    next: &mut Vec<(usize, u32, Cell)>,
) {
    while let Some(at) = hanging.iter().position(|(column, ..)| column == slot) {
        let (column, down, cell) = hanging.swap_remove(at);
        cells.push(cell.clone());
        if down > 1 {
            next.push((column, down - 1, cell));
        }
        *slot += 1;
    }
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
