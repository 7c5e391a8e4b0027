//! No input is a panic, and none grows without bound: the targets of `fuzz/`, on stable.

#![allow(missing_docs, reason = "a test binary has no readers of its docs")]

#[path = "robust/bounds.rs"]
mod bounds;
#[path = "robust/corpus.rs"]
mod corpus;
#[path = "robust/damage.rs"]
mod damage;
#[path = "robust/random.rs"]
mod random;
#[path = "robust/targets.rs"]
mod targets;
