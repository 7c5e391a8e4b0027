use serde_json::{Value, json};

use crate::Specification;

/// A model with one event, as a file has it, after a change.
fn faults(change: impl FnOnce(&mut Value)) -> Vec<String> {
    let state = json!({"name": "DockState", "numbered": true, "members": [
        {"name": "Free", "number": 0}, {"name": "Taken", "number": 1},
    ]});
    let mut model = json!({
        "name": "Dock Protocol",
        "dictionary": {"name": "Docks", "definitions": [
            {"name": "Bike", "kind": "Text", "aliases": ["bike"]},
        ]},
        "families": [{
            "name": "Docks", "source": {"document": "Dock Protocol"}, "tag": "kind",
            "events": [{
                "name": "DockReported", "number": 12,
                "attributes": [
                    {"name": "kind", "kind": "Event", "presence": "Mandatory"},
                    {"name": "Bike", "kind": "Text", "presence": "Optional", "marks": [{"letter": "a", "cell": "Name"}]},
                    {"name": "State", "kind": {"Enumeration": state}, "presence": "Mandatory"},
                    {"name": "Fault", "kind": {"Integer": {"min": 1, "max": 999}}, "presence": "Mandatory",
                     "marks": [{"letter": "b", "cell": "Presence"}]},
                    {"name": "More", "kind": "List", "presence": "Optional"},
                ],
                "footnotes": [
                    {"letter": "a", "status": "Checked", "rules": [{
                        "id": "Docks/DockReported[a]",
                        "clause": {"If": {
                            "condition": {"Present": {"attribute": "Bike"}},
                            "then": [{"Assert": {"Equals": [
                                {"attribute": "State"}, {"Member": {"name": "Taken", "number": 1}},
                            ]}}],
                        }},
                    }]},
                    {"letter": "b", "status": "Context", "waives": ["Fault"]},
                ],
            }],
        }],
    });
    change(&mut model);
    let model: Specification = serde_json::from_value(model).unwrap();
    model.faults().iter().map(ToString::to_string).collect()
}

const EVENT: &str = "/families/0/events/0";

fn set(model: &mut Value, path: &str, value: Value) {
    *model.pointer_mut(&format!("{EVENT}/{path}")).expect(path) = value;
}

/// What is said of a model in which one value differs.
fn fault(path: &str, value: Value) -> String {
    faults(|model| set(model, path, value)).join("\n")
}

#[test]
fn a_good_model_has_none() {
    assert_eq!(faults(|_| {}), [] as [String; 0]);
}

#[test]
fn rows() {
    assert_eq!(
        fault("attributes/4/name", json!("Bike")),
        "Docks/DockReported: there are two rows `Bike`, remove or rename one"
    );
    assert_eq!(
        fault("attributes/4/name", json!(" ")),
        "Docks/DockReported: a row has no name, give it one"
    );
    assert_eq!(
        fault("attributes/4/name", json!("a\nb")),
        r#"Docks/DockReported: "a\nb" is no name, choose one of up to 1,000 bytes in one line"#
    );
    assert_eq!(
        fault("attributes/3/kind/Integer/min", json!(1000)),
        "Docks/DockReported, row Fault: the smallest whole number is above the largest, swap them"
    );
    assert_eq!(
        fault("attributes/4/kind", json!({"Hex": {"digits": 17}})),
        "Docks/DockReported, row More: an id in hexadecimal has 1 to 16 digits"
    );
    assert!(fault("attributes/4/kind", json!("Event")).contains("row More: the name of the event"));
    assert!(fault("attributes/0/kind", json!("Text")).contains("row kind: the name of the event"));
    assert_eq!(
        fault("attributes/0/presence", json!("Optional")),
        "Docks/DockReported, row kind: the attribute with the event's name is never absent, make it Mandatory"
    );
    let crowded = faults(|model| {
        let rows = model.pointer_mut(&format!("{EVENT}/attributes")).unwrap();
        let rows = rows.as_array_mut().unwrap();
        for number in rows.len()..257 {
            rows.push(
                json!({"name": format!("Row{number}"), "kind": "Text", "presence": "Optional"}),
            );
        }
    });
    assert_eq!(
        crowded,
        ["Docks/DockReported: there are 257 rows, and there may be 256 at most"]
    );
}

