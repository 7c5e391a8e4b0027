//! Values inside values: lists, and whatever an attribute that the table does not know holds.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use events_schema::{Node, NodeValue, Span};

use super::super::MAX_DEPTH;
use super::message::{Parser, with_quotes};
use super::number::Number;
use super::scan::{Quoted, Stop};
use crate::finding::What;
use crate::record::{Nodes, Slot, offset, span};

/// How many values the lists of one message may hold.
pub(super) const MAX_NODES: usize = 1 << 20;

const TOO_DEEP: &str = "values that are nested more than 128 deep";
const TOO_MANY: &str = "more than a million values in lists";

/// How values inside values are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// As they stand there.
    Any,
    /// As those of a list that is an object.
    List,
    /// As those of a list that is an array of pairs: an object may be bytes.
    Pairs,
}

impl Parser<'_, '_, '_> {
    /// Takes the list of a row, which begins here; [`stray`](Parser::stray) says whether it is one.
    pub(super) fn list(&mut self) -> Result<Slot, Stop> {
        let nodes = Nodes::Rows;
        let start = self.slots.nodes.len();
        match self.scan.byte() {
            Some(b'{') => self.object(nodes, Form::List, 1)?,
            _ => self.pairs(nodes, 1)?,
        }
        if self.stray.is_some() {
            self.slots.nodes.truncate(start);
        }
        let count = self.slots.nodes.len() - start;
        Ok(Slot::List(offset(start), offset(count)))
    }

    /// Takes a value and puts it among the nodes, under a key.
    pub(super) fn node(
        &mut self,
        nodes: Nodes,
        key: Span,
        form: Form,
        depth: usize,
    ) -> Result<(), Stop> {
        let value = match self.scan.peek() {
            Some(b'"') => NodeValue::Text(self.quoted()?),
            Some(b'-' | b'0'..=b'9') => match self.scan.short_number() {
                Some(value) => NodeValue::Integer(value),
                None => self.number()?,
            },
            Some(byte @ (b'{' | b'[')) => return self.nested(nodes, key, form, depth, byte),
            Some(b't') => {
                self.scan.word("true")?;
                NodeValue::Boolean(true)
            }
            Some(b'f') => {
                self.scan.word("false")?;
                NodeValue::Boolean(false)
            }
            Some(b'n') => {
                self.scan.word("null")?;
                NodeValue::Null
            }
            _ => return Err(self.scan.stop("expected a value")),
        };
        self.push(nodes, Node { key, value });
        Ok(())
    }

    #[inline]
    fn push(&mut self, nodes: Nodes, node: Node) {
        let nodes = self.slots.nodes(nodes);
        if nodes.len() < MAX_NODES {
            nodes.push(node);
        } else {
            self.drop_node(node);
        }
    }

    #[cold]
    fn drop_node(&mut self, node: Node) {
        self.find(What::Damaged(TOO_MANY), node.key);
    }

    #[cold]
    fn number(&mut self) -> Result<NodeValue, Stop> {
        let start = self.scan.at;
        Ok(match self.scan.number()? {
            Number::Integer(value) => match i64::try_from(value) {
                Ok(value) => NodeValue::Integer(value),
                Err(_) => match u64::try_from(value) {
                    Ok(value) => NodeValue::Unsigned(value),
                    #[expect(
                        clippy::cast_precision_loss,
                        reason = "there is no closer number to keep"
                    )]
                    Err(_) => NodeValue::Real(value as f64),
                },
            },
            Number::Long(value) | Number::Real(value) => NodeValue::Real(value),
            Number::Huge => {
                let place = span(start, self.scan.at);
                self.find(What::Damaged("a number that is too large"), place);
                NodeValue::Text(place)
            }
        })
    }

    fn nested(
        &mut self,
        nodes: Nodes,
        key: Span,
        form: Form,
        depth: usize,
        open: u8,
    ) -> Result<(), Stop> {
        let at = self.slots.nodes(nodes).len();
        if depth >= MAX_DEPTH || at >= MAX_NODES {
            let start = self.scan.at;
            self.scan.skip()?;
            let reason = if depth >= MAX_DEPTH {
                TOO_DEEP
            } else {
                TOO_MANY
            };
            self.find(What::Damaged(reason), span(start, self.scan.at));
            return Ok(());
        }
        if form == Form::Pairs
            && let Some(text) = self.bytes()
        {
            let value = self.binary(text);
            self.push(nodes, Node { key, value });
            return Ok(());
        }
        let array = open == b'[' && form == Form::Any;
        let value = if array {
            NodeValue::Array(0)
        } else {
            NodeValue::List(0)
        };
        self.push(nodes, Node { key, value });
        match (open, form) {
            (b'{', Form::Any) => self.object(nodes, Form::Any, depth + 1)?,
            (b'{', _) => self.object(nodes, Form::List, depth + 1)?,
            (_, Form::Any) => self.array(nodes, depth + 1)?,
            _ => self.pairs(nodes, depth + 1)?,
        }
        self.slots.close(nodes, at);
        Ok(())
    }

    /// Takes the members of an object.
    fn object(&mut self, nodes: Nodes, form: Form, depth: usize) -> Result<(), Stop> {
        self.scan.at += 1;
        let mut first = true;
        loop {
            first = self.compact_pairs(nodes, first);
            if !self.scan.another(b'}', first)? {
                return Ok(());
            }
            first = false;
            let key = self.key()?;
            self.node(nodes, key, form, depth)?;
        }
    }

    /// Takes the elements of an array.
    fn array(&mut self, nodes: Nodes, depth: usize) -> Result<(), Stop> {
        self.scan.at += 1;
        let mut first = true;
        while self.scan.another(b']', first)? {
            first = false;
            self.node(nodes, Span::default(), Form::Any, depth)?;
        }
        Ok(())
    }

    /// Takes the pairs of a list that is an array.
    fn pairs(&mut self, nodes: Nodes, depth: usize) -> Result<(), Stop> {
        self.scan.at += 1;
        let mut first = true;
        while self.scan.another(b']', first)? {
            first = false;
            self.scan.peek();
            let (start, count) = (self.scan.at, self.slots.nodes(nodes).len());
            if !self.pair(nodes, depth)? {
                self.slots.nodes(nodes).truncate(count);
                self.stray = self.stray.or(Some(span(start, self.scan.at)));
            }
        }
        Ok(())
    }

    /// Takes a key and its value in an array; `false` when it is something else that was taken.
    fn pair(&mut self, nodes: Nodes, depth: usize) -> Result<bool, Stop> {
        if self.scan.byte() != Some(b'[') {
            self.scan.skip()?;
            return Ok(false);
        }
        self.scan.at += 1;
        let (mut first, mut whole) = (true, false);
        if self.scan.peek() == Some(b'"') {
            first = false;
            let key = self.quoted()?;
            if self.scan.peek() == Some(b',') {
                self.scan.at += 1;
                self.node(nodes, key, Form::Pairs, depth)?;
                whole = true;
            }
        }
        while self.scan.another(b']', first)? {
            first = false;
            whole = false;
            self.scan.skip()?;
        }
        Ok(whole)
    }

    /// Takes an object that stands for bytes, `{"base64": "…"}`; leaves any other value where it is.
    fn bytes(&mut self) -> Option<Quoted> {
        let mut scan = self.scan.clone();
        scan.expect(b'{', "").ok()?;
        let key = scan.key().ok()?;
        if key.inside().of(scan.text, "") != "base64" || scan.peek() != Some(b'"') {
            return None;
        }
        let text = scan.quoted().ok()?;
        scan.expect(b'}', "").ok()?;
        self.scan = scan;
        Some(text)
    }

    fn binary(&mut self, quoted: Quoted) -> NodeValue {
        let kept = self.keep(quoted);
        if is_base64(self.said(kept)) {
            NodeValue::Binary(kept)
        } else {
            let place = with_quotes(quoted.inside());
            self.find(What::Damaged("bytes that are not base64"), place);
            NodeValue::Text(kept)
        }
    }
}

/// Whether a text is standard base64 with padding.
pub(crate) fn is_base64(text: &str) -> bool {
    // Decoded piece by piece, so that nothing is allocated however long it is.
    let mut bytes = [0; 768];
    let mut pieces = text.as_bytes().chunks(1024).peekable();
    while let Some(piece) = pieces.next() {
        let padded = piece.ends_with(b"=");
        let last = pieces.peek().is_none();
        if STANDARD.decode_slice(piece, &mut bytes).is_err() || padded && !last {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_told_from_other_texts() {
        for text in ["", "AP8D", "AA==", "AAA="] {
            assert!(is_base64(text), "{text}");
        }
        for text in ["A", "AAA", "AA=", "AA==AA==", "A-_A", " AAA"] {
            assert!(!is_base64(text), "{text}");
        }
        let long = "AAAA".repeat(1000);
        assert!(is_base64(&long) && is_base64(&format!("{long}AA==")));
        assert!(!is_base64(&format!("{}AA=={long}", &long[..1020])));
    }
}
