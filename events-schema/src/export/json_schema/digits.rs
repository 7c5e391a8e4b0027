//! Whole numbers as texts: patterns for the decimal texts of a range.

use serde_json::{Value, json};

/// The most digits that a reader takes for a number.
const LONGEST: usize = 20;

/// The texts that are decimal numbers between two bounds, both included, with a minus sign and zeros before them.
pub(super) fn decimal(min: i128, max: i128) -> Value {
    let (min, max) = (
        min.max(-i128::from(u64::MAX)),
        max.min(i128::from(u64::MAX)),
    );
    let mut ways = Vec::new();
    if max >= 0 && min <= max {
        let least = min.max(0).unsigned_abs();
        ways.push(format!("0*{}", between(least, max.unsigned_abs())));
    }
    if min <= 0 && min <= max {
        let least = max.min(0).unsigned_abs();
        ways.push(format!("-0*{}", between(least, min.unsigned_abs())));
    }
    if ways.is_empty() {
        return json!(false);
    }
    let pattern = format!("^{}$", one_of(&ways));
    // Zeros count as digits, of which there is a limit.
    let length = format!("^-?[0-9]{{1,{LONGEST}}}$");
    json!({"type": "string", "pattern": pattern, "allOf": [{"pattern": length}]})
}

/// A pattern for the numbers between two bounds that are written without zeros before them.
fn between(min: u128, max: u128) -> String {
    let (shortest, longest) = (min.to_string(), max.to_string());
    if shortest.len() == longest.len() {
        return same_length(shortest.as_bytes(), longest.as_bytes());
    }
    let mut ways = vec![same_length(shortest.as_bytes(), &nines(shortest.len()))];
    // Numbers of the lengths between the two may have any digits.
    if longest.len() > shortest.len() + 1 {
        let (from, to) = (shortest.len(), longest.len() - 2);
        ways.push(format!("[1-9]{}", digits(from, to)));
    }
    let mut least = b"1".to_vec();
    least.resize(longest.len(), b'0');
    ways.push(same_length(&least, longest.as_bytes()));
    one_of(&ways)
}

/// A pattern for the numbers between two of the same count of digits.
fn same_length(min: &[u8], max: &[u8]) -> String {
    let ([low, min @ ..], [high, max @ ..]) = (min, max) else {
        return String::new();
    };
    if low == high {
        return format!("{}{}", char::from(*low), same_length(min, max));
    }
    let rest = min.len();
    let (mut from, mut to) = (*low, *high);
    let mut ways = Vec::new();
    if min.iter().any(|digit| *digit != b'0') {
        let tail = same_length(min, &nines(rest));
        ways.push(format!("{}{tail}", char::from(from)));
        from += 1;
    }
    let mut last = None;
    if max.iter().any(|digit| *digit != b'9') {
        let tail = same_length(&vec![b'0'; rest], max);
        last = Some(format!("{}{tail}", char::from(to)));
        to -= 1;
    }
    if from <= to {
        ways.push(format!("{}{}", class(from, to), digits(rest, rest)));
    }
    ways.extend(last);
    one_of(&ways)
}

fn nines(count: usize) -> Vec<u8> {
    vec![b'9'; count]
}

fn class(from: u8, to: u8) -> String {
    match (char::from(from), char::from(to)) {
        (from, to) if from == to => from.to_string(),
        (from, to) => format!("[{from}-{to}]"),
    }
}

/// Any digits, at least and at most so many.
fn digits(least: usize, most: usize) -> String {
    match (least, most) {
        (_, 0) => String::new(),
        (1, 1) => "[0-9]".to_owned(),
        (least, most) if least == most => format!("[0-9]{{{least}}}"),
        (least, most) => format!("[0-9]{{{least},{most}}}"),
    }
}

/// A pattern for any of these.
pub(super) fn one_of(ways: &[String]) -> String {
    match ways {
        [way] => way.clone(),
        ways => format!("(?:{})", ways.join("|")),
    }
}

/// A pattern for a text as it is.
pub(super) fn literally(text: &str) -> String {
    let mut pattern = String::with_capacity(text.len());
    for letter in text.chars() {
        if "\\^$.*+?()[]{}|/".contains(letter) {
            pattern.push('\\');
        }
        pattern.push(letter);
    }
    pattern
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether a text is a number of a range.
    fn taker(min: i128, max: i128) -> impl Fn(&str) -> bool {
        let validator = jsonschema::draft202012::new(&decimal(min, max)).unwrap();
        move |text| validator.is_valid(&json!(text))
    }

    #[test]
    fn a_range_takes_its_numbers_and_no_others() {
        for (min, max) in [
            (0, 0),
            (0, 9),
            (7, 7),
            (8, 120),
            (99, 101),
            (-3, 3),
            (-1250, -17),
            (0, 255),
            (-128, 127),
        ] {
            let takes = taker(min, max);
            for number in -1300..300 {
                for text in [
                    format!("{number}"),
                    format!("{number:06}"),
                    format!("-{number}"),
                ] {
                    let value = text.parse::<i128>().ok();
                    let expected = value.is_some_and(|value| (min..=max).contains(&value));
                    assert_eq!(takes(&text), expected, "{text} in {min}..={max}");
                }
            }
        }
    }

    #[test]
    fn a_range_ends_at_its_bounds() {
        for (min, max) in [
            (0, 4_294_967_295),
            (i64::MIN.into(), i64::MAX.into()),
            (i64::MIN.into(), u64::MAX.into()),
            (10, 10_000_000_000),
        ] {
            let takes = taker(min, max);
            for (number, inside) in [(min, true), (max, true), (min - 1, false), (max + 1, false)] {
                assert_eq!(takes(&number.to_string()), inside, "{number}");
            }
        }
    }

    #[test]
    fn other_texts_are_no_numbers() {
        let takes = taker(i128::MIN, i128::MAX);
        for text in ["", "-", "+1", " 1", "1 ", "1.0", "1e3", "٣", "--1"] {
            assert!(!takes(text), "{text}");
        }
        assert!(takes("-0"));
        assert!(takes("18446744073709551615"));
        assert!(!takes("18446744073709551616"));
        assert!(takes("00000000000000000001"));
        assert!(!takes("000000000000000000001"));
        assert_eq!(decimal(3, 2), json!(false));
    }
}
