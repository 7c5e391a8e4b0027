//! Forms of a PDF that draw each other without end.

use std::collections::HashMap;

use pdf_extract::{Dictionary, Document, Object, ObjectId, Stream};

/// How deep forms may draw each other.
const DEEPEST: usize = 24;

/// Whether a document has forms that draw themselves, or each other too deep: the library would follow them without end.
pub(super) fn is_endless(document: &Document) -> bool {
    let forms: HashMap<ObjectId, &Stream> = document
        .objects
        .iter()
        .filter_map(|(id, object)| Some((*id, object.as_stream().ok()?)))
        .filter(|(_, stream)| is_form(stream))
        .collect();
    let mut depths = HashMap::new();
    let drawn = Drawn {
        document,
        forms: &forms,
    };
    forms
        .keys()
        .any(|id| drawn.depth(*id, &mut depths, 0).is_none())
}

fn is_form(stream: &Stream) -> bool {
    let kind = stream.dict.get(b"Subtype").and_then(Object::as_name);
    kind.is_ok_and(|kind| kind == b"Form")
}

struct Drawn<'d> {
    document: &'d Document,
    forms: &'d HashMap<ObjectId, &'d Stream>,
}

impl Drawn<'_> {
    /// How deep a form draws others; `None` when that has no end.
    fn depth(
        &self,
        id: ObjectId,
        depths: &mut HashMap<ObjectId, Option<usize>>,
        above: usize,
    ) -> Option<usize> {
        if let Some(known) = depths.get(&id) {
            return *known;
        }
        if above > DEEPEST {
            return None;
        }
        // A form that is met again before its depth is known draws itself.
        depths.insert(id, None);
        let mut depth = 0;
        for inner in self.inner(id) {
            depth = depth.max(self.depth(inner, depths, above + 1)? + 1);
        }
        depths.insert(id, Some(depth));
        Some(depth)
    }

    /// The forms that a form may draw: those of its resources, or any when it has none of its own.
    fn inner(&self, id: ObjectId) -> Vec<ObjectId> {
        let Some(form) = self.forms.get(&id) else {
            return Vec::new();
        };
        if let Some(resources) = self.dictionary(&form.dict, b"Resources") {
            let drawn = self.dictionary(resources, b"XObject");
            let drawn = drawn.into_iter().flat_map(Dictionary::iter);
            return drawn
                .filter_map(|(_, object)| object.as_reference().ok())
                .filter(|id| self.forms.contains_key(id))
                .collect();
        }
        let content = form.decompressed_content().unwrap_or_default();
        if content.windows(3).any(|letters| letters == b" Do") {
            self.forms.keys().copied().collect()
        } else {
            Vec::new()
        }
    }

    fn dictionary<'o>(&'o self, of: &'o Dictionary, name: &[u8]) -> Option<&'o Dictionary> {
        let (_, object) = self.document.dereference(of.get(name).ok()?).ok()?;
        object.as_dict().ok()
    }
}
