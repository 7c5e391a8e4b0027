//! From documented names to what a declaration writes for them.

/// The keywords of Rust, of all editions.
const KEYWORDS: [&str; 53] = [
    "Self", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue",
    "crate", "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if",
    "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub",
    "ref", "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield", "_",
];

/// Words with which a rule begins or goes on, or a footnote's status.
const WORDS: [&str; 8] = [
    "if", "else", "in", "is", "partly", "context", "remark", "unread",
];

/// Whether a name can stand as it is. Other alphabets are written in quotes: which of their letters may stand in a
/// name, and in which of their forms, is for Unicode to say.
pub(super) fn is_word(name: &str) -> bool {
    name != "_"
        && name.starts_with(|letter: char| letter.is_ascii_alphabetic() || letter == '_')
        && name
            .chars()
            .all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
}

/// Whether a name of an attribute can stand without quotes; a member of a union can with its dot.
fn is_plain(name: &str) -> bool {
    let mut parts = name.split('.');
    let (first, second) = (parts.next().unwrap_or_default(), parts.next());
    let is_part = |part: &str| is_word(part) && !matches!(part, "true" | "false");
    is_part(first) && second.is_none_or(is_part) && parts.next().is_none()
}

/// A part of the name of a row.
fn part(name: &str) -> String {
    if is_plain(name) && !name.contains('.') {
        name.to_owned()
    } else {
        quote(name)
    }
}

/// The name of a row.
pub(super) fn row(name: &str, union: Option<&str>) -> String {
    let inside = union.and_then(|union| name.strip_prefix(union)?.strip_prefix('.'));
    if is_plain(name) && inside.is_some() == name.contains('.') {
        return name.to_owned();
    }
    match (union, inside) {
        (Some(union), Some(member)) => format!("{}.{}", part(union), part(member)),
        _ => quote(name),
    }
}

/// The name of an attribute where a condition begins.
pub(super) fn left(name: &str) -> String {
    let first = name.split('.').next().unwrap_or_default();
    if is_plain(name) && !WORDS.contains(&first) {
        name.to_owned()
    } else {
        quote(name)
    }
}

/// The name of an attribute behind a comparison, where a name in quotes is a text.
pub(super) fn right(name: &str) -> Option<&str> {
    is_plain(name).then_some(name)
}

/// A text in quotes.
pub(super) fn quote(text: &str) -> String {
    format!("{text:?}")
}

/// The name of Rust that a declaration has for a documented one.
///
/// ```
/// use events_schema::export::rust_name;
///
/// assert_eq!(rust_name("Dock state"), "DockState");
/// assert_eq!(rust_name("TAddressType"), "TAddressType");
/// assert_eq!(rust_name("type"), "r#type");
/// ```
#[must_use]
pub fn ident(documented: &str) -> String {
    if !is_word(documented) {
        let words = documented.split(|letter: char| !letter.is_ascii_alphanumeric());
        let mut name: String = words.map(capitalised).collect();
        if name.is_empty() || name.starts_with(|letter: char| letter.is_ascii_digit()) {
            name.insert(0, '_');
        }
        return if name == "_" {
            "Unnamed".to_owned()
        } else {
            ident(&name)
        };
    }
    match documented {
        // The keywords that cannot be raw identifiers.
        "self" | "Self" | "super" | "crate" => format!("{documented}_"),
        keyword if KEYWORDS.contains(&keyword) => format!("r#{keyword}"),
        name => name.to_owned(),
    }
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// A name of Rust, with the documented one where it is another: `Docks`, or `DockReports = "Dock reports"`.
pub(super) fn spelled(ident: &str, documented: &str) -> String {
    if ident.strip_prefix("r#").unwrap_or(ident) == documented {
        ident.to_owned()
    } else {
        format!("{ident} = {}", quote(documented))
    }
}

/// The same for a member of an enumeration: some names are functions of each `vocabulary!`.
#[must_use]
pub fn member(documented: &str) -> String {
    match documented {
        "new" | "number" => format!("{documented}_"),
        name => ident(name),
    }
}

/// The letter of a footnote as a mark; one that is neither a name nor a number stands in quotes.
pub(super) fn letter(letter: &str) -> String {
    let is_number = !letter.is_empty() && letter.bytes().all(|byte| byte.is_ascii_digit());
    if is_word(letter) || is_number {
        letter.to_owned()
    } else {
        quote(letter)
    }
}
