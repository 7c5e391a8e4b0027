//! The letters of a line as cells, and the lines of a page in their order.

use std::collections::HashMap;

use super::layout::lines;
use super::{Glyph, Rule};
use crate::import::document::Cell;
use crate::import::gutter::{self, Span};

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

pub(super) fn size_of(glyphs: &[Glyph]) -> f64 {
    glyphs.iter().map(|glyph| glyph.size).fold(0.0, f64::max)
}

/// Where cells begin on at least three lines of several cells.
pub(super) fn columns(rows: &[(bool, Vec<Glyph>)]) -> Vec<usize> {
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
pub(super) fn in_order(rows: Vec<(bool, Vec<Glyph>)>) -> Vec<(bool, Vec<Glyph>)> {
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
pub(super) fn cells(glyphs: Vec<Glyph>, size: f64, posts: &[Rule], columns: &[usize]) -> Vec<Cell> {
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
pub(super) fn cells_of_row(glyphs: Vec<Glyph>, size: f64, posts: &[Rule]) -> Vec<Cell> {
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
