//! From the bytes of an input to text in UTF-8: decompressed, or refused with the way to make text of it.

use std::io::{self, BufRead, BufReader, ErrorKind, Read};

use flate2::bufread::MultiGzDecoder;

/// How much is read at once.
const BUFFER: usize = 64 * 1024;

const GZIP: &[u8] = b"\x1f\x8b";

/// How inputs begin that are no text in UTF-8, what they are, and what makes text of them.
const OTHERS: [(&[u8], &str, &str); 12] = [
    (b"\xff\xfe\0\0", UTF32, "`iconv -f utf-32 -t utf-8`"),
    (b"\0\0\xfe\xff", UTF32, "`iconv -f utf-32 -t utf-8`"),
    (b"\xff\xfe", UTF16, "`iconv -f utf-16 -t utf-8`"),
    (b"\xfe\xff", UTF16, "`iconv -f utf-16 -t utf-8`"),
    (GZIP, "compressed by gzip twice", "`gunzip`, once"),
    (b"PK\x03\x04", "a zip archive", "`unzip`"),
    (b"PK\x05\x06", "a zip archive without files", "`unzip`"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "`7z x`"),
    (b"\x28\xb5\x2f\xfd", "compressed by zstd", "`zstd -d`"),
    (b"\xfd7zXZ\0", "compressed by xz", "`xz -d`"),
    (b"BZh91AY&SY", "compressed by bzip2", "`bzip2 -d`"),
    (b"Rar!\x1a\x07", "a rar archive", "`unrar x`"),
];

const UTF16: &str = "UTF-16";
const UTF32: &str = "UTF-32";

/// The bytes of an input as they were before gzip, if it was that.
pub(crate) fn decompress(bytes: impl Read + 'static) -> io::Result<Box<dyn Read>> {
    let mut bytes = BufReader::with_capacity(BUFFER, bytes);
    // A pipe may have no more than one byte so far; if the second is another, the decoder says so.
    Ok(match bytes.fill_buf()? {
        [0x1f, 0x8b, ..] | [0x1f] => Box::new(Gzip(MultiGzDecoder::new(bytes))),
        _ => Box::new(bytes),
    })
}

/// What to say of an input that begins like this, if it is no text in UTF-8.
pub(crate) fn refuse(beginning: &[u8]) -> Option<String> {
    let mut others = OTHERS.iter();
    let other = others.find(|(begins, ..)| beginning.starts_with(begins));
    let (what, mends) = match (other, beginning) {
        (Some((_, what, mends)), _) => (*what, *mends),
        // Texts begin with letters of ASCII, one of whose bytes is zero in UTF-16.
        (None, [1..=255, 0, 1..=255, 0, ..]) => (UTF16, "`iconv -f utf-16le -t utf-8`"),
        (None, [0, 1..=255, 0, 1..=255, ..]) => (UTF16, "`iconv -f utf-16be -t utf-8`"),
        (None, _) => return None,
    };
    Some(format!(
        "the file is {what}, expected UTF-8: make text of it first, as by {mends}"
    ))
}

/// What was compressed by gzip.
struct Gzip<R>(MultiGzDecoder<R>);

impl<R: BufRead> Read for Gzip<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.read(buffer).map_err(|error| match error.kind() {
            ErrorKind::UnexpectedEof => io::Error::new(
                error.kind(),
                "the compressed file is cut off, get all of it",
            ),
            _ => error,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_not_refused() {
        for text in [
            &b""[..],
            b"{",
            b"PK\n",
            b"BZh",
            b"\xef\xbb\xbf{",
            b"\0\0\0\0",
            b"a\0bc",
            "é\0é\0".as_bytes(),
            b"message EventRegistered\n",
        ] {
            assert_eq!(refuse(text), None, "{text:?}");
        }
    }

    #[test]
    fn the_longest_mark_tells() {
        let says = |text: &[u8]| refuse(text).unwrap_or_default();
        assert!(says(b"\xff\xfe\0\0{\0\0\0").contains("UTF-32"));
        assert!(says(b"\xff\xfe{\0\"\0").contains("utf-16 -t"));
        assert!(says(b"{\0\"\0").contains("utf-16le"));
        assert!(says(b"\0{\0\"").contains("utf-16be"));
    }
}
