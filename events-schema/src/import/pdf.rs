//! PDF.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use pdf_extract::{ColorSpace, MediaBox, Object, OutputDev, OutputError, Path, PathOp, Transform};

use super::document::{Cell, Document, Form, Line, Place};
use super::gutter::{self, Span};
use super::read::ReadError;

impl Document {
    /// The document in the bytes of a PDF: cells are found by the gaps between words, superscripts by their size.
    pub fn pdf(name: &str, bytes: &[u8]) -> Result<Self, ReadError> {
        let mut pages = Pages::default();
        // The library gives up on some documents with a panic.
        let read = catch_unwind(AssertUnwindSafe(|| {
            let mut document = pdf_extract::Document::load_mem(bytes).map_err(OutputError::from)?;
            if document.is_encrypted() {
                document.decrypt("").map_err(OutputError::from)?;
            }
            spread_widths(&mut document);
            pdf_extract::output_doc(&document, &mut pages)
        }));
        match read {
            Err(_) => Err(ReadError::Unknown),
            Ok(Err(error)) => Err(ReadError::Damaged(error)),
            Ok(Ok(())) => Ok(Self {
                name: name.to_owned(),
                lines: pages.lines,
            }),
        }
    }
}

/// How many widths a document may give in ranges.
const MOST_WIDTHS: usize = 1 << 20;

/// Gives the width of each letter by itself where fonts give one for a range of letters, which the library overlooks.
fn spread_widths(document: &mut pdf_extract::Document) {
    let mut room = MOST_WIDTHS;
    let mut elsewhere = Vec::new();
    for object in document.objects.values_mut() {
        let Ok(font) = object.as_dict_mut() else {
            continue;
        };
        match font.get_mut(b"W") {
            Ok(Object::Array(widths)) => *widths = spread(widths, &mut room),
            Ok(Object::Reference(place)) => elsewhere.push(*place),
            _ => {}
        }
    }
    for place in elsewhere {
        if let Some(Object::Array(widths)) = document.objects.get_mut(&place) {
            *widths = spread(widths, &mut room);
        }
    }
}

/// Widths in which `20 27 556` is `20 [556 556 …]`.
fn spread(widths: &[Object], room: &mut usize) -> Vec<Object> {
    let mut spread = Vec::with_capacity(widths.len());
    let mut rest = widths;
    loop {
        rest = match rest {
            [first, each @ Object::Array(_), behind @ ..] => {
                spread.extend([first.clone(), each.clone()]);
                behind
            }
            [
                Object::Integer(first),
                Object::Integer(last),
                width,
                behind @ ..,
            ] => {
                let count =
                    usize::try_from(last.saturating_sub(*first).saturating_add(1)).unwrap_or(0);
                let count = count.min(*room);
                *room -= count;
                spread.push(Object::Integer(*first));
                spread.push(Object::Array(vec![width.clone(); count]));
                behind
            }
            _ => return spread,
        };
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
}

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
            let size = glyphs.iter().map(|glyph| glyph.size).fold(0.0, f64::max);
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
            if !(width + height).is_finite() {
            } else if height <= THIN && width >= WIDE {
                self.rules.push(rule(from, to));
            } else if width <= THIN && height > THIN {
                self.posts.push(rule((from.1, from.0), (to.1, to.0)));
            }
        }
    }
}

/// The lines of a page from top to bottom; what stands between two rules of a table is one row.
fn split_rows(glyphs: Vec<Glyph>, rules: &[Rule]) -> Vec<(bool, Vec<Glyph>)> {
    let bands = bands(rules);
    let mut rows: Vec<(f64, bool, Vec<Glyph>)> = bands
        .iter()
        .map(|band| (band.top, true, Vec::new()))
        .collect();
    let mut loose = Vec::new();
    for glyph in glyphs {
        let middle = f64::midpoint(glyph.base, glyph.top());
        let band = bands.iter().position(|band| {
            band.bottom < middle
                && middle < band.top
                && band.left - 1.0 <= glyph.left
                && glyph.right <= band.right + 1.0
        });
        match band {
            Some(at) => rows[at].2.push(glyph),
            None => loose.push(glyph),
        }
    }
    rows.extend(
        lines(loose)
            .into_iter()
            .map(|line| (line[0].base, false, line)),
    );
    rows.retain(|(.., glyphs)| !glyphs.iter().all(Glyph::is_blank));
    rows.sort_by(|one, other| other.0.total_cmp(&one.0));
    rows.into_iter()
        .map(|(_, row, glyphs)| (row, glyphs))
        .collect()
}

