use super::*;
use crate::sample::{self, REGISTRATION};
use crate::{Clause, Kind, Presence, Rule, Source, Status};

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
    let linked = markdown_with(&REGISTRATION, &sample::REGISTERED, |attribute| {
        format!("[`{0}`](Self::{0})", attribute.name)
    });
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
