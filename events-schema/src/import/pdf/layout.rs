//! The letters of a page as lines.

use super::{Glyph, Rule, THIN};

/// The lines of a page from top to bottom; what stands between two rules of a table is one row.
pub(super) fn split_rows(glyphs: Vec<Glyph>, rules: &[Rule]) -> Vec<(bool, Vec<Glyph>)> {
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
pub(super) fn lines(mut glyphs: Vec<Glyph>) -> Vec<Vec<Glyph>> {
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
