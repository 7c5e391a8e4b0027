//! Documents of any format.

use std::fmt;

use pdf_extract::OutputError;

use super::document::Document;

/// Why a document cannot be read.
#[derive(Debug)]
#[non_exhaustive]
pub enum ReadError {
    /// It is no text in UTF-8.
    NotText {
        /// The first byte that is part of no letter, counted from 1.
        byte: usize,
    },
    /// It is a PDF that is damaged, or locked by a password.
    Damaged(OutputError),
    /// It is a PDF whose structure the reader of PDF does not know.
    Unknown,
    /// It is a PDF with parts that unpack to more than is read.
    TooLarge,
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotText { byte } => write!(
                f,
                "byte {byte} is not part of a letter in UTF-8, convert the document to UTF-8 first"
            ),
            Self::Damaged(error) => write!(f, "the PDF is damaged or locked: {error}"),
            Self::Unknown => {
                f.write_str("the PDF has a structure that is not known, convert it to text first")
            }
            Self::TooLarge => f.write_str(
                "a part of the PDF unpacks to more than is read, convert it to text first",
            ),
        }
    }
}

impl std::error::Error for ReadError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Damaged(error) => Some(error),
            Self::NotText { .. } | Self::Unknown | Self::TooLarge => None,
        }
    }
}

impl Document {
    /// The document in a file of this name: Markdown, HTML, PDF, or else plain text.
    pub fn read(name: &str, bytes: &[u8]) -> Result<Self, ReadError> {
        if bytes.starts_with(b"%PDF-") {
            return Self::pdf(name, bytes);
        }
        let text = std::str::from_utf8(bytes).map_err(|error| ReadError::NotText {
            byte: error.valid_up_to() + 1,
        })?;
        let end = name
            .rsplit_once('.')
            .map_or("", |(_, end)| end)
            .to_ascii_lowercase();
        Ok(match &*end {
            "md" | "markdown" => Self::markdown(name, text),
            "html" | "htm" | "xhtml" => Self::html(name, text),
            _ => Self::text(name, text),
        })
    }
}
