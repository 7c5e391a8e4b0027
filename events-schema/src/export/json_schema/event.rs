//! An event as a schema: its rows, then its rules.

use serde_json::{Map, Value, json};

use super::defs::Defs;
use super::digits::{decimal, literally};
use super::kind::{absent, accepts};
use super::place::Scope;
use super::rule::say;
use super::test::{Path, Test, all_of, annotated, any_of, not};
use super::{Flavour, Unsayable};
use crate::{Attribute, Clause, Event, Family, Footnote, Kind, Presence, Rule, Text};

/// The schema of an event, whose `$defs` stand elsewhere.
pub(super) fn event(defs: &mut Defs, scope: Scope<'_>, family: &Family) -> Value {
    let event = scope.event;
    let mut object = Object::default();
    let mut demands = Vec::new();
    let tag = event.attributes.iter().find(|row| scope.is_tag(row));
    let tag = Cells {
        places: each(scope.tags(), &named(event, event.number, scope.flavour)),
        absent: absent(&Kind::Event, scope.flavour),
        mandatory: true,
        about: annotations(scope, tag, &family.tag),
        // What names the event names this one, however often.
        exclusive: false,
    };
    tag.put(&mut object, &mut demands);
    for row in event.attributes.iter().filter(|row| !scope.is_tag(row)) {
        let mut places = each(scope.whole(row), &value(defs, scope, row));
        for (key, member) in scope.dotted(row) {
            places.push((vec![key], accepts(defs, &member.kind, scope.flavour)));
        }
        let cells = Cells {
            places,
            absent: scope.absent(row),
            mandatory: row.presence == Presence::Mandatory && event.waiver(&row.name).is_none(),
            about: annotations(scope, Some(row), &row.name),
            exclusive: true,
        };
        cells.put(&mut object, &mut demands);
    }
    if scope.flavour == Flavour::Reader {
        refuse_members(&mut object, scope);
        demands.extend(strangers(&object, event));
    }
    for (row, clause) in agreements(event) {
        let comment = format!("{} holds what {} chooses", row.name, selector(row));
        let schema = say(scope, &clause).schema;
        demands.push(annotated(schema, [("$comment", json!(comment))]));
    }
    for (footnote, rule) in event.rules() {
        demands.push(rule_schema(scope, family, footnote, rule));
    }
    let unsaid: Vec<_> = unsayable(scope)
        .into_iter()
        .map(|part| match &*part.rule {
            "" => part.reason,
            rule => format!("{rule}: {}", part.reason),
        })
        .collect();
    annotated(
        object.schema(scope.flavour),
        [
            ("title", json!(event.name)),
            ("description", json!(event.description)),
            ("$comment", json!(family.source.to_string())),
            ("x-unsayable", json!(unsaid)),
            ("allOf", json!(demands)),
        ],
    )
}

/// The values that name an event.
pub(super) fn named(event: &Event, number: Option<i64>, flavour: Flavour) -> Value {
    let mut ways = vec![json!({"const": event.name})];
    if let (Some(number), Flavour::Reader) = (number, flavour) {
        ways.push(json!({"const": number}));
        ways.push(decimal(number.into(), number.into()));
    }
    any_of(ways)
}

/// What the schema of an event cannot say.
pub(super) fn unsayable(scope: Scope<'_>) -> Vec<Unsayable> {
    let mut unsayable = Vec::new();
    for row in scope.event.attributes.iter() {
        if let Some(fixed) = &row.fixed
            && scope.spells(row, std::slice::from_ref(fixed)).untold != false
        {
            let name = &row.name;
            unsayable.push(Unsayable {
                rule: Text::default(),
                wholly: false,
                reason: format!("no schema reads the number in a text of {name}"),
            });
        }
    }
    for (_, clause) in agreements(scope.event) {
        let said = say(scope, &clause);
        unsayable.extend(said.unsaid.into_iter().map(|reason| Unsayable {
            rule: Text::default(),
            wholly: false,
            reason,
        }));
    }
    for (_, rule) in scope.event.rules() {
        let said = say(scope, &rule.clause);
        let wholly = said.schema == true;
        unsayable.extend(said.unsaid.into_iter().map(|reason| Unsayable {
            rule: rule.id.clone(),
            wholly,
            reason,
        }));
    }
    unsayable
}

