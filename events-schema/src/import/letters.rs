//! Letters as they are meant: without ligatures, odd blanks and look-alikes.

use unicode_normalization::UnicodeNormalization;

/// A text in plain letters, cut where superscripts begin and end.
pub(super) fn plain(text: &str) -> Vec<(String, bool)> {
    let mut pieces: Vec<(String, bool)> = Vec::new();
    for letter in text.chars() {
        let (plain, above) = match superscript(letter) {
            Some(plain) => (plain.to_string(), true),
            None => (ordinary(letter), false),
        };
        if plain.is_empty() {
            continue;
        }
        match pieces.last_mut() {
            Some((last, was_above)) if *was_above == above => last.push_str(&plain),
            _ => pieces.push((plain, above)),
        }
    }
    pieces
}

/// A letter that stands above the line by itself.
fn superscript(letter: char) -> Option<char> {
    const ABOVE: &str = "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ⁰¹²³⁴⁵⁶⁷⁸⁹";
    const PLAIN: &str = "abcdefghijklmnoprstuvwxyz0123456789";
    if letter.is_ascii() {
        return None;
    }
    let at = ABOVE.chars().position(|above| above == letter)?;
    PLAIN.chars().nth(at)
}

fn ordinary(letter: char) -> String {
    match letter {
        // Soft hyphens and blanks without width.
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => String::new(),
        '‘' | '’' => "'".to_owned(),
        '“' | '”' => "\"".to_owned(),
        '│' | '┃' | '║' => "|".to_owned(),
        // Hyphens, and the bullets of lists.
        '\u{2010}' | '\u{2011}' | '•' | '◦' | '▪' | '●' | '\u{f0b7}' => "-".to_owned(),
        letter if letter.is_control() || letter.is_whitespace() => " ".to_owned(),
        letter if letter.is_ascii() => letter.to_string(),
        letter => std::iter::once(letter).nfkc().collect(),
    }
}

/// A text in which letters of other alphabets that look like Latin ones are Latin.
pub(super) fn fold(text: &str) -> String {
    const ALIKE: &str = "АВЕЅІЈКМНОРСТУХаеорсухіѕјԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧο";
    const LATIN: &str = "ABESIJKMHOPCTYXaeopcyxisjqwABEZHIKMNOPTYXo";
    let latin = |letter: char| {
        if letter.is_ascii() {
            return None;
        }
        let at = ALIKE.chars().position(|alike| alike == letter)?;
        LATIN.chars().nth(at)
    };
    text.chars()
        .map(|letter| latin(letter).unwrap_or(letter))
        .collect()
}

/// A text as words are compared: folded, in lower case, with single blanks.
pub(super) fn key(text: &str) -> String {
    let text = fold(text).to_lowercase();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a text can be the mark of a footnote.
pub(super) fn is_mark(text: &str) -> bool {
    let short = (1..=2).contains(&text.chars().count());
    short
        && (text.chars().all(|letter| letter.is_ascii_lowercase())
            || text.chars().all(|letter| letter.is_ascii_digit())
            || text.chars().all(is_sign))
}

/// Whether a letter is one of the signs that mark footnotes.
pub(super) fn is_sign(letter: char) -> bool {
    matches!(letter, '*' | '†' | '‡' | '§')
}

/// Whether a word is a name by its look: `EventRegistered`, `dock_reported`, `dock.reported`.
pub(super) fn is_strong(word: &str) -> bool {
    let mut letters = word.chars();
    let begins = letters.next().is_some_and(char::is_alphabetic);
    let inside = word
        .chars()
        .all(|letter| letter.is_alphanumeric() || matches!(letter, '_' | '.' | '-' | ':'));
    let whole = word.chars().last().is_some_and(char::is_alphanumeric);
    let pairs = || word.chars().zip(word.chars().skip(1));
    let humped = pairs().any(|(one, next)| {
        (one.is_lowercase() || one.is_ascii_digit()) && next.is_uppercase()
            || one.is_uppercase() && next.is_uppercase() && word.chars().any(char::is_lowercase)
    });
    let joined =
        pairs().any(|(one, next)| matches!(one, '_' | '.' | ':') && next.is_alphanumeric());
    begins && inside && whole && (humped || joined)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_alphabets_match() {
        assert_eq!(fold("Туре"), "Type");
        assert_eq!(fold("АВЕЅІЈКМНОРСТУХ"), "ABESIJKMHOPCTYX");
        assert_eq!(key("Event\u{a0} Attribute"), "event attribute");
    }

    #[test]
    fn odd_letters_are_plain() {
        let pieces = plain("Conﬁg\u{a0}ured\u{ad}ᵃ²");
        assert_eq!(
            pieces,
            [("Config ured".to_owned(), false), ("a2".to_owned(), true)]
        );
    }

    #[test]
    fn names_have_a_look() {
        for name in [
            "EventRegistered",
            "dock_reported",
            "dock.reported",
            "ANIEvent",
        ] {
            assert!(is_strong(name), "{name}");
        }
        for word in [
            "Contents", "CONTENTS", "the", "end.", "Agent ID", "2025", "",
        ] {
            assert!(!is_strong(word), "{word}");
        }
    }
}
