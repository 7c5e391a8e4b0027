//! Genesys T-Library: what its attribute names mean, what they carry, its enumerations and its union.

pub mod dictionary;
mod types;
pub mod union;
pub mod value;
pub mod vocabulary;

pub use dictionary::DICTIONARY;
pub use types::types;
