//! Sentences and their words.

/// A word, or a sign between words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) text: String,
    pub(super) lower: String,
    /// Whether it is in quotes, or marked as code.
    pub(super) quoted: bool,
}

const QUOTES: [char; 3] = ['`', '"', '\''];

/// The sentences of a text; items of a list are sentences of their own.
pub(super) fn split_sentences(text: &str) -> Vec<String> {
    let mut sentences = Vec::new();
    for part in text.split('\n') {
        let part = part.trim().trim_start_matches("- ").trim();
        let mut start = 0;
        let ends = part
            .match_indices(['.', ';', '!', '?'])
            .filter(|(at, sign)| {
                let behind = &part[at + sign.len()..];
                let next = behind.trim_start();
                let short = ["e.g", "i.e", "etc", "cf", "vs"]
                    .iter()
                    .any(|short| part[..*at].ends_with(short));
                let begins = next.is_empty()
                    || *sign == ";" && !next.to_lowercase().starts_with("otherwise")
                    || next.starts_with(|letter: char| !letter.is_lowercase());
                (behind.is_empty() || behind.starts_with(' ')) && begins && !short
            });
        for (at, sign) in ends {
            sentences.push(part[start..at + sign.len()].trim().to_owned());
            start = at + sign.len();
        }
        sentences.push(part[start..].trim().to_owned());
    }
    sentences.retain(|sentence| sentence.chars().any(char::is_alphanumeric));
    sentences
}

/// The words of a sentence, without its full stop and the quotes.
pub(super) fn split_words(sentence: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let sentence = sentence.trim().trim_end_matches(['.', ';', ':', '!', '?']);
    for text in sentence.split_whitespace() {
        let quoted = text.trim_start_matches('(').starts_with(QUOTES);
        let mut text = text.trim_start_matches(QUOTES);
        while let Some(inner) = text.strip_prefix('(') {
            push(&mut words, "(", false);
            text = inner.trim_start_matches(QUOTES);
        }
        let bare = text.trim_end_matches([',', ':', ';', ')', '`', '"', '\'']);
        let signs = &text[bare.len()..];
        if let Some((left, right)) = bare
            .split_once('=')
            .filter(|(left, right)| !left.is_empty() && !right.is_empty())
        {
            let right = right.trim_start_matches('=');
            push(&mut words, left, false);
            push(&mut words, "=", false);
            push(
                &mut words,
                right.trim_start_matches(QUOTES),
                right.starts_with(QUOTES),
            );
        } else {
            push(&mut words, bare, quoted);
        }
        for sign in signs
            .chars()
            .filter(|sign| !matches!(sign, '`' | '"' | '\''))
        {
            push(&mut words, &sign.to_string(), false);
        }
    }
    words
}

fn push(words: &mut Vec<Word>, text: &str, quoted: bool) {
    if !text.is_empty() {
        words.push(Word {
            quoted,
            text: text.to_owned(),
            lower: text.to_lowercase(),
        });
    }
}

/// Takes a phrase from the beginning of some words.
pub(super) fn eat<'a>(words: &'a [Word], phrase: &str) -> Option<&'a [Word]> {
    let mut rest = words;
    for wanted in phrase.split(' ') {
        let (first, behind) = rest.split_first()?;
        if first.lower != wanted {
            return None;
        }
        rest = behind;
    }
    Some(rest)
}

/// Takes the first of some phrases that is there.
pub(super) fn eat_any<'a>(words: &'a [Word], phrases: &[&str]) -> Option<&'a [Word]> {
    phrases.iter().find_map(|phrase| eat(words, phrase))
}

/// Takes a phrase if it is there.
pub(super) fn skip<'a>(words: &'a [Word], phrases: &[&str]) -> &'a [Word] {
    eat_any(words, phrases).unwrap_or(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_they_end() {
        let text =
            "See InfoStatus.AddressType, e.g. Queue. It is absent; then not:\n- For A, see B=C.";
        assert_eq!(
            split_sentences(text),
            [
                "See InfoStatus.AddressType, e.g. Queue.",
                "It is absent;",
                "then not:",
                "For A, see B=C.",
            ]
        );
        let words: Vec<_> = split_words("For `A`, see (B=C).")
            .into_iter()
            .map(|word| word.text)
            .collect();
        assert_eq!(words, ["For", "A", ",", "see", "(", "B", "=", "C", ")"]);
    }
}
