//! Small files that hold much.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;

use crate::import::{Document, ReadError};

fn deflated(parts: impl Iterator<Item = Vec<u8>>) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    for part in parts {
        encoder.write_all(&part).expect("memory");
    }
    encoder.finish().expect("memory")
}

/// So many megabytes of blanks, deflated.
fn blanks(megabytes: usize) -> Vec<u8> {
    deflated((0..megabytes).map(|_| vec![b' '; 1 << 20]))
}

fn stream(dictionary: &str, content: &[u8]) -> Vec<u8> {
    let length = content.len();
    let head = format!("<< {dictionary} /Length {length} >>\nstream\n");
    [head.as_bytes(), content, b"\nendstream"].concat()
}

/// A page with these contents, in the objects from 5 on.
fn pdf(contents: &str, streams: &[Vec<u8>]) -> Vec<u8> {
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Count 1 /Kids [3 0 R] /MediaBox [0 0 595 842] >>".to_owned(),
        format!(
            "<< /Type /Page /Parent 2 0 R /Contents {contents} /Resources << /Font << /F1 4 0 R >> >> >>"
        ),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>"
            .to_owned(),
    ];
    let objects = objects.map(String::into_bytes).into_iter();
    let mut bytes = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (at, object) in objects.chain(streams.iter().cloned()).enumerate() {
        places.push(bytes.len());
        writeln!(bytes, "{} 0 obj", at + 1).unwrap();
        bytes.extend(object);
        bytes.extend(b"\nendobj\n");
    }
    let (start, size) = (bytes.len(), places.len() + 1);
    write!(bytes, "xref\n0 {size}\n0000000000 65535 f \n").unwrap();
    for place in places {
        writeln!(bytes, "{place:010} 00000 n ").unwrap();
    }
    write!(
        bytes,
        "trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    )
    .unwrap();
    bytes
}

fn is_refused(bytes: &[u8]) -> bool {
    match Document::read("x.pdf", bytes) {
        Err(ReadError::TooLarge) => true,
        Err(error) => panic!("{error}"),
        Ok(_) => false,
    }
}

const DEFLATED: &str = "/Filter /FlateDecode";

#[test]
fn a_page_that_is_small_is_read() {
    let text = b"BT /F1 9 Tf 40 780 Td (dock) Tj ET";
    let small = stream(DEFLATED, &deflated(std::iter::once(text.to_vec())));
    let document = Document::read("x.pdf", &pdf("5 0 R", &[small])).unwrap();
    assert!(document.lines.iter().any(|line| line.text() == "dock"));
}

#[test]
fn a_page_of_many_megabytes() {
    let bytes = pdf("5 0 R", &[stream(DEFLATED, &blanks(65))]);
    assert!(bytes.len() < 150_000, "{}", bytes.len());
    assert!(is_refused(&bytes));
    // Its head is damaged, which the library forgives.
    let mut damaged = blanks(65);
    damaged[0] = 0;
    assert!(is_refused(&pdf("5 0 R", &[stream(DEFLATED, &damaged)])));
    let said = Document::read("x.pdf", &bytes).unwrap_err().to_string();
    assert_eq!(
        said,
        "a part of the PDF unpacks to more than is read, convert it to text first"
    );
}

#[test]
fn a_stream_that_is_deflated_twice() {
    let twice = deflated(std::iter::once(blanks(65)));
    let bytes = pdf(
        "5 0 R",
        &[stream("/Filter [/FlateDecode /FlateDecode]", &twice)],
    );
    assert!(bytes.len() < 3000, "{}", bytes.len());
    assert!(is_refused(&bytes));
}

#[test]
fn a_page_that_has_a_stream_many_times() {
    let contents = format!("[{}]", "5 0 R ".repeat(50));
    let streams = [stream(DEFLATED, &blanks(1))];
    assert!(is_refused(&pdf(&contents, &streams)));
    assert!(!is_refused(&pdf("[5 0 R 5 0 R]", &streams)));
}

/// What lists the objects of a file is inflated before anything else is read.
#[test]
fn a_list_of_objects_of_many_megabytes() {
    let list = stream(
        "/Type /XRef /W [1 2 1] /Size 6 /Root 1 0 R /Filter /FlateDecode",
        &blanks(65),
    );
    let mut bytes = pdf("5 0 R", &[list]);
    let table = bytes.windows(5).position(|five| five == b"xref\n").unwrap();
    let object = bytes
        .windows(7)
        .position(|seven| seven == b"5 0 obj")
        .unwrap();
    bytes.truncate(table);
    write!(bytes, "startxref\n{object}\n%%EOF\n").unwrap();
    assert!(is_refused(&bytes));
}

#[test]
fn a_page_that_is_packed_in_another_way() {
    use weezl::{BitOrder, encode::Encoder};
    let packed = Encoder::with_tiff_size_switch(BitOrder::Msb, 8)
        .encode(&vec![b' '; 65 << 20])
        .expect("memory");
    let bytes = pdf("5 0 R", &[stream("/Filter /LZWDecode", &packed)]);
    assert!(bytes.len() < 150_000, "{}", bytes.len());
    assert!(is_refused(&bytes));
}

#[test]
fn a_large_image_is_no_matter() {
    let image = stream(
        "/Subtype /Image /Width 10000 /Height 10000 /Filter /FlateDecode",
        &blanks(65),
    );
    let text = stream("", b"BT /F1 9 Tf 40 780 Td (dock) Tj ET");
    assert!(!is_refused(&pdf("5 0 R", &[text, image])));
}
