//! A model in the forms that others read.

mod declaration;
mod html;
#[cfg(feature = "export")]
pub mod json_schema;
mod markdown;

pub use declaration::{
    Module, declaration, declaration_with, dictionary, modules, rust_member, rust_name, union,
    vocabulary,
};
#[cfg(feature = "import")]
pub(crate) use declaration::{Remarks, import_of, rust_type, write};
pub use html::html;
pub use markdown::{key_set_table, markdown, markdown_with, reference, vocabulary_table};