#[test]
fn values() {
    let members = "attributes/2/kind/Enumeration/members";
    assert_eq!(
        fault(&format!("{members}/1/name"), json!("Free")),
        "Docks/DockReported, row State: there are two members `Free`, remove or rename one\n\
         Docks/DockReported[a]: `DockState` has no member `Taken` with the number 1, correct one of them"
    );
    assert_eq!(
        fault(&format!("{members}/1/number"), json!(2)),
        "Docks/DockReported[a]: `DockState` has no member `Taken` with the number 1, correct one of them"
    );
    let fixed = |row: usize, value: Value| {
        let said = faults(|model| {
            let row = model.pointer_mut(&format!("{EVENT}/attributes/{row}"));
            row.unwrap()["fixed"] = value;
        });
        said.join("\n")
    };
    assert_eq!(fixed(3, json!({"Integer": 999})), "");
    assert_eq!(
        fixed(3, json!({"Integer": 1000})),
        "Docks/DockReported, row Fault: 1000 is no value of `Fault`, which carries a whole number from 1 to 999"
    );
    assert_eq!(
        fixed(1, json!({"Boolean": true})),
        "Docks/DockReported, row Bike: true is no value of `Bike`, which carries a text"
    );
}

#[test]
fn marks_and_footnotes() {
    assert_eq!(
        fault("attributes/1/marks", json!([])),
        "Docks/DockReported[a]: no row bears the mark of this footnote, mark the row or remove the footnote"
    );
    assert_eq!(
        fault(
            "attributes/4",
            json!({
                "name": "More", "kind": "List", "presence": "Optional", "marks": [{"letter": "c", "cell": "Name"}],
            })
        ),
        "Docks/DockReported, row More: footnote `c` is not defined, add it to `footnotes` or remove the mark"
    );
    assert!(fault("footnotes/1/letter", json!("a")).contains("two footnotes `a`"));
    assert_eq!(
        fault("footnotes/0/status", json!("Remark")),
        "Docks/DockReported[a]: a footnote that is `Remark` has no rules, remove them or make it `Checked` or `Partly`"
    );
    assert_eq!(
        fault("footnotes/0/rules", json!([])),
        "Docks/DockReported[a]: a footnote that is `Checked` has rules, write one or make it `Context`, `Remark` or `Unread`"
    );
    assert!(fault("footnotes/1/waives/0", json!("Bike")).contains("`Bike` cannot be waived"));
    assert!(fault("footnotes/1/waives/0", json!("kind")).contains("`kind` cannot be waived"));
    assert_eq!(
        fault("footnotes/1/waives/0", json!("Falt")),
        "Docks/DockReported[b]: the table has no attribute `Falt`, did you mean `Fault`?"
    );
}

#[test]
fn rules() {
    let rule = "footnotes/0/rules/0";
    assert_eq!(
        fault(&format!("{rule}/id"), json!("Docks/DockReported[b]")),
        "Docks/DockReported[a]: the id of the rule is `Docks/DockReported[b]`, make it end in `/DockReported[a]`"
    );
    let condition =
        |condition: Value| fault(&format!("{rule}/clause"), json!({"Assert": condition}));
    assert_eq!(
        condition(json!({"Present": {"attribute": "Bikes"}})),
        "Docks/DockReported[a]: the table has no attribute `Bikes`, did you mean `Bike`?"
    );
    assert_eq!(
        condition(json!({"Present": {"attribute": "More", "key": "x"}})),
        ""
    );
    assert_eq!(
        condition(json!({"Present": {"attribute": "Bike", "key": "x"}})),
        "Docks/DockReported[a]: `Bike` is no key-value list, so that it has no keys"
    );
    assert_eq!(
        condition(json!({"All": []})),
        "Docks/DockReported[a]: there is no condition, write at least one"
    );
    assert_eq!(
        condition(json!({"In": [{"attribute": "Bike"}, [{"Text": "B-1"}, {"Integer": 1}]]})),
        "Docks/DockReported[a]: 1 is no value of `Bike`, which carries a text"
    );
    let follows = json!({"Follows": [{"attribute": "Bike"}, {"name": "Keys", "keys": []}]});
    assert_eq!(
        condition(follows),
        "Docks/DockReported[a]: `Bike` is no key-value list, so that it has no keys\n\
         Docks/DockReported[a]: there is no key, write at least one"
    );
}