/// Refuses the members of unions that an event cannot hold, since the table fixes what chooses another.
fn refuse_members(object: &mut Object, scope: Scope<'_>) {
    for name in scope.unions() {
        let Some(Kind::Union(union)) = scope.dictionary.get(name).map(|known| &known.kind) else {
            continue;
        };
        let selector = scope.event.attributes.iter();
        let mut selector = selector.filter(|row| row.name == union.selector);
        let fixed = selector.next().and_then(|row| row.fixed.as_ref());
        let chosen = fixed.and_then(|fixed| union.chosen(fixed.datum()));
        let row = |member: &str| scope.event.position(&format!("{name}.{member}"));
        if chosen.and_then(|member| row(&member.name)).is_none() {
            continue;
        }
        object.insert(&[name.to_owned()], not(json!({"type": "number"})), false);
        for member in union.members.iter() {
            if row(&member.name).is_none() {
                let path = [name.to_owned(), member.name.to_string()];
                object.insert(&path, json!({"type": "null"}), false);
            }
        }
    }
}

/// Refuses keys with a dot that name no member of a row that is a union.
fn strangers(object: &Object, event: &Event) -> Vec<Value> {
    let unions = event.attributes.iter();
    let unions = unions.filter(|row| matches!(row.kind, Kind::Union(_)));
    unions
        .map(|row| {
            let prefix = format!("{}.", row.name);
            let keys = object.properties.keys();
            let known = keys.filter(|key| key.starts_with(&prefix));
            let known: Map<_, _> = known.map(|key| (key.clone(), json!(true))).collect();
            json!({
                "properties": known,
                "patternProperties": {unlike(&prefix): true},
                "additionalProperties": {"type": "null"},
                "$comment": format!("{} has no other members", row.name),
            })
        })
        .collect()
}

/// A pattern for what does not begin like this. There are dialects of patterns that have no word for it.
fn unlike(prefix: &str) -> String {
    let other = prefix.chars().rev().fold(String::new(), |other, letter| {
        let letter = literally(&letter.to_string());
        match &*other {
            "" => format!("(?:$|[^{letter}])"),
            other => format!("(?:$|[^{letter}]|{letter}{other})"),
        }
    });
    format!("^{other}")
}

/// The same value at each of the places.
fn each(paths: Vec<Path>, value: &Value) -> Vec<(Path, Value)> {
    let place = |path| (path, value.clone());
    paths.into_iter().map(place).collect()
}

/// The unions of an event, and what is demanded of them.
fn agreements(event: &Event) -> impl Iterator<Item = (&Attribute, Clause)> {
    let rows = event.attributes.iter().enumerate();
    rows.filter_map(|(at, row)| Some((row, Clause::Assert(event.agreement(at)?))))
}

/// The attribute that chooses what a row holds.
fn selector(row: &Attribute) -> &str {
    match &row.kind {
        Kind::Union(union) => &union.selector,
        _ => "",
    }
}

/// The members of an object, and those of the unions in it.
#[derive(Default)]
struct Object {
    properties: Map<String, Value>,
    required: Vec<String>,
    unions: Vec<(String, Object)>,
}

impl Object {
    fn insert(&mut self, path: &[String], schema: Value, required: bool) {
        let (object, key) = match path {
            [] => return,
            [key] => (self, key),
            [union, key, ..] => (self.union(union, required), key),
        };
        object.require(key, required);
        let schema = match object.properties.remove(key) {
            None => schema,
            Some(other) => all_of(vec![other, schema]),
        };
        object.properties.insert(key.clone(), schema);
    }

    fn require(&mut self, key: &str, required: bool) {
        if required && !self.required.iter().any(|other| other == key) {
            self.required.push(key.to_owned());
        }
    }

    fn union(&mut self, name: &str, required: bool) -> &mut Object {
        self.require(name, required);
        let known = self.unions.iter().position(|(union, _)| union == name);
        let at = known.unwrap_or_else(|| {
            self.unions.push((name.to_owned(), Object::default()));
            self.unions.len() - 1
        });
        &mut self.unions[at].1
    }

    fn schema(mut self, flavour: Flavour) -> Value {
        for (name, union) in self.unions {
            let mut union = union.schema(flavour);
            // Readers take a union that is no object for an attribute that they do not know.
            if let (Flavour::Reader, Value::Object(union)) = (flavour, &mut union) {
                union.remove("type");
            }
            let schema = match self.properties.remove(&name) {
                None => union,
                Some(other) => all_of(vec![other, union]),
            };
            self.properties.insert(name, schema);
        }
        self.required.sort_unstable();
        let mut schema = json!({"type": "object", "properties": self.properties});
        if flavour == Flavour::Strict {
            schema = annotated(schema, [("additionalProperties", json!(false))]);
        }
        annotated(schema, [("required", json!(self.required))])
    }
}