/// The room between two rules above each other.
struct Band {
    left: f64,
    right: f64,
    bottom: f64,
    top: f64,
}

/// The rows of tables: at least two bands above each other, between rules of the same width.
fn bands(rules: &[Rule]) -> Vec<Band> {
    // Borders of cells side by side are one rule.
    let mut rules = rules.to_vec();
    rules.sort_by(|one, other| {
        other
            .height
            .total_cmp(&one.height)
            .then(one.left.total_cmp(&other.left))
    });
    let mut whole: Vec<Rule> = Vec::new();
    for rule in rules {
        match whole.last_mut() {
            Some(last)
                if (last.height - rule.height).abs() <= THIN && rule.left <= last.right + 3.0 =>
            {
                last.right = last.right.max(rule.right);
                last.left = last.left.min(rule.left);
            }
            _ => whole.push(rule),
        }
    }
    let same = |one: &Rule, other: &Rule| {
        (one.left - other.left).abs() <= 3.0 && (one.right - other.right).abs() <= 3.0
    };
    let mut bands = Vec::new();
    for three in whole.windows(3) {
        if same(&three[0], &three[1]) && same(&three[1], &three[2]) {
            for pair in three.windows(2) {
                let top = pair[0].height;
                let known = bands
                    .last()
                    .is_some_and(|band: &Band| (band.top - top).abs() < 0.1);
                if !known {
                    bands.push(Band {
                        left: pair[0].left,
                        right: pair[0].right,
                        bottom: pair[1].height,
                        top,
                    });
                }
            }
        }
    }
    bands
}

/// Letters as lines, from top to bottom and from left to right: two stand on one line when they overlap by half.
fn lines(mut glyphs: Vec<Glyph>) -> Vec<Vec<Glyph>> {
    glyphs.sort_by(|one, other| other.top().total_cmp(&one.top()));
    let mut lines: Vec<(f64, f64, Vec<Glyph>)> = Vec::new();
    for glyph in glyphs {
        let (bottom, top) = (glyph.base, glyph.top());
        let line = lines.iter_mut().rev().take(4).find(|(low, high, _)| {
            let common = high.min(top) - low.max(bottom);
            common >= 0.5 * (high - low).min(top - bottom)
        });
        match line {
            Some((low, high, line)) => {
                // The largest letter tells where the line is.
                if top - bottom > *high - *low {
                    (*low, *high) = (bottom, top);
                }
                line.push(glyph);
            }
            None => lines.push((bottom, top, vec![glyph])),
        }
    }
    lines.sort_by(|one, other| other.0.total_cmp(&one.0));
    lines
        .into_iter()
        .map(|(.., mut line)| {
            line.sort_by(|one, other| one.left.total_cmp(&other.left));
            line
        })
        .collect()
}

/// How wide the gap between words is at least, and that between cells, in sizes of a letter.
const WORD: f64 = 0.15;
const WIDE_GAP: f64 = 1.2;

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a place on a page, in points"
)]
fn points(place: f64) -> usize {
    place.max(0.0) as usize
}

/// Where the cells of a line begin, by the gaps between them.
fn starts(glyphs: &[Glyph], size: f64) -> Vec<usize> {
    pieces(glyphs, size)
        .into_iter()
        .map(|(start, ..)| start)
        .collect()
}

/// The pieces of a line between wide gaps.
fn pieces(glyphs: &[Glyph], size: f64) -> Vec<Span> {
    let mut pieces: Vec<Span> = Vec::new();
    let mut end = f64::NEG_INFINITY;
    for glyph in glyphs {
        match pieces.last_mut() {
            Some((.., text)) if glyph.is_blank() => text.push(' '),
            _ if glyph.is_blank() => {}
            Some((_, right, text)) if glyph.left - end <= WIDE_GAP * size => {
                text.push_str(&glyph.text);
                *right = points(glyph.right.max(end));
            }
            _ => pieces.push((points(glyph.left), points(glyph.right), glyph.text.clone())),
        }
        if !glyph.is_blank() {
            end = glyph.right.max(end);
        }
    }
    for (.., text) in &mut pieces {
        text.truncate(text.trim_end().len());
    }
    pieces
}

fn size_of(glyphs: &[Glyph]) -> f64 {
    glyphs.iter().map(|glyph| glyph.size).fold(0.0, f64::max)
}

