//! The same events as the peers have them: structs with derives, a JSON Schema, rules by hand.

use std::fmt;

use events_core::Timestamp;
use serde::de::{Deserializer, Error, MapAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};
use serde_json::json;

/// `EventRegistered` with owned values. Garde and validator have two rules each, those of the footnotes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, garde::Validate, validator::Validate)]
#[garde(allow_unvalidated)]
#[validate(schema(function = "agent_rule"), schema(function = "extensions_rule"))]
pub(crate) struct Registered {
    #[serde(rename = "AgentID")]
    #[garde(custom(agent_of(&self.info_status)))]
    pub(crate) agent_id: Option<String>,
    #[serde(rename = "CustomerID")]
    pub(crate) customer_id: Option<String>,
    #[serde(rename = "Extensions")]
    #[garde(custom(extensions_of(&self.info_status)))]
    pub(crate) extensions: List,
    #[serde(rename = "InfoStatus", default)]
    pub(crate) info_status: InfoStatus,
    #[serde(rename = "InfoType")]
    pub(crate) info_type: InfoType,
    #[serde(rename = "ReferenceID")]
    pub(crate) reference_id: u32,
    #[serde(rename = "Server")]
    pub(crate) server: i32,
    #[serde(rename = "ThisDN")]
    pub(crate) this_dn: String,
    #[serde(with = "rfc3339")]
    pub(crate) time: Timestamp,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Unregistered {
    #[serde(rename = "CustomerID")]
    pub(crate) customer_id: Option<String>,
    #[serde(rename = "ErrorCode")]
    pub(crate) error_code: Option<i64>,
    #[serde(rename = "ErrorMessage")]
    pub(crate) error_message: Option<String>,
    #[serde(rename = "ReferenceID")]
    pub(crate) reference_id: Option<u32>,
    #[serde(rename = "Server")]
    pub(crate) server: i32,
    #[serde(rename = "ThisDN")]
    pub(crate) this_dn: String,
    #[serde(with = "rfc3339")]
    pub(crate) time: Timestamp,
    #[serde(rename = "Extensions")]
    pub(crate) extensions: Option<List>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "Event")]
pub(crate) enum Tagged {
    EventRegistered(Registered),
    EventUnregistered(Unregistered),
}

#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub(crate) struct InfoStatus {
    #[serde(rename = "AddressType")]
    pub(crate) address_type: Option<AddressType>,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(crate) enum InfoType {
    AddressInfoAddressType,
}

macro_rules! address_types {
    ($($name:ident)*) => {
        #[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
        #[expect(clippy::enum_variant_names, reason = "the names are the document's")]
        pub(crate) enum AddressType { $($name),* }

        impl AddressType {
            pub(crate) const NAMES: &[&str] = &[$(stringify!($name)),*];
        }
    };
}

address_types! {
    AddressTypeUnknown AddressTypeDN AddressTypePosition AddressTypeQueue AddressTypeRouteDN AddressTypeTrunk
    AddressTypeVoiceChannel AddressTypeDataChannel AddressTypeAnnouncement AddressTypeASAI AddressTypeACDGroup
    AddressTypeVSP AddressTypeRouteQueue AddressTypeAgentID AddressTypeOther
}

/// A key-value list: pairs in their order.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct List(pub(crate) Vec<(String, Value)>);

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    Integer(i64),
    Text(String),
    List(List),
}

impl<'de> Deserialize<'de> for List {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pairs;
        impl<'de> Visitor<'de> for Pairs {
            type Value = List;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a key-value list")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<List, A::Error> {
                let mut pairs = Vec::with_capacity(4);
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(List(pairs))
            }
        }
        deserializer.deserialize_map(Pairs)
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;
        impl<'de> Visitor<'de> for Any {
            type Value = Value;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number, a text or a list")
            }

            fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
                Ok(Value::Integer(value))
            }

            fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
                i64::try_from(value).map(Value::Integer).map_err(E::custom)
            }

            fn visit_str<E>(self, value: &str) -> Result<Value, E> {
                Ok(Value::Text(value.to_owned()))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Value, A::Error> {
                let list = serde::de::value::MapAccessDeserializer::new(map);
                List::deserialize(list).map(Value::List)
            }
        }
        deserializer.deserialize_any(Any)
    }
}

impl Serialize for List {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Integer(value) => serializer.serialize_i64(*value),
            Value::Text(value) => serializer.serialize_str(value),
            Value::List(value) => value.serialize(serializer),
        }
    }
}

/// Times as this project parses and prints them, so that no contestant has a better parser of dates.
pub(crate) mod rfc3339 {
    use std::fmt;

    use events_core::Timestamp;
    use serde::de::{Deserializer, Error, Visitor};
    use serde::ser::Serializer;

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for it")]
    pub(crate) fn serialize<S: Serializer>(
        time: &Timestamp,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_str(time)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Timestamp, D::Error> {
        struct Time;
        impl Visitor<'_> for Time {
            type Value = Timestamp;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a time")
            }

            fn visit_str<E: Error>(self, value: &str) -> Result<Timestamp, E> {
                value.parse().map_err(E::custom)
            }
        }
        deserializer.deserialize_str(Time)
    }
}

impl Registered {
    /// Footnote a: an agent is there only for an object of type Position or DN.
    #[inline]
    pub(crate) fn keeps_agent_rule(&self) -> bool {
        self.agent_id.is_none() || admits_agent(self.info_status)
    }

    /// Footnote b: the keys of the extensions that the document knows have values of their kind.
    #[inline]
    pub(crate) fn keeps_extensions_rule(&self) -> bool {
        follows(&self.extensions, self.info_status)
    }
}

