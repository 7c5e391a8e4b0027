//! Documents become drafts of declarations.

#![allow(missing_docs, reason = "a test binary has no readers of its docs")]

#[path = "import/back.rs"]
mod back;
#[path = "import/cut.rs"]
mod cut;
#[path = "import/declarations.rs"]
mod declarations;
#[path = "import/differences.rs"]
mod differences;
#[path = "import/drafts.rs"]
mod drafts;
#[path = "import/fixtures.rs"]
mod fixtures;
#[path = "import/generated.rs"]
mod generated;
#[path = "import/hostile.rs"]
mod hostile;
#[path = "import/measured.rs"]
mod measured;
#[path = "import/misuse.rs"]
mod misuse;
#[path = "import/refused.rs"]
mod refused;
#[path = "import/seed.rs"]
mod seed;