/// Where cells begin on at least three lines of several cells.
fn columns(rows: &[(bool, Vec<Glyph>)]) -> Vec<usize> {
    let mut counts: HashMap<usize, usize> = HashMap::new();
    for (row, glyphs) in rows {
        let starts = starts(glyphs, size_of(glyphs));
        if !row && starts.len() > 1 {
            for start in starts {
                *counts.entry(start).or_default() += 1;
            }
        }
    }
    let often = counts.into_iter().filter(|(_, count)| *count > 2);
    often.map(|(start, _)| start).collect()
}

/// The lines of a page in the order in which they are read; those of a page with two columns are put together anew.
fn in_order(rows: Vec<(bool, Vec<Glyph>)>) -> Vec<(bool, Vec<Glyph>)> {
    if rows.iter().any(|(row, _)| *row) {
        return rows;
    }
    let spans: Vec<Vec<Span>> = rows
        .iter()
        .map(|(_, glyphs)| pieces(glyphs, size_of(glyphs)))
        .collect();
    let Some(gutter) = gutter::find(&spans) else {
        return rows;
    };
    let mut ordered = Vec::new();
    let mut halves: (Vec<Glyph>, Vec<Glyph>) = (Vec::new(), Vec::new());
    for ((_, glyphs), spans) in rows.into_iter().zip(spans) {
        if gutter::crosses(&spans, gutter) {
            join_halves(&mut halves, &mut ordered);
            ordered.push((false, glyphs));
            continue;
        }
        let (left, right) = glyphs
            .into_iter()
            .partition::<Vec<_>, _>(|glyph| points(glyph.left) < gutter);
        halves.0.extend(left);
        halves.1.extend(right);
    }
    join_halves(&mut halves, &mut ordered);
    ordered
}

fn join_halves(halves: &mut (Vec<Glyph>, Vec<Glyph>), ordered: &mut Vec<(bool, Vec<Glyph>)>) {
    for half in [&mut halves.0, &mut halves.1] {
        let lines = lines(std::mem::take(half)).into_iter();
        ordered.extend(
            lines
                .filter(|line| !line.iter().all(Glyph::is_blank))
                .map(|line| (false, line)),
        );
    }
}

/// The cells of a line: a wide gap begins another, and so does one of the posts.
fn cells(glyphs: Vec<Glyph>, size: f64, posts: &[Rule], columns: &[usize]) -> Vec<Cell> {
    // A narrow gap before a column is one between cells where all other cells begin at columns, too.
    let aligned = {
        let starts = starts(&glyphs, size);
        starts.len() > 1 && starts.iter().all(|start| columns.contains(start))
    };
    let base = baseline(&glyphs, size);
    let crosses = |from: f64, to: f64| {
        posts.iter().any(|post| {
            let beside = post.left - size < base && base < post.right + size;
            beside && from - 1.0 < post.height && post.height < to + 1.0
        })
    };
    let mut cells: Vec<Cell> = Vec::new();
    let mut end = f64::NEG_INFINITY;
    let mut blank = false;
    for glyph in glyphs {
        if glyph.is_blank() {
            blank = true;
            continue;
        }
        let gap = glyph.left - end;
        let superscript = glyph.size < 0.85 * size && glyph.base > base + 0.12 * size;
        let slot = points(glyph.left);
        let begins = aligned && (blank || gap > WORD * size) && columns.contains(&slot);
        if gap > WIDE_GAP * size || cells.is_empty() || begins || crosses(end, glyph.left) {
            cells.push(Cell::plain(slot, ""));
        } else if (blank || gap > WORD * size)
            && let Some(cell) = cells.last_mut()
        {
            cell.push(" ", false);
        }
        if let Some(cell) = cells.last_mut() {
            cell.push(&glyph.text, superscript);
        }
        end = glyph.right.max(end);
        blank = false;
    }
    cells
}

/// The cells of a row between rules, each of which may have several lines.
fn cells_of_row(glyphs: Vec<Glyph>, size: f64, posts: &[Rule]) -> Vec<Cell> {
    let mut cells: Vec<Cell> = Vec::new();
    for line in lines(glyphs) {
        for cell in self::cells(line, size, posts, &[]) {
            match cells
                .iter_mut()
                .find(|known| known.slot.abs_diff(cell.slot) < 4)
            {
                Some(known) => {
                    known.push(" ", false);
                    for run in cell.runs {
                        known.push(&run.text, run.superscript);
                    }
                }
                None => cells.push(cell),
            }
        }
    }
    cells.sort_by_key(|cell| cell.slot);
    cells
}

/// The height of the largest letters of a line.
fn baseline(glyphs: &[Glyph], size: f64) -> f64 {
    let large = glyphs.iter().filter(|glyph| glyph.size > 0.9 * size);
    large.map(|glyph| glyph.base).fold(f64::INFINITY, f64::min)
}