#[test]
fn events_and_the_dictionary() {
    let twice = faults(|model| {
        let event = model.pointer(EVENT).cloned().unwrap();
        let events = model.pointer_mut("/families/0/events").unwrap();
        events.as_array_mut().unwrap().push(event);
    });
    assert_eq!(
        twice,
        [
            "Docks: there are two events `DockReported`, remove or rename one",
            "Docks: there are two events with the number `12`, remove or rename one",
        ]
    );
    assert_eq!(
        faults(|model| model["families"] = json!([])),
        ["there is no family, write at least one"]
    );
    let aliased = faults(|model| {
        let definitions = model.pointer_mut("/dictionary/definitions").unwrap();
        let definitions = definitions.as_array_mut().unwrap();
        definitions.push(json!({"name": "bike", "kind": "Text"}));
    });
    assert_eq!(
        aliased,
        ["dictionary, bike: there are two definitions of `bike`, remove or rename one"]
    );
    let exemplified = faults(|model| {
        let definitions = model.pointer_mut("/dictionary/definitions").unwrap();
        let definitions = definitions.as_array_mut().unwrap();
        let kind = json!({"Integer": {"min": 1000, "max": 9999}});
        definitions.push(json!({"name": "Place", "kind": kind, "examples": ["1000", "20"]}));
    });
    assert_eq!(
        exemplified,
        [
            r#"dictionary, Place: the example "20" is no value of `Place`, which carries a whole number from 1000 to 9999"#
        ]
    );
}

#[test]
fn a_name_is_one_enumeration_one_union_and_one_key_set() {
    let state = |number: i64| {
        json!({"Enumeration": {"name": "DockState", "numbered": true, "members": [
            {"name": "Free", "number": 0}, {"name": "Taken", "number": number},
        ]}})
    };
    let row =
        |name: &str, kind: &Value| json!({"name": name, "kind": kind, "presence": "Optional"});
    let with = |rows: &[Value]| {
        faults(|model| {
            let all = model.pointer_mut(&format!("{EVENT}/attributes"));
            all.unwrap().as_array_mut().unwrap().extend_from_slice(rows);
        })
    };
    assert_eq!(with(&[row("Before", &state(1))]), [] as [String; 0]);
    let differ =
        "there are two enumerations `DockState` and they differ, rename one or make them the same";
    // Once is enough.
    assert_eq!(
        with(&[row("Before", &state(2)), row("Long before", &state(2))]),
        [format!("Docks/DockReported, row Before: {differ}")]
    );
    let union = |most: i64| {
        json!({"Union": {"name": "Reading", "selector": "Channel", "members": [
            {"name": "Charge", "kind": {"Integer": {"min": 0, "max": most}}, "chosen_by": [{"Integer": 1}]},
        ]}})
    };
    assert_eq!(
        with(&[row("One", &union(1)), row("Other", &union(2))]),
        [
            "Docks/DockReported, row Other: there are two unions `Reading` and they differ, rename one or make them the same"
        ]
    );
    let mut like_union = union(1);
    like_union["Union"]["name"] = json!("DockState");
    assert_eq!(
        with(&[row("One", &like_union)]),
        [
            "Docks/DockReported, row One: there are two enumerations or unions `DockState` and they differ, rename one or make them the same"
        ]
    );
    // The table has `Channel` under another name, so that nobody would look at what the union holds.
    assert_eq!(
        with(&[row("Chanel", &json!("Text")), row("One", &union(1))]),
        [
            "Docks/DockReported: `Reading` is chosen by `Channel`, which `DockReported` lacks, did you mean `Chanel`?"
        ]
    );
    let named = [
        row("Chanel", &json!("Text")),
        row("Channel", &json!("Text")),
        row("One", &union(1)),
    ];
    assert_eq!(with(&named), [] as [String; 0]);
    let keys = |name: &str| json!({"Follows": [{"attribute": "More"}, {"name": "Extras", "keys": [{"name": name, "kinds": ["Text"]}]}]});
    let follow = |one: &str, other: &str| {
        fault(
            "footnotes/0/rules/0/clause/If/then",
            json!([{"Assert": keys(one)}, {"Assert": keys(other)}]),
        )
    };
    assert_eq!(follow("level", "level"), "");
    assert_eq!(
        follow("level", "charge"),
        "Docks/DockReported[a]: there are two key sets `Extras` and they differ, rename one or make them the same"
    );
}

#[test]
fn what_is_unread_proposes_nothing() {
    assert_eq!(
        fault(
            "footnotes/1",
            json!({"letter": "b", "status": "Unread", "proposed": true})
        ),
        "Docks/DockReported[b]: a footnote that is `Unread` proposes nothing, remove `proposed`"
    );
    assert_eq!(
        fault(
            "footnotes/1",
            json!({"letter": "b", "status": "Context", "proposed": true, "waives": ["Fault"]})
        ),
        ""
    );
}
