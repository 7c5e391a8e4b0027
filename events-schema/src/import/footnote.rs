//! Where footnotes begin.

use super::document::Line;
use super::letters;

/// The letter that a line of footnotes begins with, and how sure that is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Opening {
    pub(super) letter: String,
    pub(super) text: String,
    /// Whether the letter is set as the letter of a footnote, and not as the number of a list or a word.
    pub(super) sure: bool,
}

impl Opening {
    /// The footnote that begins with its superscript letter, whatever letters that has.
    pub(super) fn of_note(line: &Line) -> Option<Self> {
        let (letter, rest) = line.cells.first()?.runs.split_first()?;
        let rest: String = rest.iter().map(|run| &*run.text).collect();
        letter.superscript.then(|| Self {
            letter: letter.text.trim().to_owned(),
            text: rest.trim().to_owned(),
            sure: true,
        })
    }

    /// The footnote that a line begins; `expected` tells whether a row may bear a letter.
    pub(super) fn of(line: &Line, expected: &dyn Fn(&str) -> bool) -> Option<Self> {
        let opening = |letter: &str, text: &str, sure| {
            let text = text.trim();
            (!text.is_empty()).then(|| Self {
                letter: letter.to_owned(),
                text: text.to_owned(),
                sure,
            })
        };
        let text = line.text();
        // An item of a list may be a footnote.
        let item = text
            .strip_prefix('-')
            .filter(|text| text.starts_with([' ', '^']));
        let text = item.unwrap_or(&text).trim_start();
        if let Some(rest) = text.strip_prefix('^') {
            let end = rest.find([' ', ':', '.', ')']).unwrap_or(rest.len());
            let (letter, rest) = rest.split_at(end);
            // A superscript that has grown together with the first word.
            let letters: String = letter
                .chars()
                .take_while(char::is_ascii_lowercase)
                .collect();
            // A mark may be a word, where a row bears it.
            if letters::is_mark(letter) || !letter.is_empty() && expected(letter) {
                return opening(letter, rest.trim_start_matches([':', '.', ')']), true);
            }
            if letters::is_mark(&letters) {
                let rest = text.strip_prefix('^')?.strip_prefix(&*letters)?;
                return opening(&letters, rest, true);
            }
        }
        for (open, close) in [("[^", "]"), ("[", "]"), ("(", ")")] {
            if let Some((letter, rest)) = text
                .strip_prefix(open)
                .and_then(|rest| rest.split_once(close))
                && letters::is_mark(letter)
            {
                return opening(letter, rest.trim_start_matches(':'), true);
            }
        }
        let signs = text.trim_start_matches(letters::is_sign);
        if signs.len() < text.len() && text.len() - signs.len() < 8 {
            return opening(&text[..text.len() - signs.len()], signs, true);
        }
        let end = text.find(|letter: char| !letter.is_ascii_alphanumeric())?;
        let (letter, rest) = text.split_at(end);
        if letters::is_mark(letter) {
            if let Some(rest) = rest.strip_prefix(['.', ')', ':']) {
                let sure = letter.chars().count() == 1 && letter.chars().all(char::is_alphabetic);
                return rest
                    .starts_with(' ')
                    .then(|| opening(letter, rest, sure))
                    .flatten();
            }
            let begins = rest
                .trim_start()
                .starts_with(|letter: char| letter.is_uppercase());
            if begins && expected(letter) {
                return opening(letter, rest, true);
            }
        }
        // `aThe AgentID attribute`.
        let (first, rest) = text.split_at_checked(1)?;
        let begins = rest.starts_with(|letter: char| letter.is_uppercase());
        if letters::is_mark(first) && begins && expected(first) {
            return opening(first, rest, true);
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::super::document::Document;
    use super::*;

    #[test]
    fn letters_are_found() {
        let found = |text: &str| {
            let document = Document::text("x", text);
            let opening = Opening::of(&document.lines[0], &|letter| letter == "a");
            opening.map(|opening| (opening.letter, opening.text))
        };
        let note = |letter: &str| Some((letter.to_owned(), "Only then.".to_owned()));
        for (text, letter) in [
            ("a. Only then.", "a"),
            ("b) Only then.", "b"),
            ("[c] Only then.", "c"),
            ("(d) Only then.", "d"),
            ("^e Only then.", "e"),
            ("[^f]: Only then.", "f"),
            ("* Only then.", "*"),
            ("†Only then.", "†"),
            ("a Only then.", "a"),
            ("aOnly then.", "a"),
            ("12. Only then.", "12"),
        ] {
            assert_eq!(found(text), note(letter), "{text}");
        }
        for text in [
            "b Only then.",
            "A. Only then.",
            "all. Only then.",
            "a.",
            "e.g. then",
            "Only then.",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
