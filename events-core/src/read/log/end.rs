//! The end of a log, which may cut its last message off.

use crate::finding::{Finding, What};
use crate::record::{Slots, span};

/// Notes that the log may end within a message: within its last line, or before attributes that are missing.
#[cold]
pub(super) fn report(text: &str, followed: bool, slots: &mut Slots) {
    let within_line = !text.ends_with('\n');
    let lacks = || slots.findings.iter().any(|finding| finding.what.is_lack());
    if within_line || !followed && lacks() {
        let end = text.trim_end().len();
        let start = text[..end].rfind('\n').map_or(0, |end| end + 1);
        let start = end - text[start..end].trim_start().len();
        slots.find(Finding {
            what: What::CutOff { within_line },
            at: span(start, end),
        });
    }
}
