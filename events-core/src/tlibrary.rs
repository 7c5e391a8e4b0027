//! Genesys T-Library: what its attribute names mean, what they carry, its enumerations and its union.

pub mod dictionary;
pub mod union;
pub mod value;
pub mod vocabulary;

pub use dictionary::DICTIONARY;
