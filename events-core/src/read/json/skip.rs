//! Values that are passed over, however deep they are.

use super::scan::{Scanner, Stop};

impl Scanner<'_> {
    /// Takes any value, however deep it is, and looks only at its tokens.
    pub(super) fn skip(&mut self) -> Result<(), Stop> {
        let mut open = Open::default();
        loop {
            match self.peek() {
                Some(b'"') => {
                    self.quoted()?;
                }
                Some(b'-' | b'0'..=b'9') => {
                    if self.short_number().is_none() {
                        self.number()?;
                    }
                }
                Some(b't') => self.word("true")?,
                Some(b'f') => self.word("false")?,
                Some(b'n') => self.word("null")?,
                Some(byte @ (b'{' | b'[')) => {
                    self.at += 1;
                    open.push(byte == b'{');
                    if self.another(open.closing(), true)? {
                        if byte == b'{' {
                            self.key()?;
                        }
                        continue;
                    }
                    open.pop();
                }
                _ => return Err(self.stop("expected a value")),
            }
            loop {
                if open.depth == 0 {
                    return Ok(());
                }
                if self.another(open.closing(), false)? {
                    if open.closing() == b'}' {
                        self.key()?;
                    }
                    break;
                }
                open.pop();
            }
        }
    }
}

/// The objects and arrays that are open, a bit each: the innermost 64 at hand, the others put away.
#[derive(Debug, Default)]
struct Open {
    depth: usize,
    objects: u64,
    outer: Vec<u64>,
}

impl Open {
    fn push(&mut self, object: bool) {
        if self.depth > 0 && self.depth.is_multiple_of(64) {
            self.outer.push(self.objects);
        }
        self.objects = self.objects << 1 | u64::from(object);
        self.depth += 1;
    }

    fn pop(&mut self) {
        self.depth -= 1;
        self.objects >>= 1;
        if self.depth.is_multiple_of(64)
            && let Some(outer) = self.outer.pop()
        {
            self.objects = outer;
        }
    }

    /// What closes the innermost.
    fn closing(&self) -> u8 {
        if self.objects & 1 == 1 { b'}' } else { b']' }
    }
}

#[cfg(test)]
mod tests {
    use super::super::scan::ends_text;
    use super::*;
    use crate::read::marks::Marks;

    /// Where skipping ends, or where it stops.
    fn skip(text: &str) -> Result<usize, usize> {
        let mut marks = Marks::default();
        marks.read(text.as_bytes(), 0, ends_text);
        let mut scanner = Scanner::new(text, &marks);
        match scanner.skip() {
            Ok(()) => Ok(scanner.at),
            Err(Stop) => Err(scanner.at),
        }
    }

    #[test]
    fn skips_values() {
        for text in [
            "1",
            "-0.5e+3",
            "true",
            "null",
            r#""a\"b""#,
            "[]",
            "{}",
            "[[],{},[1,2]]",
            r#" { "a" : [ 1 , { "b" : null } ] , "c" : "}" } "#,
        ] {
            assert_eq!(skip(text), Ok(text.trim_end().len()), "{text}");
        }
    }

    #[test]
    fn stops_where_json_ends() {
        for (text, at) in [
            ("", 0),
            ("tru", 3),
            ("[1,]", 3),
            ("{\"a\" 1}", 5),
            ("[1}", 2),
            ("01", 1),
            ("1.", 2),
            ("-", 1),
            ("{\"a\":1,}", 7),
            ("\"abc", 4),
            ("\"a\\", 3),
            ("nul1", 3),
            ("[01]", 2),
            ("[1 2]", 3),
        ] {
            assert_eq!(skip(text), Err(at), "{text}");
        }
    }

    #[test]
    fn depth_is_no_matter() {
        let deep = "[".repeat(100_000) + &"]".repeat(100_000);
        assert_eq!(skip(&deep), Ok(deep.len()));
        let mixed = "[{\"a\":".repeat(1000) + "1" + &"}]".repeat(1000);
        assert_eq!(skip(&mixed), Ok(mixed.len()));
        assert!(skip(&"[".repeat(100_000)).is_err());
        assert!(skip(&("[{\"a\":".repeat(1000) + "1" + &"]}".repeat(1000))).is_err());
    }
}
