//! From the parts of a message to the slots of its table.

use events_schema::{Node, NodeValue, Span, Timestamp};

use super::bytes::{number, unquote};
use super::plan::{Piece, Plan, Target};
use super::split::{Form, Part, Parts};
use crate::check::{accept, row_number};
use crate::convert::{Raw, convert, decimal};
use crate::finding::{Fault, Finding, What};
use crate::record::{Slot, Slots, offset, span};
use crate::table::{Row, RowKind, Table};
use crate::union;

/// A moment whose seconds and microseconds stand in lines of their own.
#[derive(Debug, Clone, Copy)]
pub(super) struct Moment {
    pub(super) row: usize,
    pub(super) seconds: Option<(Result<i64, Fault>, Span)>,
    pub(super) microseconds: Option<(Result<u32, Fault>, Span)>,
}

impl Moment {
    /// The moment, when both of its lines were taken.
    #[inline]
    pub(super) fn time(&self) -> Option<Timestamp> {
        match (self.seconds?, self.microseconds?) {
            ((Ok(seconds), _), (Ok(microseconds), _)) => Timestamp::new(seconds, microseconds),
            _ => None,
        }
    }
}

pub(super) struct Filler<'a> {
    pub(super) table: &'a Table,
    pub(super) text: &'a str,
    pub(super) slots: &'a mut Slots,
    pub(super) moments: &'a mut Vec<Moment>,
}

impl<'a> Filler<'a> {
    /// Converts the values of the lines, and those that the caller gives and the message does not have.
    pub(super) fn fill(mut self, plan: &Plan, parts: &Parts, given: &[(String, String)]) {
        // Of most messages all lines were taken at once.
        if !parts.lines().is_empty() || parts.moment.is_some() && !parts.told {
            self.fill_lines(plan, parts);
        }
        for given_row in &plan.given {
            let at = given_row.row;
            if self.slots.present.contains(at) {
                continue;
            }
            if let Some(slot) = given_row.slot {
                self.slots.set(at, slot);
            } else if let Some((_, value)) = given.get(given_row.which) {
                let place = self.slots.keep(self.text.len(), value);
                let row = &self.table.rows[at];
                let value = convert(row, Raw::Word(value, place));
                accept(self.slots, at, row, value, place);
            }
        }
        if !self.table.chosen.is_empty() {
            union::resolve(self.table, self.slots, self.text);
        }
    }

    fn fill_lines(&mut self, plan: &Plan, parts: &Parts) {
        self.moments.clear();
        self.moments.extend(parts.moment);
        for part in parts.lines() {
            let Target::Row(at, piece) = plan.name(part.name).target else {
                continue;
            };
            let row = &self.table.rows[at];
            match piece {
                Piece::Whole => self.whole(at, row, part),
                Piece::Seconds | Piece::Microseconds => self.piece(at, piece, part.value),
                Piece::Pair(_) => {}
            }
        }
        for at in &self.table.scattered {
            self.gather(*at, plan, parts);
        }
        for at in usize::from(parts.told)..self.moments.len() {
            self.moment(self.moments[at]);
        }
    }

    fn whole(&mut self, at: usize, row: &Row, part: &Part) {
        let (value, place) = match (row.kind, part.list) {
            (RowKind::List, Some((start, count))) if count > 0 || self.announces(part) => {
                (Ok(Some(Slot::List(start, count))), part.value)
            }
            (RowKind::List, _) | (_, Some(_)) => (Err(Fault::Type), part.value),
            _ if part.form != Form::Plain => (self.bare(row, part), part.value),
            _ => self.scalar(row, part.value),
        };
        accept(self.slots, at, row, value, place);
    }

    /// Makes a list of the pairs that have lines of their own.
    fn gather(&mut self, row: usize, plan: &Plan, parts: &Parts) {
        let start = self.slots.nodes.len();
        for part in parts.lines() {
            let Target::Row(at, Piece::Pair(number)) = plan.name(part.name).target else {
                continue;
            };
            if at != row {
                continue;
            }
            let key = self.table.rows[row].key_of(number);
            let gathered = self.slots.nodes[start..].iter();
            let (text, scratch) = (self.text, &self.slots.scratch);
            if gathered
                .map(|node| node.key.of(text, scratch))
                .any(|other| other == key)
            {
                let row = row_number(row);
                let what = What::Duplicate { row };
                self.slots.find(Finding {
                    what,
                    at: part.value,
                });
                continue;
            }
            let key = self.slots.keep(self.text.len(), key);
            let value = self.value_of_pair(part);
            self.slots.nodes.push(Node { key, value });
        }
        let count = self.slots.nodes.len() - start;
        if count > 0 {
            self.slots
                .set(row, Slot::List(offset(start), offset(count)));
        }
    }

    /// A text in quotes, or a number.
    fn value_of_pair(&mut self, part: &Part) -> NodeValue {
        if part.form == Form::Text {
            return NodeValue::Text(part.value);
        }
        match self.unnamed(self.at(part.value), part.value) {
            Slot::Integer(value) => NodeValue::Integer(value),
            Slot::Text(span) => NodeValue::Text(span),
            _ => NodeValue::Null,
        }
    }

