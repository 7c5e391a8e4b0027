//! How large the streams of a PDF become. The library inflates each of them whole, so that they are counted before it does,
//! by the same decoders and without being kept.

use std::collections::HashMap;
use std::io::{self, Read, Write};

use flate2::read::{DeflateDecoder, ZlibDecoder};
use pdf_extract::{Dictionary, Document, Object, ObjectId, Stream};
use weezl::{BitOrder, decode::Decoder};

/// How many bytes a stream may hold, and the streams of a page together.
const MOST_OF_STREAM: u64 = 64 << 20;
const MOST_OF_PAGE: u64 = 32 << 20;
/// How many bytes an image may hold. The library does not inflate images, but any stream may call itself one.
const MOST_OF_IMAGE: u64 = 512 << 20;
/// How many bytes all streams of a file may hold.
const MOST: u64 = 2 << 30;

/// How often a stream may be deflated.
const DEEPEST: usize = 4;

/// How many pages are looked at, which is more than are read.
const PAGES: usize = 10_001;

/// How far before its bytes a stream may say that it is an image.
const BEFORE: usize = 2048;

/// Whether a file has deflated streams that are too large. Those that list objects are inflated while the file is loaded,
/// before anything is known of it, so that each stream is looked at as it stands in the file.
pub(super) fn is_too_large_to_load(bytes: &[u8]) -> bool {
    let mut all = 0;
    let mut at = 0;
    while let Some(found) = bytes[at..].windows(6).position(|six| six == b"stream") {
        let word = at + found;
        at = word + 6;
        let before = &bytes[word.saturating_sub(BEFORE)..word];
        if before.ends_with(b"end") {
            continue;
        }
        let rest = &bytes[at..];
        let rest = rest.strip_prefix(b"\r").unwrap_or(rest);
        let rest = rest.strip_prefix(b"\n").unwrap_or(rest);
        let Some(length) = length_of_deflated(rest, DEEPEST) else {
            return true;
        };
        let has = |name: &[u8]| before.windows(name.len()).any(|part| part == name);
        let may_be_large = || has(b"/Image") && !has(b"/ObjStm") && !has(b"/XRef");
        if length > MOST_OF_STREAM && !may_be_large() {
            return true;
        }
        all += length;
        if all > MOST {
            return true;
        }
    }
    false
}

/// Whether a document that was loaded has streams that are too large, by the filters that they name, or a page that has too
/// many of them.
pub(super) fn is_too_large(document: &Document) -> bool {
    let mut lengths: HashMap<ObjectId, u64> = HashMap::new();
    let mut all = 0;
    for (id, object) in &document.objects {
        let Ok(stream) = object.as_stream() else {
            continue;
        };
        if is_image(&stream.dict) {
            continue;
        }
        let Some(length) = length_of(stream) else {
            return true;
        };
        all += length;
        if all > MOST {
            return true;
        }
        lengths.insert(*id, length);
    }
    document.page_iter().take(PAGES).any(|page| {
        let contents = document.get_page_contents(page);
        let lengths = contents.iter().filter_map(|id| lengths.get(id));
        lengths.sum::<u64>() > MOST_OF_PAGE
    })
}

fn is_image(dictionary: &Dictionary) -> bool {
    let kind = dictionary.get(b"Subtype").and_then(Object::as_name);
    kind.is_ok_and(|kind| kind == b"Image")
}

/// How many bytes a stream holds; `None` when they are too many.
fn length_of(stream: &Stream) -> Option<u64> {
    let filters = stream.filters().unwrap_or_default();
    let mut content = Vec::new();
    for (at, filter) in filters.iter().enumerate() {
        let input = if at == 0 { &stream.content } else { &content };
        let mut kept = Kept::default();
        match *filter {
            b"FlateDecode" => inflate(input, &mut kept),
            b"LZWDecode" => unpack(input, &stream.dict, &mut kept),
            b"ASCII85Decode" => {
                let mut alone = Stream::new(Dictionary::new(), input.clone());
                alone.dict.set("Filter", "ASCII85Decode");
                let _ = kept.write_all(&alone.decompressed_content().unwrap_or_default());
            }
            // The library gives up on others.
            _ => return Some(0),
        }
        if kept.is_full {
            return None;
        }
        content = kept.bytes;
    }
    let length = if filters.is_empty() {
        stream.content.len()
    } else {
        content.len()
    };
    Some(length as u64).filter(|length| *length <= MOST_OF_STREAM)
}

/// How many bytes are deflated here, and in what they inflate to; `None` when they are too many for an image, or are
/// deflated again and too many for anything else.
fn length_of_deflated(bytes: &[u8], depth: usize) -> Option<u64> {
    let mut counted = Counted::default();
    inflate(bytes, &mut counted);
    if counted.count > MOST_OF_IMAGE {
        return None;
    }
    if depth == 0 || !counted.first.is_some_and(is_deflated) {
        return Some(counted.count);
    }
    let mut kept = Kept::default();
    inflate(bytes, &mut kept);
    if kept.is_full {
        return None;
    }
    Some(counted.count + length_of_deflated(&kept.bytes, depth - 1)?)
}

/// Whether two bytes begin what is deflated.
fn is_deflated(first: [u8; 2]) -> bool {
    first[0] & 0x0f == 8 && u16::from_be_bytes(first).is_multiple_of(31)
}

/// Inflates bytes as the library does: what gives nothing is tried without its head.
fn inflate(bytes: &[u8], into: &mut impl Write) {
    if copy(ZlibDecoder::new(bytes), into) == 0 && bytes.len() > 2 {
        copy(DeflateDecoder::new(&bytes[2..]), into);
    }
}

/// Copies what can be read and taken; gives how much that was.
fn copy(mut from: impl Read, into: &mut impl Write) -> usize {
    let mut part = [0; 8192];
    let mut count = 0;
    while let Ok(length @ 1..) = from.read(&mut part) {
        count += length;
        if into.write_all(&part[..length]).is_err() {
            break;
        }
    }
    count
}

fn unpack(bytes: &[u8], dictionary: &Dictionary, into: &mut impl Write) {
    let parameters = dictionary.get(b"DecodeParms").and_then(Object::as_dict);
    let early = parameters.and_then(|parameters| parameters.get(b"EarlyChange"));
    let is_late = early.and_then(Object::as_i64).is_ok_and(|early| early == 0);
    let mut decoder = if is_late {
        Decoder::new(BitOrder::Msb, 8)
    } else {
        Decoder::with_tiff_size_switch(BitOrder::Msb, 8)
    };
    // An error of the sink is one that the sink remembers.
    let _ = decoder.into_stream(into).decode_all(bytes);
}

/// Takes what a stream may hold, and keeps it.
#[derive(Default)]
struct Kept {
    bytes: Vec<u8>,
    is_full: bool,
}

impl Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if (self.bytes.len() + bytes.len()) as u64 > MOST_OF_STREAM {
            self.is_full = true;
            return Err(io::Error::other("too large"));
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Takes what an image may hold, and counts it.
#[derive(Default)]
struct Counted {
    count: u64,
    first: Option<[u8; 2]>,
}

impl Write for Counted {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.count == 0 {
            self.first = bytes.first_chunk().copied();
        }
        self.count += bytes.len() as u64;
        if self.count > MOST_OF_IMAGE {
            return Err(io::Error::other("too large"));
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests;
