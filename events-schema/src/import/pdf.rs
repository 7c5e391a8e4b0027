//! PDF.

mod cells;
mod fonts;
mod inflated;
mod layout;
mod nesting;

use std::panic::{AssertUnwindSafe, catch_unwind};

use pdf_extract::{ColorSpace, MediaBox, OutputDev, OutputError, Path, PathOp, Transform};

use self::cells::{cells, cells_of_row, columns, in_order, size_of};
use self::layout::split_rows;
use super::document::{Cell, Document, Form, Line, Place};
use super::read::ReadError;

impl Document {
    /// The document in the bytes of a PDF: cells are found by the gaps between words, superscripts by their size.
    ///
    /// A file that unpacks to more than anybody reads is refused. What that bound does not hold for: the lists of objects
    /// of a file that is encrypted, or that are packed otherwise than by deflating.
    pub fn pdf(name: &str, bytes: &[u8]) -> Result<Self, ReadError> {
        if inflated::is_too_large_to_load(bytes) {
            return Err(ReadError::TooLarge);
        }
        let mut pages = Pages::default();
        // The library gives up on some documents with a panic.
        let read = catch_unwind(AssertUnwindSafe(|| {
            let mut document = pdf_extract::Document::load_mem(bytes).map_err(OutputError::from)?;
            if document.is_encrypted() {
                document.decrypt("").map_err(OutputError::from)?;
            }
            if inflated::is_too_large(&document) {
                return Ok(Err(ReadError::TooLarge));
            }
            if nesting::is_endless(&document) {
                return Ok(Err(ReadError::Unknown));
            }
            fonts::spread_widths(&mut document);
            pdf_extract::output_doc(&document, &mut pages).map(Ok)
        }));
        if pages.is_full {
            return Ok(pages.beginning(name));
        }
        match read {
            Err(_) => Err(ReadError::Unknown),
            Ok(Err(error)) => Err(ReadError::Damaged(error)),
            Ok(Ok(Err(error))) => Err(error),
            Ok(Ok(Ok(()))) => Ok(Self {
                name: name.to_owned(),
                lines: pages.lines,
            }),
        }
    }
}

/// Collects the letters of a page, and makes lines of them at its end.
#[derive(Default)]
struct Pages {
    page: u32,
    glyphs: Vec<Glyph>,
    /// The horizontal rules, which separate the rows of tables.
    rules: Vec<Rule>,
    /// The vertical ones, which separate their cells; their height is how far to the right they are.
    posts: Vec<Rule>,
    lines: Vec<Line>,
    /// How many letters were read.
    letters: usize,
    /// Whether there is more than is read.
    is_full: bool,
}

/// How many pages and letters of a document are read.
const MOST_PAGES: u32 = 10_000;
const MOST_LETTERS: usize = 50_000_000;

/// How many letters and rules a page may have.
const MOST_OF_PAGE: usize = 200_000;
const MOST_RULES: usize = 2000;

/// A letter, or several that are one sign.
struct Glyph {
    text: String,
    left: f64,
    right: f64,
    /// The height of the line that it stands on.
    base: f64,
    size: f64,
}

/// A horizontal rule; a vertical one, seen with the page turned.
#[derive(Clone, Copy)]
struct Rule {
    left: f64,
    right: f64,
    height: f64,
}

impl Glyph {
    fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    fn top(&self) -> f64 {
        self.base + 0.7 * self.size
    }
}

impl OutputDev for Pages {
    fn begin_page(
        &mut self,
        page: u32,
        _: &MediaBox,
        _: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        self.page = page;
        if page > MOST_PAGES || self.letters > MOST_LETTERS {
            self.is_full = true;
            return Err(OutputError::from(std::io::Error::other("too large")));
        }
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        let glyphs = std::mem::take(&mut self.glyphs);
        let rules = std::mem::take(&mut self.rules);
        let posts = std::mem::take(&mut self.posts);
        let rows = in_order(split_rows(glyphs, &rules));
        let columns = columns(&rows);
        let mut below = f64::INFINITY;
        for (at, (row, glyphs)) in rows.into_iter().enumerate() {
            let size = size_of(&glyphs);
            let base = glyphs
                .iter()
                .map(|glyph| glyph.base)
                .fold(f64::INFINITY, f64::min);
            let top = glyphs
                .iter()
                .map(Glyph::top)
                .fold(f64::NEG_INFINITY, f64::max);
            let place = Place {
                page: self.page,
                line: u32::try_from(at + 1).unwrap_or(u32::MAX),
                column: 0,
            };
            // The right column begins above the end of the left one.
            if below - top > 0.8 * size || top > below + size && below.is_finite() {
                self.lines.push(Line {
                    place,
                    form: Form::Text,
                    cells: Vec::new(),
                });
            }
            below = base;
            let cells = if row {
                cells_of_row(glyphs, size, &posts)
            } else {
                cells(glyphs, size, &[], &columns)
            };
            self.lines.push(Line::of(place, Form::Text, cells));
        }
        Ok(())
    }

