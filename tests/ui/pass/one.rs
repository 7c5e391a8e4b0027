//! An event of one attribute, and one of nothing but its name.

use events_core::event;

event! {
    /// Small events.
    <Small>

    /// An event of one attribute.
    One { dock: u16 Mandatory }

    /// An event without attributes.
    None_ = "None" { Event Mandatory }
}

fn main() {
    assert_eq!(One::builder().dock(7).build().dock, 7);
    assert_eq!(Small::from(None_::builder().build()), Small::None_(None_ { other: Default::default() }));
}
