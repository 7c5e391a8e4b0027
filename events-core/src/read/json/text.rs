//! Texts of JSON that do not say what stands there.

/// Adds what the inside of a JSON text says; gives what is damaged in it, if anything is.
#[inline(never)]
pub(super) fn decode(raw: &str, into: &mut String) -> Option<&'static str> {
    let mut damage = None;
    let mut rest = raw;
    while let Some(at) = rest.bytes().position(|byte| byte == b'\\' || byte < b' ') {
        let (plain, behind) = rest.split_at(at);
        into.push_str(plain);
        let mut chars = behind.chars();
        match chars.next() {
            Some('\\') => {
                rest = chars.as_str();
                if let Err(reason) = escape(&mut rest, into) {
                    damage = Some(reason);
                }
            }
            Some(control) => {
                damage = Some("a control character that is not escaped");
                into.push(control);
                rest = chars.as_str();
            }
            None => break,
        }
    }
    into.push_str(rest);
    damage
}

/// Takes what stands behind a backslash.
fn escape(rest: &mut &str, into: &mut String) -> Result<(), &'static str> {
    let mut chars = rest.chars();
    let Some(escaped) = chars.next() else {
        into.push('\\');
        return Err("an escape that is cut off");
    };
    *rest = chars.as_str();
    into.push(match escaped {
        '"' | '\\' | '/' => escaped,
        'b' => '\u{8}',
        'f' => '\u{c}',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'u' => {
            let Some(unit) = unit(rest) else {
                into.push_str("\\u");
                return Err("an escape `\\u` without four hexadecimal digits");
            };
            let character = match unit {
                0xd800..0xdc00 => pair(unit, rest),
                _ => char::from_u32(unit),
            };
            let Some(character) = character else {
                into.push(char::REPLACEMENT_CHARACTER);
                return Err("half a surrogate pair");
            };
            character
        }
        _ => {
            into.push('\\');
            into.push(escaped);
            return Err("an escape that JSON does not have");
        }
    });
    Ok(())
}

/// Takes four hexadecimal digits.
fn unit(rest: &mut &str) -> Option<u32> {
    let digits = rest.get(..4)?;
    if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    *rest = rest.get(4..)?;
    u32::from_str_radix(digits, 16).ok()
}

/// Takes the second half of a surrogate pair, where it follows.
fn pair(high: u32, rest: &mut &str) -> Option<char> {
    let mut behind = rest.strip_prefix("\\u")?;
    let low = unit(&mut behind)?;
    if !(0xdc00..0xe000).contains(&low) {
        return None;
    }
    *rest = behind;
    char::from_u32(0x1_0000 + ((high - 0xd800) << 10) + (low - 0xdc00))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_decoded() {
        for (raw, said) in [
            ("", ""),
            (r"a\n\t\r\b\f\/\\\u0041", "a\n\t\r\u{8}\u{c}/\\A"),
            (r#"\"\u00e9\ud83d\ude00é"#, "\"é😀é"),
        ] {
            let mut into = String::from("x");
            assert_eq!(decode(raw, &mut into), None, "{raw}");
            assert_eq!(into[1..], *said);
        }
    }

    #[test]
    fn damage_is_told_and_the_rest_is_kept() {
        for (raw, said) in [
            (r"\ud83d", "\u{fffd}"),
            (r"\ud83dx", "\u{fffd}x"),
            (r"\ud83d\u0041", "\u{fffd}A"),
            (r"\ude00", "\u{fffd}"),
            (r"\u12", r"\u12"),
            (r"\uzzzzé", r"\uzzzzé"),
            (r"\u+123", r"\u+123"),
            (r"\q\é", r"\q\é"),
            ("a\tb\0", "a\tb\0"),
            ("\\", "\\"),
        ] {
            let mut into = String::new();
            assert!(decode(raw, &mut into).is_some(), "{raw}");
            assert_eq!(into, said);
        }
    }
}
