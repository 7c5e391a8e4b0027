//! The heads of tables.

use super::{Scan, Zone};
use crate::import::carried::{self, Carried};
use crate::import::document::{Cell, Form, Line};
use crate::import::ledger::Aside;
use crate::import::table::{self, Columns};

/// How many rows below a head tell what its columns hold.
const ROWS: usize = 5;

impl Scan<'_> {
    /// Reads the head of a table, in one line or a line for each cell.
    pub(super) fn head(&mut self, at: usize) -> Option<usize> {
        let line = &self.lines[at];
        let mut end = at + 1;
        if line.form == Form::Row && table::is_glossary(line) {
            self.give_up_pending();
            self.zone = Zone::Glossary;
            self.ledger.aside(line.place, "", &line.text(), Aside::Head);
            return Some(end);
        }
        let columns = self.columns(at).or_else(|| {
            let mut words = Vec::new();
            let mut next = at;
            while let Some(line) = self.lines.get(next)
                && (line.is_blank() || line.cells.len() == 1 && table::is_head_cell(&line.text()))
            {
                next += 1;
                if !line.is_blank() {
                    words.push(line.text());
                    end = next;
                }
            }
            let words: Vec<_> = words.iter().map(String::as_str).collect();
            Columns::of_words(&words)
        })?;
        if let Some(next) = self.lines.get(end)
            && end == at + 1
            && Columns::goes_on(line, next)
        {
            end += 1;
        }
        let mut columns = columns;
        let others = columns.settle(&self.counts_below(at));
        columns.take_types(&self.types_below(at));
        self.give_up_pending();
        self.open_table(line.place);
        self.columns = Some(columns);
        let event = self.event_name();
        for other in others {
            self.ledger.aside(line.place, &event, &other, Aside::Beside);
        }
        for line in &self.lines[at..end] {
            if !line.is_blank() {
                self.ledger
                    .aside(line.place, &event, &line.text(), Aside::Head);
            }
        }
        Some(end)
    }

    /// The columns that a line is the head of, by the names of its cells or by the rows below it.
    fn columns(&self, at: usize) -> Option<Columns> {
        let line = &self.lines[at];
        let known = Columns::of(line);
        if known.as_ref().is_some_and(|columns| !columns.is_guessed) {
            return known;
        }
        Columns::by_rows(line, &self.counts_below(at)).or(known)
    }

    /// Counts the cells below a head, and the presence words among them.
    fn counts_below(&self, at: usize) -> impl Fn(&[usize], usize) -> (usize, usize) + '_ {
        let line = &self.lines[at];
        self.below(at, move |cell, column| {
            let asks = table::asks_at(line, column);
            self.rows(None).says_presence(cell, asks)
        })
    }

    /// Counts the cells below a head, and the types among them.
    fn types_below(&self, at: usize) -> impl Fn(&[usize], usize) -> (usize, usize) + '_ {
        self.below(at, |cell, _| {
            matches!(carried::read(&cell.text()), Some(Carried::Kind(..)))
        })
    }

    /// Counts the cells of a column below a head, and those among them that are something.
    fn below<'r>(
        &'r self,
        at: usize,
        is: impl Fn(&Cell, usize) -> bool + 'r,
    ) -> impl Fn(&[usize], usize) -> (usize, usize) + 'r {
        let form = self.lines[at].form;
        let rows = self.lines[at + 1..]
            .iter()
            .take_while(move |row| row.form == form)
            .filter(|row| row.cells.len() > 1)
            .take(ROWS);
        let rows: Vec<&Line> = rows.collect();
        move |slots, column| {
            let (mut cells, mut found) = (0, 0);
            for cell in rows.iter().flat_map(|row| row.cells.iter()) {
                let nearest = (0..slots.len()).min_by_key(|at| slots[*at].abs_diff(cell.slot));
                if nearest == Some(column) {
                    cells += 1;
                    found += usize::from(is(cell, column));
                }
            }
            (cells, found)
        }
    }
}
