//! Valid messages for the crate `arbitrary`.

use arbitrary::{Arbitrary, Error, Result, Unstructured};

use crate::{Message, Valid};

impl<'a, T: Message> Arbitrary<'a> for Valid<T> {
    fn arbitrary(data: &mut Unstructured<'a>) -> Result<Self> {
        super::random(u64::arbitrary(data)?).ok_or(Error::IncorrectFormat)
    }

    fn size_hint(depth: usize) -> (usize, Option<usize>) {
        u64::size_hint(depth)
    }
}
