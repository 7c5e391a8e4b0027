//! Attributes may have any name: keywords, names of the generated code, letters of other scripts.

use events_core::{Facts, Message, Text, event};

event! {
    /// Events with unusual names.
    #[tag(type)]
    <Names>

    /// An event whose attributes are called like keywords and generated items.
    Unusual {
        type        Mandatory,
        self: u8    Mandatory,
        time: u8    Mandatory,
        r#fn: u8    Mandatory,
        crate: u8   Optional,
        other: u8   Mandatory,
        build: u8   Optional,
        builder: u8 Optional,
        name: u8 = 1    Mandatory,
        number: u8 = 2  Mandatory,
        in[a]: u8   Optional,
        is[a]: u8   Optional,
        context[a]: u8 Optional,
        A[a]: u8    Optional,
        __F: u8     Optional,
        Größe: Text Optional,
        "3rd party": u8 Optional,
        "a|b": u8   Optional,
        Info."Dock state"[b]: u8 Optional,
        gen: u8     Optional,
    }
    footnotes {
        /// Contextual words are attributes where a rule is expected.
        [a] if in && is == 1 { context in [1, 2]; r#fn != 0; "3rd party" } else { A == is }

        /// A member of a union may have any name, too.
        [b] if "Info.Dock state" { is }
    }
}

fn main() {
    let event = Unusual::builder().self_(1).time(2).r#fn(3).other_(4).build_(5).builder(6).r#in(7).build();
    assert_eq!((event.self_, event.r#fn, event.other_), (1, 3, 4));
    assert_eq!((event.build_, event._3rd_party), (Some(5), None));
    assert_eq!((event.größe.as_ref(), event.a_b), (None, None));
    assert_eq!((Unusual::NAME, Unusual::NAME_, Unusual::NUMBER_), ("Unusual", 1, 2));
    assert!(event.other.is_empty());
    let row = Names::FAMILY.event("Unusual").and_then(|event| event.attribute("Info.Dock state"));
    assert_eq!(row.and_then(|row| row.union.as_deref()), Some("Info"));
    let text = r#"{"type":"Unusual","self":1,"time":2,"fn":3,"other":4,"name":1,"number":2,"Info":{"Dock state":7},"is":1}"#;
    let read = events_core::read::json::from_str::<Unusual>(text).unwrap();
    assert_eq!(read.info_dock_state, Some(7));
    assert_eq!(Names::FAMILY.tag, "type");
    assert!(matches!(event.fact(0), Some(events_core::Datum::Text("Unusual"))));
    assert_eq!(Names::from(event).name(), "Unusual");
}
