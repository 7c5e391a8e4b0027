//! Genesys T-Library: what its attribute names mean, what they carry, and its enumerations.

pub mod dictionary;
mod message_type;
pub mod union;
pub mod value;
pub mod vocabulary;

pub use dictionary::DICTIONARY;
