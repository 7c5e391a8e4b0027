//! Where texts and lines end: the bytes that may end one, found for 64 bytes at a time before anything is read.
//!
//! Where the next one ends is then one look at a number, without a loop whose end cannot be predicted.

/// How many bytes are looked at in one go: a bit each.
const BLOCK: usize = 64;

/// The bytes of a text that are marked. All behind its end is marked too.
#[derive(Debug, Default)]
pub(crate) struct Marks(Vec<u64>);

impl Marks {
    /// Marks bytes, of which so many are known from before.
    #[inline]
    pub(crate) fn read(&mut self, bytes: &[u8], known: usize, is: impl Fn(u8) -> bool + Copy) {
        let known = known / BLOCK;
        self.0.truncate(known);
        let (blocks, rest) = bytes.as_chunks();
        let mut last = [0; BLOCK];
        last[..rest.len()].copy_from_slice(rest);
        let blocks = blocks.iter().skip(known);
        self.0.extend(blocks.map(|block| marks(block, is)));
        let behind = u64::MAX << rest.len();
        self.0.extend([marks(&last, is) | behind, u64::MAX]);
    }

    /// The marks as they are looked at.
    #[inline]
    pub(crate) fn view(&self) -> View<'_> {
        View(&self.0)
    }

    /// The place of the first mark at or behind `from`; none is further than the end of the message.
    #[inline]
    pub(crate) fn next(&self, from: usize) -> usize {
        self.view().next(from)
    }
}

/// [`Marks`] at hand.
#[derive(Debug, Clone, Copy)]
pub(crate) struct View<'a>(&'a [u64]);

impl View<'_> {
    /// The place of the first mark at or behind `from`; none is further than the end of the message.
    #[inline]
    pub(crate) fn next(self, from: usize) -> usize {
        let ahead = self.ahead(from);
        if ahead == 0 {
            return self.next_far(from);
        }
        from + ahead.trailing_zeros() as usize
    }

    #[inline(never)]
    fn next_far(self, mut from: usize) -> usize {
        loop {
            from += BLOCK;
            let ahead = self.ahead(from);
            if ahead != 0 {
                return from + ahead.trailing_zeros() as usize;
            }
        }
    }

    /// The marks of the next 64 bytes: a bit each, the first the lowest.
    #[inline]
    pub(crate) fn ahead(self, from: usize) -> u64 {
        let (at, within) = (from / BLOCK, from % BLOCK);
        let Some(behind) = self.0.get(at + 1) else {
            return u64::MAX;
        };
        self.0[at] >> within | behind << 1 << (BLOCK - 1 - within)
    }
}

#[inline]
fn marks(block: &[u8; BLOCK], is: impl Fn(u8) -> bool) -> u64 {
    // Compilers make vector instructions of the comparisons.
    gather(&block.map(|byte| if is(byte) { u8::MAX } else { 0 }))
}

/// A bit of each byte; all bits of a byte are equal.
#[cfg(target_feature = "sse2")]
#[inline]
fn gather(bytes: &[u8; BLOCK]) -> u64 {
    let (vectors, _) = bytes.as_chunks::<16>();
    vectors.iter().rev().fold(0, |bits, vector| {
        let gathered = safe_arch::move_mask_i8_m128i((*vector).into());
        bits << 16 | u64::from(gathered.cast_unsigned())
    })
}

#[cfg(not(target_feature = "sse2"))]
use gather_by_products as gather;

/// The same on any machine: a product gathers a bit of each of eight bytes.
#[cfg(any(test, not(target_feature = "sse2")))]
#[inline]
fn gather_by_products(bytes: &[u8; BLOCK]) -> u64 {
    let (words, _) = bytes.as_chunks();
    words.iter().rev().fold(0, |bits, word| {
        let ones = u64::from_le_bytes(*word) & 0x0101_0101_0101_0101;
        bits << 8 | ones.wrapping_mul(0x0102_0408_1020_4080) >> 56
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_gather_the_same() {
        let mut bits = 0x8000_0000_0000_0001_u64;
        for _ in 0..500 {
            let bytes = std::array::from_fn(|at| if bits >> at & 1 == 1 { u8::MAX } else { 0 });
            assert_eq!((gather(&bytes), gather_by_products(&bytes)), (bits, bits));
            bits = bits.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        }
    }

    #[test]
    fn finds_what_a_plain_search_finds() {
        let mut state = 7_u32;
        let mut bytes = Vec::new();
        for _ in 0..700 {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let byte = b"\"\\\n\0\x1f !#[]a\x7f\x80\xff\xdc"[(state >> 24) as usize % 15];
            // Some stretches without a mark are longer than a block.
            let long = bytes.len() / 100 % 3 == 1;
            bytes.push(if long { byte | b' ' | 0x80 } else { byte });
        }
        let is_mark = |byte| matches!(byte, b'"' | b'\\' | 0x1f);
        let mut marks = Marks::default();
        for length in [0, 1, 63, 64, 65, 127, 128, 300, bytes.len()] {
            let bytes = &bytes[..length];
            marks.read(&bytes[..length / 2], 0, is_mark);
            marks.read(bytes, length / 2, is_mark);
            for from in 0..=length {
                let found = bytes[from..].iter().position(|byte| is_mark(*byte));
                let plain = found.map_or(length, |at| from + at);
                assert_eq!(marks.next(from), plain, "{length} {from}");
            }
        }
    }
}