    /// Whether a value announces a list, be it an empty one.
    fn announces(&self, part: &Part) -> bool {
        part.form == Form::List || self.at(part.value).starts_with('[')
    }

    /// A text without its quotes, or a number whose base is known.
    fn bare(&self, row: &Row, part: &Part) -> Result<Option<Slot>, Fault> {
        let text = self.at(part.value);
        match (row.kind, part.form) {
            (RowKind::Union(_), Form::Text) => Ok(Some(Slot::Text(part.value))),
            (_, Form::Decimal) => convert(row, Raw::Integer(decimal(text).ok_or(Fault::Type)?)),
            _ => convert(row, Raw::Text(text, part.value)),
        }
    }

    fn at(&self, place: Span) -> &'a str {
        self.text
            .get(place.start as usize..place.end as usize)
            .unwrap_or_default()
    }

    #[inline]
    fn scalar(&mut self, row: &Row, place: Span) -> (Result<Option<Slot>, Fault>, Span) {
        let text = self.at(place);
        if let RowKind::Union(_) = row.kind {
            return (Ok(Some(self.unnamed(text, place))), place);
        }
        if text.starts_with('\'') {
            let (start, end, reason) = unquote(text.as_bytes());
            if let Some(reason) = reason {
                let what = What::Damaged(reason);
                self.slots.find(Finding { what, at: place });
            }
            let inner = span(place.start as usize + start, place.start as usize + end);
            return (convert(row, Raw::Text(self.at(inner), inner)), place);
        }
        if let RowKind::Enumeration(_) | RowKind::Time = row.kind {
            let place = first_token(text, place);
            let text = self.at(place);
            let raw = decimal(text).map_or(Raw::Word(text, place), Raw::Integer);
            return (convert(row, raw), place);
        }
        (convert(row, Raw::Word(text, place)), place)
    }

    /// A value whose kind is not known yet, such as that of a union, whose member logs do not name: as it stands.
    fn unnamed(&mut self, text: &str, place: Span) -> Slot {
        if text.starts_with('\'') {
            let (start, end, reason) = unquote(text.as_bytes());
            if let Some(reason) = reason {
                let what = What::Damaged(reason);
                self.slots.find(Finding { what, at: place });
            }
            let start = place.start as usize + start;
            return Slot::Text(span(start, place.start as usize + end));
        }
        let word = first_token(text, place);
        let number = decimal(self.at(word)).and_then(|number| i64::try_from(number).ok());
        number.map_or(Slot::Text(word), Slot::Integer)
    }

    /// Takes the seconds or the microseconds of a moment.
    fn piece(&mut self, row: usize, piece: Piece, place: Span) {
        let place = first_token(self.at(place), place);
        let text = self.at(place);
        let number = match number(text.as_bytes(), 0) {
            Some((number, end)) if end == text.len() => Ok(number),
            _ => Err(if decimal(text).is_some() {
                Fault::Range
            } else {
                Fault::Type
            }),
        };
        let known = self.moments.iter().position(|moment| moment.row == row);
        let known = known.unwrap_or_else(|| {
            self.moments.push(Moment {
                row,
                seconds: None,
                microseconds: None,
            });
            self.moments.len() - 1
        });
        let moment = &mut self.moments[known];
        let taken = if piece == Piece::Seconds {
            moment
                .seconds
                .replace((number, place))
                .inspect(|first| moment.seconds = Some(*first))
                .is_some()
        } else {
            let number = number.ok().and_then(|number| {
                let number = u32::try_from(number).ok();
                number.filter(|number| *number < 1_000_000)
            });
            let number = number.ok_or(Fault::Microseconds);
            let before = moment.microseconds.replace((number, place));
            before
                .inspect(|first| moment.microseconds = Some(*first))
                .is_some()
        };
        if taken {
            let row = row_number(row);
            self.slots.find(Finding {
                what: What::Duplicate { row },
                at: place,
            });
        }
    }

    /// Seconds alone are a whole second; microseconds alone are no moment.
    fn moment(&mut self, moment: Moment) {
        let whole_second = (Ok(0), Span::default());
        let (value, place) = match (moment.seconds, moment.microseconds) {
            (Some((Ok(seconds), place)), micro) => match micro.unwrap_or(whole_second) {
                (Ok(micro), _) => {
                    let time = Timestamp::new(seconds, micro).map(Slot::Time);
                    (time.map(Some).ok_or(Fault::Range), place)
                }
                (Err(fault), place) => (Err(fault), place),
            },
            (Some((Err(fault), place)), _) => (Err(fault), place),
            (None, Some((_, place))) => (Err(Fault::Seconds), place),
            (None, None) => return,
        };
        accept(
            self.slots,
            moment.row,
            &self.table.rows[moment.row],
            value,
            place,
        );
    }
}

/// The part of a value before the first blank.
#[inline]
fn first_token(text: &str, place: Span) -> Span {
    let is_blank = |byte: &u8| matches!(byte, b' ' | b'\t');
    let length = text.bytes().take_while(|byte| !is_blank(byte)).count();
    let start = place.start as usize;
    span(start, start + length)
}
