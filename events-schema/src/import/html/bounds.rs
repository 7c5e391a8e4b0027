//! How much of an HTML text can be read.

/// How many blocks may stand in one another. The library looks through all that are open whenever one begins.
const DEEPEST: usize = 5000;

/// Elements that make the library do so.
const BLOCKS: [&str; 28] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "center",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "header",
    "hgroup",
    "listing",
    "main",
    "menu",
    "nav",
    "ol",
    "pre",
    "search",
    "section",
    "summary",
    "table",
    "ul",
];

/// Where a text begins that stands in too many blocks.
pub(super) fn too_deep(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, _) in text.match_indices('<') {
        let tag = &text[at + 1..];
        let (tag, ends) = match tag.strip_prefix('/') {
            Some(tag) => (tag, true),
            None => (tag, false),
        };
        let end = tag.find(|letter: char| !letter.is_ascii_alphanumeric());
        let name = &tag[..end.unwrap_or(tag.len())];
        if !BLOCKS.iter().any(|block| block.eq_ignore_ascii_case(name)) {
            continue;
        }
        if ends {
            depth = depth.saturating_sub(1);
        } else if depth == DEEPEST {
            return Some(at);
        } else {
            depth += 1;
        }
    }
    None
}

/// Where a comment begins that is not closed.
pub(super) fn unclosed(text: &str) -> Option<usize> {
    let at = text.rfind("<!--")?;
    (!["-->", "--!>"].iter().any(|end| text[at..].contains(end))).then_some(at)
}
