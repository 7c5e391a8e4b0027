//! Messages without white space, as programs mostly write them, are read in fewer steps than others. Whatever is wrong
//! with one, the same is said of it as of the same message with white space, which is read token by token.

use events_core::families;
use events_core::read::json::Reader;
use events_core::schema::witness::{Plausible, Witnesses};
use events_core::{Draft, Events};

/// What members of any kind are given for a value: right for some, wrong for others, and no JSON at all.
const VALUES: [&str; 44] = [
    "null",
    "true",
    "trux",
    "0",
    "7",
    "-7",
    "01",
    "1.5",
    "1e3",
    "4294967295",
    "12345678",
    "123456789012345678",
    "1234567890123456789",
    "99999999999999999999",
    r#""""#,
    r#""x""#,
    r#""7""#,
    r#""\u0041""#,
    "\"a\tb\"",
    r#""\q""#,
    r#""006c029a6685d004""#,
    r#""006C029A6685D00F""#,
    r#""006c029a6685d00g""#,
    r#""ffffffffffffffff""#,
    r#""6c029a6685d004""#,
    r#""RoleObserver""#,
    r#""AddressTypeDN""#,
    r#""AddressInfoAddressType""#,
    r#""EventRegistered""#,
    r#""EventError""#,
    "54",
    r#""2026-03-02T08:00:01.120242Z""#,
    r#""2026-03-02T08:00:01.12024ZZ""#,
    r#""2026-13-02T08:00:01.120242Z""#,
    r#"{"sec":1,"usec":2}"#,
    r#"{"AddressType":"AddressTypeQueue"}"#,
    r#"{"AddressType":1,"x":2}"#,
    r#"{"Event":"EventError"}"#,
    r#"{"ps-1":"x","b":{"c":1},"d":[1,2],"e":"f"}"#,
    r#"{"a":"b","c":01}"#,
    r#"{"a":"b""c":1}"#,
    r#"{"a":1,}"#,
    r#"[["a",1],["a",{"b":2}]]"#,
    r#"[["a"],3]"#,
];

/// What is said of a message, without white space: what it is, what is found, and where.
fn read(text: &str, events: &Events) -> (String, Vec<(String, String)>) {
    let mut reader = Reader::new(text.as_bytes(), events);
    let message = reader.read().expect("bytes can be read").expect("a line");
    let tight = |text: String| text.replace(' ', "");
    let place = |at: &Option<std::ops::Range<usize>>| {
        let at = at.clone().unwrap_or_default();
        tight(message.text()[at].to_owned())
    };
    let report = message.report();
    let violations = report.violations().iter();
    let violations = violations.map(|found| (tight(found.what.to_string()), place(&found.at)));
    let notes = report.notes().iter();
    let notes = notes.map(|found| (tight(found.what.to_string()), place(&found.at)));
    let what = format!("{:?}", message.record().to_unknown());
    (tight(what), violations.chain(notes).collect())
}

/// The same text with white space around each bracket, comma and colon that is not inside a text.
fn spaced(text: &str) -> String {
    let (mut out, mut inside, mut escaped) = (String::new(), false, false);
    for character in text.chars() {
        let quote = character == '"' && !escaped;
        escaped = inside && character == '\\' && !escaped;
        inside ^= quote;
        if !inside && "{}[],:".contains(character) {
            out.extend([' ', character, ' ']);
        } else {
            out.push(character);
        }
    }
    out
}

/// The members of an object without white space.
fn members(text: &str) -> Vec<String> {
    let (mut all, mut depth, mut inside) = (vec![String::new()], 0, false);
    for character in text[1..text.len() - 1].chars() {
        inside ^= character == '"';
        match character {
            '{' | '[' if !inside => depth += 1,
            '}' | ']' if !inside => depth -= 1,
            ',' if !inside && depth == 0 => {
                all.push(String::new());
                continue;
            }
            _ => {}
        }
        all.last_mut().expect("never empty").push(character);
    }
    all
}

fn compare(members: &[String], events: &Events) {
    let text = format!("{{{}}}", members.join(","));
    let (what, found) = read(&text, events);
    let (other_what, other_found) = read(&spaced(&text), events);
    assert_eq!(what, other_what, "{text}");
    assert_eq!(
        found.len(),
        other_found.len(),
        "{text}: {found:?} {other_found:?}"
    );
    for ((what, at), (other_what, other_at)) in found.iter().zip(&other_found) {
        assert_eq!(what, other_what, "{text}");
        // Where a message is no JSON, white space may be what is wrong.
        assert!(
            at == other_at || other_at.is_empty(),
            "{text}: {what} at {at} or {other_at}"
        );
    }
}

/// The members in one of three orders: as they are, the first last, and all backwards.
fn ordered(members: &[String], order: usize) -> Vec<String> {
    let mut members = members.to_vec();
    match order % 3 {
        0 => {}
        1 => members.rotate_left(1),
        _ => members.reverse(),
    }
    members
}

#[test]
fn white_space_is_no_matter() {
    let events = Events::new(families::declarations());
    let mut values = Plausible::new(3);
    for declaration in families::declarations() {
        let witnesses = Witnesses::new(declaration.event, declaration.dictionary);
        let message = witnesses
            .expect("rules that can be solved")
            .random(&mut values);
        let message = message
            .expect("few steps")
            .expect("a message that conforms");
        let text = serde_json::to_string(&Draft::of(&declaration, &message)).expect("JSON");
        let valid = members(&text);
        for (at, member) in valid.iter().enumerate() {
            let mut changed = valid.clone();
            changed.remove(at);
            changed.push(member.replacen('"', "\"x", 1));
            for order in 0..3 {
                compare(&ordered(&valid, order), &events);
                compare(&ordered(&changed, order), &events);
                compare(&ordered(&changed[..valid.len() - 1], order), &events);
            }
            let name = member.split_once(':').expect("a colon").0;
            for (order, value) in VALUES.iter().enumerate() {
                let mut changed = valid.clone();
                changed[at] = format!("{name}:{value}");
                compare(&ordered(&changed, order + at), &events);
                // And once more behind the other members, the first of the two as it was.
                let other = std::mem::replace(&mut changed[at], member.clone());
                changed.push(other);
                compare(&changed, &events);
            }
        }
    }
}