    fn output_character(
        &mut self,
        transform: &Transform,
        width: f64,
        _: f64,
        font_size: f64,
        text: &str,
    ) -> Result<(), OutputError> {
        let across = transform.m11.hypot(transform.m12);
        let up = transform.m21.hypot(transform.m22);
        let (left, base) = (transform.m31, transform.m32);
        let size = font_size * up;
        // Some fonts do not tell how wide their letters are.
        let width = if width > 0.0 { width } else { 0.6 };
        let right = left + width * font_size * across;
        // Letters that are turned, or nowhere, belong to no line.
        let level = transform.m12.abs() <= 0.1 * across
            && left.is_finite()
            && base.is_finite()
            && size.is_finite();
        self.letters += 1;
        if self.glyphs.len() >= MOST_OF_PAGE {
            self.is_full = true;
            return Err(OutputError::from(std::io::Error::other("too large")));
        }
        if level && size > 0.0 {
            self.glyphs.push(Glyph {
                text: text.to_owned(),
                left,
                right: if right.is_finite() {
                    right.max(left)
                } else {
                    left
                },
                base,
                size,
            });
        }
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn stroke(
        &mut self,
        transform: &Transform,
        _: &ColorSpace,
        _: &[f64],
        path: &Path,
    ) -> Result<(), OutputError> {
        self.draw(transform, path);
        Ok(())
    }

    fn fill(
        &mut self,
        transform: &Transform,
        _: &ColorSpace,
        _: &[f64],
        path: &Path,
    ) -> Result<(), OutputError> {
        self.draw(transform, path);
        Ok(())
    }
}

/// How high a rule may be, and how wide it must be.
const THIN: f64 = 2.5;
const WIDE: f64 = 20.0;

impl Pages {
    /// The document as far as it was read, with a line that says so.
    fn beginning(mut self, name: &str) -> Document {
        let place = Place {
            page: self.page,
            line: 0,
            column: 0,
        };
        let rest = Cell::plain(0, "what stands from here on");
        self.lines.push(Line::of(place, Form::Rest, vec![rest]));
        Document {
            name: name.to_owned(),
            lines: self.lines,
        }
    }

    /// Keeps the horizontal rules of a path.
    fn draw(&mut self, transform: &Transform, path: &Path) {
        let at = |x: f64, y: f64| {
            (
                x * transform.m11 + y * transform.m21 + transform.m31,
                x * transform.m12 + y * transform.m22 + transform.m32,
            )
        };
        let mut last = (0.0, 0.0);
        for op in &path.ops {
            let (from, to) = match *op {
                PathOp::MoveTo(x, y) => {
                    last = at(x, y);
                    continue;
                }
                PathOp::LineTo(x, y) => {
                    let from = std::mem::replace(&mut last, at(x, y));
                    (from, last)
                }
                PathOp::Rect(x, y, width, height) => (at(x, y), at(x + width, y + height)),
                PathOp::CurveTo(..) | PathOp::Close => continue,
            };
            let rule = |(left, low): (f64, f64), (right, high): (f64, f64)| Rule {
                left: left.min(right),
                right: left.max(right),
                height: f64::midpoint(low, high),
            };
            let (width, height) = ((from.0 - to.0).abs(), (from.1 - to.1).abs());
            if !(width + height).is_finite() || self.rules.len() + self.posts.len() > MOST_RULES {
            } else if height <= THIN && width >= WIDE {
                self.rules.push(rule(from, to));
            } else if width <= THIN && height > THIN {
                self.posts.push(rule((from.1, from.0), (to.1, to.0)));
            }
        }
    }
}
