//! Sets of rows.

/// The most rows that a table may have.
pub(crate) const MAX_ROWS: usize = 256;

/// A set of rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Rows([u64; MAX_ROWS / 64]);

impl Rows {
    #[inline]
    pub(crate) fn insert(&mut self, row: usize) {
        self.add(row);
    }

    /// Inserts a row; says whether it was not there.
    #[inline]
    pub(crate) fn add(&mut self, row: usize) -> bool {
        let (word, bit) = (&mut self.0[row / 64 % 4], 1 << (row % 64));
        let new = *word & bit == 0;
        *word |= bit;
        new
    }

    pub(crate) fn remove(&mut self, row: usize) {
        self.0[row / 64 % 4] &= !(1 << (row % 64));
    }

    #[inline]
    pub(crate) fn contains(&self, row: usize) -> bool {
        self.0[row / 64 % 4] >> (row % 64) & 1 == 1
    }

    /// The rows of this set that the other lacks.
    #[inline]
    pub(crate) fn without(&self, other: &Rows) -> Rows {
        Rows(std::array::from_fn(|at| self.0[at] & !other.0[at]))
    }

    #[inline]
    pub(crate) fn is_empty(&self) -> bool {
        self.0 == [0; MAX_ROWS / 64]
    }

    pub(crate) fn iter(self) -> impl Iterator<Item = usize> {
        (0..).step_by(64).zip(self.0).flat_map(|(first, mut word)| {
            std::iter::from_fn(move || {
                let row = first + word.trailing_zeros() as usize;
                let found = (word != 0).then_some(row);
                word &= word.wrapping_sub(1);
                found
            })
        })
    }
}
