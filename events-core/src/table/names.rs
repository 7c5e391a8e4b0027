//! Names and what they stand for, found by their first and last letters.

/// Names, each with what it stands for.
#[derive(Debug)]
pub(crate) struct Names<T> {
    /// More than twice as many as names; a name stands at the place that its letters and its length give, or at the
    /// first behind it that was free.
    places: Box<[Option<(&'static str, T)>]>,
}

impl<T: Copy> Names<T> {
    /// Of two equal names the first counts.
    pub(crate) fn new(names: &[(&'static str, T)]) -> Self {
        let count = (2 * names.len() + 1).next_power_of_two();
        let mut places = vec![None; count].into_boxed_slice();
        for (name, value) in names {
            let mut at = place(name.as_bytes(), count);
            while places[at].is_some_and(|(taken, _)| taken != *name) {
                at = (at + 1) % count;
            }
            places[at].get_or_insert((*name, *value));
        }
        Self { places }
    }

    /// What the first name of this length stands for that may be it: cheaper than [`find`](Names::find) for those who
    /// compare the name in their own way.
    #[inline]
    pub(crate) fn guess(&self, name: &[u8]) -> Option<T> {
        let mut at = place(name, self.places.len());
        while let Some((found, value)) = self.places[at] {
            if found.len() == name.len() {
                return Some(value);
            }
            at = (at + 1) % self.places.len();
        }
        None
    }

    #[inline]
    pub(crate) fn find(&self, name: &[u8]) -> Option<T> {
        let mut at = place(name, self.places.len());
        while let Some((found, value)) = self.places[at] {
            if found.as_bytes() == name {
                return Some(value);
            }
            at = (at + 1) % self.places.len();
        }
        None
    }
}

/// Where a name stands among a power of two of places, unless the place is taken.
#[inline]
fn place(name: &[u8], count: usize) -> usize {
    let (first, last) = match (name.first_chunk(), name.last_chunk()) {
        (Some(first), Some(last)) => (u64::from_le_bytes(*first), u64::from_le_bytes(*last)),
        _ => match (name.first_chunk(), name.last_chunk()) {
            (Some(first), Some(last)) => (
                u32::from_le_bytes(*first).into(),
                u32::from_le_bytes(*last).into(),
            ),
            _ => (
                name.iter().fold(0, |all, byte| all << 8 | u64::from(*byte)),
                0,
            ),
        },
    };
    let mixed =
        (first ^ last.rotate_left(25) ^ name.len() as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    usize::try_from(mixed >> 40).unwrap_or(0) & (count - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_each_name_and_no_other() {
        let all: Vec<String> = (0..300)
            .map(|at| format!("{}Name{at}", "x".repeat(at % 20)))
            .collect();
        let all: Vec<(&'static str, usize)> =
            all.into_iter().map(|name| &*name.leak()).zip(0..).collect();
        let names = Names::new(&all);
        for (name, at) in &all {
            assert_eq!(names.find(name.as_bytes()), Some(*at));
            let guess = names.guess(name.as_bytes()).expect("a name of this length");
            assert_eq!(all[guess].0.len(), name.len());
            assert_eq!(names.find(&name.as_bytes()[1..]), None, "{name}");
        }
        let twice = Names::new(&[("a", 1), ("a", 2), ("", 3)]);
        assert_eq!(
            [b"a", &b""[..], b"b"].map(|name| twice.find(name)),
            [Some(1), Some(3), None]
        );
        assert_eq!(Names::<u8>::new(&[]).find(b"a"), None);
    }
}
