//! A sentence that is put together in a constant.

/// What is wrong, and the way out, with names that only the compiler of the user's crate knows.
#[derive(Debug, Clone, Copy)]
pub struct Complaint {
    bytes: [u8; Self::LONGEST],
    length: usize,
}

impl Complaint {
    const LONGEST: usize = 1024;

    /// The parts behind one another. A part that has no room is left out.
    #[must_use]
    pub const fn new(parts: &[&str]) -> Self {
        let mut bytes = [0; Self::LONGEST];
        let mut length = 0;
        // A constant function has no iterators.
        let mut at = 0;
        while at < parts.len() {
            let part = parts[at].as_bytes();
            if length + part.len() <= Self::LONGEST {
                let (_, room) = bytes.split_at_mut(length);
                let (room, _) = room.split_at_mut(part.len());
                room.copy_from_slice(part);
                length += part.len();
            }
            at += 1;
        }
        Self { bytes, length }
    }

    /// The sentence.
    #[must_use]
    pub const fn text(&self) -> &str {
        let (said, _) = self.bytes.split_at(self.length);
        match std::str::from_utf8(said) {
            Ok(text) => text,
            Err(_) => "",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_that_have_room_are_there() {
        const SAID: Complaint = Complaint::new(&["`Ä`", "", " lacks"]);
        assert_eq!(SAID.text(), "`Ä` lacks");
        let long = "x".repeat(Complaint::LONGEST);
        assert_eq!(Complaint::new(&["a", &long, "b"]).text(), "ab");
    }
}