/// What a schema says of a row.
struct Cells {
    /// Where it may stand, and the values that it may have there.
    places: Vec<(Path, Value)>,
    absent: Value,
    mandatory: bool,
    about: Vec<(&'static str, Value)>,
    /// Whether it may stand at one of its places only.
    exclusive: bool,
}

impl Cells {
    /// Adds the row, and what is demanded of it when it may stand at several places.
    fn put(self, object: &mut Object, demands: &mut Vec<Value>) {
        let sole = self.places.len() == 1;
        let required = self.mandatory && sole;
        for (path, value) in &self.places {
            let schema = if required {
                value.clone()
            } else {
                any_of(vec![self.absent.clone(), value.clone()])
            };
            object.insert(path, annotated(schema, self.about.clone()), required);
        }
        if sole {
            return;
        }
        let paths: Vec<_> = self.places.into_iter().map(|(path, _)| path).collect();
        let names: Vec<_> = paths.iter().map(|path| path.join("/")).collect();
        let names = names.join(", ");
        let said = not(self.absent);
        if self.mandatory {
            let there = Test::at(&paths, &said).schema();
            let comment = format!("Mandatory, at one of: {names}");
            demands.push(annotated(there, [("$comment", json!(comment))]));
        }
        if !self.exclusive {
            return;
        }
        let at = |path: &Path| Test::at(std::slice::from_ref(path), &said);
        for (number, path) in paths.iter().enumerate() {
            let behind = paths.get(number + 1..).unwrap_or_default();
            if behind.is_empty() {
                continue;
            }
            let both = Test::all([at(path), Test::at(behind, &said)]).schema();
            let comment = format!("At one place only: {names}");
            demands.push(annotated(not(both), [("$comment", json!(comment))]));
        }
    }
}

fn annotations(
    scope: Scope<'_>,
    row: Option<&Attribute>,
    name: &str,
) -> Vec<(&'static str, Value)> {
    let defined = scope.dictionary.get(name).map(|known| &known.description);
    let own = row
        .map(|row| &row.description)
        .filter(|text| !text.is_empty());
    let mut about = vec![("description", json!(own.or(defined)))];
    if let Some(row) = row {
        let marks: Vec<_> = row.marks.iter().map(|mark| &mark.letter).collect();
        about.push(("x-presence", json!(format!("{:?}", row.presence))));
        about.push(("x-footnotes", json!(marks)));
        if let Some(waiver) = scope.event.waiver(&row.name) {
            let comment = format!("may be absent, footnote {}", waiver.letter);
            about.push(("$comment", json!(comment)));
        }
    }
    about
}

/// The values that a row may have.
fn value(defs: &mut Defs, scope: Scope<'_>, row: &Attribute) -> Value {
    let kind = accepts(defs, &row.kind, scope.flavour);
    let (Some(fixed), false) = (&row.fixed, row.kind == Kind::List) else {
        return kind;
    };
    let spelling = scope.spells(row, std::slice::from_ref(fixed));
    let fixed = any_of(vec![spelling.yes, spelling.untold]);
    match (kind, fixed) {
        (Value::Object(mut kind), Value::Object(fixed))
            if fixed.keys().all(|key| !kind.contains_key(key)) =>
        {
            kind.extend(fixed);
            Value::Object(kind)
        }
        (kind, fixed) => all_of(vec![kind, fixed]),
    }
}

fn rule_schema(scope: Scope<'_>, family: &Family, footnote: &Footnote, rule: &Rule) -> Value {
    let said = say(scope, &rule.clause);
    let mut comment = format!("footnote {} of {}", footnote.letter, scope.event.name);
    let source = family.source.to_string();
    if !source.is_empty() {
        comment = format!("{comment}, {source}");
    }
    for reason in &said.unsaid {
        let extent = if said.schema == true {
            "not said"
        } else {
            "said in part"
        };
        comment = format!("{comment}; {extent}: {reason}");
    }
    annotated(
        said.schema,
        [
            ("x-rule", json!(rule.id)),
            ("title", json!(rule.words())),
            ("description", json!(footnote.text)),
            ("$comment", json!(comment)),
        ],
    )
}