impl Unregistered {
    /// Footnote a: without a reference there is an error.
    #[inline]
    pub(crate) fn keeps_reference_rule(&self) -> bool {
        self.reference_id.is_some() || (self.error_code.is_some() && self.error_message.is_some())
    }
}

impl Tagged {
    pub(crate) fn keeps_rules(&self) -> bool {
        match self {
            Tagged::EventRegistered(event) => {
                event.keeps_agent_rule() && event.keeps_extensions_rule()
            }
            Tagged::EventUnregistered(event) => event.keeps_reference_rule(),
        }
    }
}

fn admits_agent(status: InfoStatus) -> bool {
    use AddressType::{AddressTypeDN, AddressTypePosition};
    matches!(
        status.address_type,
        None | Some(AddressTypeDN | AddressTypePosition)
    )
}

fn follows(list: &List, status: InfoStatus) -> bool {
    use AddressType::{
        AddressTypeDN, AddressTypePosition, AddressTypeQueue, AddressTypeRouteDN,
        AddressTypeRouteQueue,
    };
    let numbered = |key: &str, prefix| {
        let number = key.strip_prefix(prefix);
        number.is_some_and(|number| {
            !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
        })
    };
    match status.address_type {
        Some(AddressTypeDN | AddressTypePosition) => list.0.iter().all(|(key, value)| {
            !numbered(key, "ps-")
                || matches!(value, Value::Integer(state) if i32::try_from(*state).is_ok())
        }),
        Some(AddressTypeQueue | AddressTypeRouteDN | AddressTypeRouteQueue) => {
            let mut pairs = list.0.iter();
            pairs.all(|(key, value)| !numbered(key, "conn-") || matches!(value, Value::Text(_)))
        }
        _ => true,
    }
}

fn agent_of(status: &InfoStatus) -> impl FnOnce(&Option<String>, &()) -> garde::Result {
    let admitted = admits_agent(*status);
    move |agent, ()| match agent {
        Some(_) if !admitted => Err(garde::Error::new(
            "an agent is reported only for a Position or DN",
        )),
        _ => Ok(()),
    }
}

fn extensions_of(status: &InfoStatus) -> impl FnOnce(&List, &()) -> garde::Result {
    let status = *status;
    move |list, ()| {
        if follows(list, status) {
            Ok(())
        } else {
            Err(garde::Error::new(
                "extensions hold what EventAddressInfo reports for this type of object",
            ))
        }
    }
}

fn agent_rule(event: &Registered) -> Result<(), validator::ValidationError> {
    if event.keeps_agent_rule() {
        Ok(())
    } else {
        Err(validator::ValidationError::new("agent"))
    }
}

fn extensions_rule(event: &Registered) -> Result<(), validator::ValidationError> {
    if event.keeps_extensions_rule() {
        Ok(())
    } else {
        Err(validator::ValidationError::new("extensions"))
    }
}

/// The JSON Schema of one of the two events, as the document's table says it.
pub(crate) fn schema(registered: bool) -> serde_json::Value {
    let list = json!({"$ref": "#/$defs/list"});
    let common = json!({
        "CustomerID": {"type": "string"},
        "Extensions": list,
        "ReferenceID": {"type": "integer", "minimum": 0, "maximum": 4_294_967_294_u32},
        "Server": {"type": "integer", "minimum": i32::MIN, "maximum": i32::MAX},
        "ThisDN": {"type": "string"},
        "time": {"type": "string", "format": "date-time"},
    });
    let only = if registered {
        json!({
            "Event": {"const": "EventRegistered"},
            "AgentID": {"type": "string"},
            "InfoStatus": {"type": "object", "properties": {"AddressType": {"enum": AddressType::NAMES}}},
            "InfoType": {"const": "AddressInfoAddressType"},
        })
    } else {
        json!({
            "Event": {"const": "EventUnregistered"},
            "ErrorCode": {"type": "integer"},
            "ErrorMessage": {"type": "string"},
        })
    };
    let address = |names: &[&str], present: bool| {
        let status = json!({"required": if present { &["AddressType"][..] } else { &[] },
            "properties": {"AddressType": {"enum": names}}});
        json!({"required": if present { &["InfoStatus"][..] } else { &[] }, "properties": {"InfoStatus": status}})
    };
    let (objects, queues) = (
        ["AddressTypePosition", "AddressTypeDN"],
        [
            "AddressTypeQueue",
            "AddressTypeRouteDN",
            "AddressTypeRouteQueue",
        ],
    );
    let keys = |pattern: &str, kind: serde_json::Value| json!({"properties": {"Extensions": {"patternProperties": {pattern: kind}}}});
    let rules = if registered {
        json!([
            {"if": {"required": ["AgentID"]}, "then": address(&objects, false)},
            {"if": address(&objects, true), "then": keys("^ps-[0-9]+$", json!({"type": "integer"}))},
            {"if": address(&queues, true), "then": keys("^conn-[0-9]+$", json!({"type": "string"}))},
        ])
    } else {
        json!([
            {"if": {"not": {"required": ["ReferenceID"]}}, "then": {"required": ["ErrorCode", "ErrorMessage"]}},
        ])
    };
    let mut properties = common;
    for (name, of) in only.as_object().expect("written above") {
        properties[name] = of.clone();
    }
    let required: &[&str] = if registered {
        &[
            "Event",
            "Extensions",
            "InfoType",
            "ReferenceID",
            "Server",
            "ThisDN",
            "time",
        ]
    } else {
        &["Event", "Server", "ThisDN", "time"]
    };
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$defs": {"list": {"type": "object", "additionalProperties":
            {"anyOf": [{"type": "integer"}, {"type": "string"}, list]}}},
        "type": "object",
        "properties": properties,
        "required": required,
        "allOf": rules,
    })
}
