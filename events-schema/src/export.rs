//! A model in the forms that others read.

mod declaration;
#[cfg(feature = "export")]
pub mod json_schema;
mod markdown;

#[cfg(feature = "import")]
pub(crate) use declaration::{Remarks, ident_of, rust_type, write};
pub use declaration::{declaration, declaration_with, dictionary, union, vocabulary};
pub(crate) use markdown::code;
pub use markdown::{markdown, markdown_with};
