use super::*;
use crate::sample::{self, REGISTRATION};
use crate::{
    Clause, Definition, Dictionary, List, Member, Presence, Rule, Source, Status, Vocabulary,
};

#[test]
fn shows_the_table_of_the_document() {
    assert_eq!(
        markdown(&REGISTRATION, &sample::REGISTERED),
        "\
| Attribute | Presence |
| --- | --- |
| `AgentID`<sup>a</sup> | Optional |
| `Event` | Mandatory |
| `Extensions` | Mandatory<sup>b</sup> |
| `InfoStatus.AddressType` | Optional |
| `InfoType` = `AddressInfoAddressType` | Mandatory |
| `ThisDN` | Mandatory |

Footnotes:

- <sup>a</sup> *checked*: An agent is reported only for an object of type Position or DN.
  - `Registration/EventRegistered[a]`: if `AgentID` is present, `InfoStatus.AddressType` is `AddressTypePosition` or `AddressTypeDN`
- <sup>b</sup> *partly*: Extensions hold what EventAddressInfo reports.
  - `Registration/EventRegistered[b]`: if `InfoStatus.AddressType` is `AddressTypePosition` or `AddressTypeDN`, `Extensions` follows `AddressInfoDNStatus`
  - `Extensions` may be absent although Mandatory

Source: Genesys Events and Models Reference, Registration Events, edition 4/2/2025
"
    );
}

#[test]
fn names_can_be_links() {
    let linked = markdown_with(
        &REGISTRATION,
        &sample::REGISTERED,
        |attribute| format!("[`{0}`](Self::{0})", attribute.name),
        |keys| format!("[`{0}`](value@{0})", keys.name),
    );
    let keys = "`Extensions` follows [`AddressInfoDNStatus`](value@AddressInfoDNStatus)";
    assert!(linked.contains(keys));
    assert!(linked.contains("| [`AgentID`](Self::AgentID)<sup>a</sup> | Optional |"));
    assert!(linked.contains("| [`InfoType`](Self::InfoType) = `AddressInfoAddressType` |"));
}

#[test]
fn leaves_out_what_is_not_there() {
    let mut event = sample::event(&[("A|B", Kind::Text)]);
    let family = Family {
        source: Source::default(),
        ..REGISTRATION
    };
    let table = "| Attribute | Presence |\n| --- | --- |\n| `A\\|B` | Optional |\n";
    assert_eq!(markdown(&family, &event), table);

    event.attributes.to_mut()[0].presence = Presence::Mandatory;
    event.footnotes = vec![Footnote {
        letter: "a".into(),
        text: Text::default(),
        status: Status::Unread,
        proposed: false,
        rules: vec![Rule {
            id: "E[a]".into(),
            clause: Clause::Assert(sample::present("A[k`]")),
        }]
        .into(),
        waives: vec![].into(),
    }]
    .into();
    let text = markdown(&family, &event);
    let footnotes = "- <sup>a</sup> *unread*\n  - `E[a]`: ``A[\"k`\"]`` is present\n";
    assert!(text.ends_with(footnotes), "{text}");
}

/// A reader of the reference takes the tables of enumerations for nothing but what they are.
#[cfg(feature = "import")]
#[test]
fn enumerations_are_no_events_when_read_again() {
    use crate::import::{Document, Options, import};

    let read = |specification: &Specification| {
        let text = reference(specification);
        let draft = import(
            &[Document::markdown("events.md", &text)],
            &Options::default(),
        );
        let families = draft.specification.families.iter();
        let events = families.flat_map(|family| family.events.iter());
        let events: Vec<_> = events
            .map(|event| (event.name.clone(), event.attributes.len()))
            .collect();
        (events, draft.ledgers[0].open().count())
    };
    let mut specification = Specification {
        name: "T".into(),
        dictionary: Dictionary::EMPTY,
        families: vec![REGISTRATION.clone()].into(),
    };
    assert!(!specification.vocabularies().is_empty());
    assert!(reference(&specification).contains("\n## Enumerations\n"));
    let with = read(&specification);
    for family in specification.families.to_mut() {
        for event in family.events.to_mut() {
            for row in event.attributes.to_mut() {
                row.kind = Kind::Text;
            }
        }
    }
    assert!(specification.vocabularies().is_empty());
    assert_eq!(with, read(&specification));
    assert_eq!(with.0.len(), REGISTRATION.events.len());
}

#[test]
fn text_becomes_no_link_by_accident() {
    let cases = [
        ("see [Rule] and <T>", r"see \[Rule\] and \<T>"),
        ("*as* `[a]` and ``[`]``", "*as* `[a]` and ``[`]``"),
        ("a ` alone [b]", r"a ` alone \[b\]"),
        ("a `b\n\n[c]` d", "a `b\n\n  \\[c\\]` d"),
        (r"\[no link\] \\[x]", r"\[no link\] \\\[x\]"),
        ("https://example.org", r"https\://example.org"),
        ("- one\n- two [é]", "- one\n  - two \\[é\\]"),
        ("```text\n\n[x]\n```", "```text\n\n  [x]\n  ```"),
        (r"ends with \", r"ends with \"),
    ];
    for (text, escaped) in cases {
        assert_eq!(prose(text), escaped);
    }
}

#[test]
fn code_has_enough_backticks() {
    assert_eq!(code("A"), "`A`");
    assert_eq!(code("a`b"), "``a`b``");
    assert_eq!(code("``"), "``` `` ```");
}

#[test]
fn enumerations_are_listed_with_their_numbers_and_linked() {
    let member = |name: &'static str, number, description: &'static str| Member {
        name: name.into(),
        number,
        description: description.into(),
    };
    let modes = Vocabulary {
        name: "TWork_Mode [x]".into(),
        description: "Mode.".into(),
        numbered: true,
        members: vec![
            member("AutoIn", 2, "Ready\nfor a | b."),
            member("LegalGuard", 2, "Not ready."),
        ]
        .into(),
    };
    let mut specification = Specification {
        name: "T".into(),
        dictionary: Dictionary {
            name: "T".into(),
            definitions: vec![Definition {
                name: "WorkMode".into(),
                description: "Mode.".into(),
                kind: Kind::Enumeration(std::borrow::Cow::Owned(modes.clone())),
                number: None,
                log: List::default(),
                aliases: List::default(),
                examples: List::default(),
                obsolete: false,
                transport: false,
            }]
            .into(),
            key_sets: List::default(),
            messages: None,
        },
        families: List::default(),
    };
    assert_eq!(
        reference(&specification),
        r"# T

## Attributes

| Attribute | Carries | Meaning |
| --- | --- | --- |
| `WorkMode` | [a value of TWork_Mode \[x\]](#twork_mode-x) | Mode. |

## Enumerations

### TWork_Mode \[x\]

Mode.

| Number | Value | Meaning |
| ---: | --- | --- |
| 2 | `AutoIn` | Ready for a \| b. |
| 2 | `LegalGuard` | Not ready. Written as `AutoIn`. |
"
    );
    let unnumbered = Vocabulary {
        numbered: false,
        ..modes
    };
    let table = vocabulary_table(&unnumbered, |member| code(&member.name));
    assert!(table.starts_with("| Value | Meaning |\n| --- | --- |\n| `AutoIn` |"));
    specification.dictionary = Dictionary::EMPTY;
    assert_eq!(reference(&specification), "# T\n");
}
