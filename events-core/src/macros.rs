//! The macros, as users see them; `events-macros` does the work.

/// Declares the events of a family, as their tables stand in the document.
///
/// ```
/// use events_core::{Text, Validate, event, vocabulary};
///
/// vocabulary! {
///     /// Whether bikes can be taken from a dock and brought to it.
///     pub DockState {
///         /// They can.
///         InService,
///         /// They cannot.
///         OutOfService,
///     }
/// }
///
/// event! {
///     /// What the docks of a bike-sharing station report.
///     #[source(document = "Dock Protocol", section = "Reports", edition = "3")]
///     <Docks>
///
///     /// A dock was looked at.
///     DockReported = 12 {
///         Event                    Mandatory,
///         Dock: u16                Mandatory,
///         State: DockState         Mandatory,
///         BikeID[a]: Text          Optional,
///         FaultCode[b]: u16        Optional,
///         Version: u8 = 3          Mandatory,
///     }
///     footnotes {
///         /// The reader of a dock works only while the dock is in service.
///         [a] if BikeID { State == InService }
///
///         /// A fault code is given only for a dock that is out of service, if the fault is known.
///         [b] partly { if FaultCode { State == OutOfService } }
///     }
/// }
///
/// let report = DockReported::builder().dock(7).state(DockState::InService).build();
/// assert_eq!((report.dock, report.fault_code), (7, None));
/// assert_eq!((DockReported::NUMBER, DockReported::VERSION), (12, 3));
///
/// let broken = DockReported { fault_code: Some(4), ..report };
/// let report = broken.validate().unwrap_err();
/// assert!(report.to_string().contains("Docks/DockReported[b]"));
/// ```
///
/// # What it makes
///
/// Of each event:
///
/// - a struct, whose docs show the document's table: Mandatory is `T`, Optional is `Option<T>`, names are in snake
///   case. The event's name and number and the values that the table fixes are constants, so that they cannot be wrong.
///   What a message holds beyond the table is in `other`; an attribute called `other` or `build`, which are words of
///   the builder, is the field `other_` or `build_`, and keeps its name in messages;
/// - a builder, `DockReported::builder()`, that does not compile as long as a Mandatory attribute is missing;
/// - [`Message`](crate::Message) and [`Declared`](crate::Declared), by which it is read, checked and looked at, and the
///   traits of serde: deserialized as itself it is held against its table, as [`Valid`](crate::Valid) against its rules
///   too.
///
/// Of the family: an enum of its events with `Unknown` for those that are not declared, and `FAMILY`, the tables as
/// values of [`schema`](crate::schema).
///
/// By hand, a part of it would be:
///
/// ```
/// # use events_core::{Text, Timestamp};
/// # #[derive(Debug, Clone, Copy, PartialEq)]
/// # pub enum DockState { InService, OutOfService }
/// /// A dock was looked at.
/// #[derive(Debug, Clone, PartialEq)]
/// pub struct DockReported {
///     pub dock: u16,
///     pub state: DockState,
///     pub bike_id: Option<Text>,
///     pub fault_code: Option<u16>,
/// }
///
/// impl DockReported {
///     pub const NAME: &'static str = "DockReported";
///     pub const NUMBER: i64 = 12;
///     pub const VERSION: u8 = 3;
///
///     /// Everything that is wrong, without what was expected, where it stands and what would mend it.
///     pub fn check(&self) -> Vec<&'static str> {
///         let mut broken = Vec::new();
///         if self.bike_id.is_some() && self.state != DockState::InService {
///             broken.push("Docks/DockReported[a]");
///         }
///         if self.fault_code.is_some() && self.state != DockState::OutOfService {
///             broken.push("Docks/DockReported[b]");
///         }
///         broken
///     }
/// }
/// ```
///
/// # The family
///
/// A declaration begins with the family: a description and a name, `<Docks>`. Where the documented name is no
/// identifier, it stands behind: `<CallHandling = "Call-Handling and Transfer/Conference">`; events and members of
/// vocabularies can be spelled like that too. Before it may stand:
///
/// - `#[source(document = "…", section = "…", edition = "…")]`: where the tables are;
/// - `#[tag(kind)]`: the attribute that holds an event's name, `Event` unless said otherwise;
/// - `#[dictionary(path::to::DICTIONARY)]`: what attribute names mean, a static of [`dictionary!`](crate::dictionary!).
///
/// # Rows
///
/// A row is a name, its marks, its type, the value that the table fixes, and its presence, of which only the first and
/// the last must be there: `InfoType[a]: AddressInfoType = AddressInfoAddressType Mandatory,`.
///
/// - The name is spelled as documented: any identifier, a member of a union as `InfoStatus.AddressType`, or a text such
///   as `"Agent ID"`, and so can the member of a union, as `Info."Dock state"`. A union as a whole, `InfoStatus`, has a type of [`union!`](crate::union!), and rules ask for its
///   members by that name with a dot.
/// - Without a type, the row has the type that is called like the attribute, which `use` brings from a dictionary.
/// - A mark is the letter of a footnote, `[a]`, or several, `[a, b]`; a sign stands in quotes, `["*"]`. Those of the presence cell stand behind the
///   presence.
/// - `Mandatory` and `Optional` are all there is: a condition is a rule, a remark is a footnote.
///
/// # Footnotes
///
/// A footnote is its text, its letter and its status:
///
/// | status | says |
/// | --- | --- |
/// | rules | that they are all that a message can show of the condition |
/// | `partly { rules }` | that the rest depends on what is not in the message |
/// | `context` | that all of it does; `context waive ThisQueue` makes a Mandatory attribute one that may be absent |
/// | `remark` | that it constrains nothing |
/// | `unread` | that its text is not at hand |
///
/// `proposed` before one of the others says that nobody has held it against the document yet, as in the drafts of
/// `events import`: it compiles with a warning that `#![deny(deprecated)]` makes an error.
///
/// # Rules
///
/// A rule is a condition, or `if condition { rules } else { rules }`. Conditions that follow each other are separated
/// by `;`.
///
/// | condition | holds when |
/// | --- | --- |
/// | `BikeID` | the attribute is there |
/// | `State == InService`, `State != InService` | its value is, or is not, this one |
/// | `Dock in [1, 2]` | its value is one of these; there are no ranges, and no value is larger than another |
/// | `Electric == true` | its value is true; `Electric` alone asks whether it is there |
/// | `ThisDN == ThisQueue`, `ThisDN != ThisQueue` | two attributes have, or do not have, the same value |
/// | `Extensions["COMPLETION"] == "DONE"` | a key of a key-value list, tested like an attribute |
/// | `Extensions is AddressInfoDNStatus` | the list follows a key set of the dictionary |
/// | `a && b`, <code>a &#124;&#124; b</code>, `!a`, `(a)` | as in Rust |
///
/// The value of an attribute that is absent cannot be told, and what depends on it cannot either; only a rule that is
/// violated for certain is a [`Violation`](crate::Violation), the others are a [`Note`](crate::Note). An attribute whose
/// value cannot be read is there, and its value cannot be told.
///
/// # What it refuses
///
/// Every mistake is a compile error of its own, all of them in one build, with the caret on the token to change: a
/// condition that got lost (a mark without footnote, a footnote without mark or status), a rule about an attribute that
/// the table lacks, values and attributes that cannot be equal, and so on. The rules of an event are solved: an event
/// that no message can satisfy, a rule that no message can break, one that repeats another or follows from others, and
/// an Optional attribute that can never be there are refused, with the footnotes responsible named.
///
/// ```compile_fail
/// # use events_core::{Text, event};
/// event! {
///     /// What the docks of a bike-sharing station report.
///     <Docks>
///
///     /// A dock was looked at.
///     DockReported {
///         Dock: u16         Mandatory,
///         BikeID[a]: Text   Optional,
///     }
///     footnotes {
///         /// Readers of dock 7 are broken.
///         [a] if BikeId { Dock != 7 } // `DockReported` has no attribute `BikeId`, did you mean `BikeID`?
///     }
/// }
/// ```
#[macro_export]
macro_rules! event {
    ($($tokens:tt)*) => {
        $crate::__private::event! { ($crate) $($tokens)* }
    };
}

/// Declares an enumeration of the specification.
///
/// It becomes a type whose values are constants under their documented spelling. A number that the enumeration lacks is
/// kept, so that messages of a later edition survive.
///
/// ```
/// use events_core::vocabulary;
///
/// vocabulary! {
///     /// Kind of a call.
///     pub CallType = "TCallType" {
///         /// The kind of the call is not known.
///         CallTypeUnknown = 0,
///         /// The call is internal.
///         CallTypeInternal = 1,
///     }
/// }
///
/// let kind: CallType = "CallTypeInternal".parse()?;
/// assert_eq!(kind, CallType::CallTypeInternal);
/// assert_eq!(kind.number(), 1);
/// assert_eq!(CallType::new(7).to_string(), "7");
/// # Ok::<(), events_core::ParseMemberError>(())
/// ```
///
/// Where messages bear names only, members have no number; a name that is no identifier stands behind the member:
///
/// ```
/// events_core::vocabulary! {
///     /// Whether bikes can be taken from a dock and brought to it.
///     pub DockState {
///         /// They can.
///         InService = "in-service",
///         /// They cannot.
///         OutOfService = "out-of-service",
///     }
/// }
///
/// assert_eq!(DockState::OutOfService.to_string(), "out-of-service");
/// ```
#[macro_export]
macro_rules! vocabulary {
    ($($tokens:tt)*) => {
        $crate::__private::vocabulary! { ($crate) $($tokens)* }
    };
}

/// Declares a union of a specification: an attribute that holds one of several values, as another attribute chooses.
///
/// Each member is a variant, with the type that it holds and the values of the other attribute that choose it. Where
/// these choose none, the attribute holds a bare number.
///
/// ```
/// events_core::vocabulary! {
///     /// What a measurement is about.
///     pub Measured {
///         /// How full the battery is.
///         Battery,
///         /// How warm it is.
///         Warmth,
///     }
/// }
///
/// events_core::union! {
///     /// What was measured.
///     pub Reading by About: Measured {
///         /// The charge in percent.
///         Charge: u8 = [Battery],
///         /// The temperature in degrees Celsius.
///         Temperature: f64 = [Warmth],
///     }
/// }
///
/// events_core::event! {
///     /// What docks measure.
///     <Measurements>
///
///     /// A dock measured something.
///     DockMeasured {
///         About: Measured      Mandatory,
///         Event                Mandatory,
///         Reading[a]: Reading  Optional,
///     }
///     footnotes {
///         /// The charge is not known when there is no bike, and then nothing is read.
///         [a] context
///     }
/// }
///
/// let reader = |text| events_core::read::json::from_str::<DockMeasured>(text);
/// let measured = reader(r#"{"Event": "DockMeasured", "About": "Battery", "Reading": {"Charge": 80}}"#)?;
/// assert_eq!(measured.reading, Some(Reading::Charge(80)));
///
/// let report = reader(r#"{"Event": "DockMeasured", "About": "Warmth", "Reading": {"Charge": 80}}"#).unwrap_err();
/// assert_eq!(
///     report.violations()[0].what.to_string(),
///     "Reading: expected Temperature because About is Warmth, found Charge",
/// );
/// # Ok::<(), events_core::Report>(())
/// ```
///
/// In JSON, a union is an object with one member; logs write the value alone. A rule asks for a member by its name
/// behind a dot, as in `Reading.Charge == 100`; its type is then the one that is named like the member.
#[macro_export]
macro_rules! union {
    ($($tokens:tt)*) => {
        $crate::__private::union! { ($crate) $($tokens)* }
    };
}

/// Declares what the attribute names of a specification mean and carry, once for all tables.
///
/// Each entry becomes a type alias, by which the rows of [`event!`](crate::event!) get their types: bring them into
/// scope with `use`. The static holds the rest, and `#[dictionary(…)]` of a family names it.
///
/// ```
/// mod dictionary {
///     use events_core::{KeyValueList, Text, Timestamp, dictionary};
///
///     dictionary! {
///         /// What the attributes of dock reports mean.
///         pub static DICTIONARY = "Docks";
///
///         /// Number of the dock, as painted on it.
///         Dock: u16 { log = "dock-no", number = 1, alias = "DockNumber", example = "17" },
///         /// The report itself.
///         Event: event,
///         /// Level of the battery, the member of `Details` for electric bikes.
///         Details.Level: u8,
///         /// Anything else.
///         Extra: KeyValueList { obsolete },
///         /// Moment of the report.
///         time: Timestamp,
///
///         /// What `Extra` holds.
///         keys ExtraKeys {
///             /// Code of a fault, or its name; faults are numbered from 1.
///             "fault-%d": u16 | Text,
///         }
///
///         messages DockMessage,
///     }
///
///     events_core::vocabulary! {
///         /// All messages of the station, of which not each is declared.
///         pub DockMessage {
///             /// A dock was looked at.
///             DockReported = 12,
///             /// A dock was opened.
///             DockOpened = 13,
///         }
///     }
/// }
/// use dictionary::*;
///
/// events_core::event! {
///     /// What the docks of a bike-sharing station report.
///     #[dictionary(DICTIONARY)]
///     <Docks>
///
///     /// A dock was looked at.
///     DockReported {
///         Dock            Mandatory,
///         Event           Mandatory,
///         Details.Level   Optional,
///         Extra[a]        Optional,
///         time            Mandatory,
///     }
///     footnotes {
///         /// Faults are listed under `Extra`.
///         [a] Extra is ExtraKeys
///     }
/// }
///
/// assert_eq!(DICTIONARY.get("Dock").and_then(|dock| dock.number), Some(1));
/// let _: (Dock, time) = (7, "2026-01-02T03:04:05Z".parse().unwrap());
/// ```
///
/// An entry is a name, the type it carries (`event` for the attribute that holds the event's name) and in braces, all
/// optional, the name that logs have for it (`log`, once for each part), its `number`, other spellings in messages
/// (`alias`, as often as needed), values that look real (`example`, likewise; of a key-value list, a pair such as
/// `"Group=Sales"`) and whether it is `obsolete` or a fact of the message's `transport`, which no table has. In the key
/// of a key set, `%d` stands for a number.
#[macro_export]
macro_rules! dictionary {
    ($($tokens:tt)*) => {
        $crate::__private::dictionary! { ($crate) $($tokens)* }
    };
}

/// Makes the enum of all families of a specification, whose variants hold the enums of [`event!`](crate::event!).
///
/// ```
/// mod docks {
///     events_core::event! {
///         /// What docks report.
///         <Docks>
///
///         /// A dock was looked at.
///         DockReported = 1 {
///             Event      Mandatory,
///             Dock: u16  Mandatory,
///         }
///     }
/// }
/// mod bikes {
///     events_core::event! {
///         /// What bikes report.
///         <Bikes>
///
///         /// A bike was taken.
///         BikeTaken = 2 {
///             Event                   Mandatory,
///             Bike: events_core::Text Mandatory,
///         }
///     }
/// }
///
/// events_core::specification! {
///     /// Any event of the station.
///     pub enum StationEvent {
///         /// Of docks.
///         Docks(docks::Docks),
///         /// Of bikes.
///         Bikes(bikes::Bikes),
///     }
/// }
///
/// use events_core::read::json;
///
/// let names = [r#"{"Event": "DockReported", "Dock": 7}"#, r#"{"Event": 2, "Bike": "B-1009"}"#, r#"{"Event": "Rain"}"#]
///     .map(|line| match json::from_str::<StationEvent>(line).unwrap().into_inner() {
///         StationEvent::Docks(docks::Docks::DockReported(report)) => format!("dock {}", report.dock),
///         StationEvent::Bikes(bikes::Bikes::BikeTaken(taken)) => format!("bike {}", taken.bike),
///         other => format!("{} is not known", events_core::Message::name(&other)),
///     });
/// assert_eq!(names, ["dock 7", "bike B-1009", "Rain is not known"]);
/// ```
///
/// The enum has one more variant, `Unknown`, for events that no family declares, with all their attributes. Messages of
/// all events are read by it as by a family's enum. Two families that have an event of one name or one number do not
/// compile.
#[macro_export]
macro_rules! specification {
    (
        $(#[$attribute:meta])*
        $visibility:vis enum $name:ident {
            $($(#[$doc:meta])* $family:ident($type:ty)),+ $(,)?
        }
    ) => {
        $(#[$attribute])*
        #[derive(Debug, Clone, PartialEq)]
        #[allow(clippy::large_enum_variant, reason = "an event is as large as its table")]
        $visibility enum $name {
            $($(#[$doc])* $family($type),)+
            /// An event that no family declares, with all its attributes.
            Unknown($crate::UnknownEvent),
        }

        const _: () = {
            use $crate::__private as p;

            static ALL: p::Declarations =
                p::Declarations::join(&[$(<$type as p::Message>::all),+]);

            const _: () = p::tell_apart(&[$(<$type as p::Message>::FAMILIES),+]);

            #[automatically_derived]
            impl p::Message for $name {
                fn all() -> &'static p::Declarations {
                    &ALL
                }

                fn from_record(record: &p::Record<'_>) -> ::core::result::Result<Self, p::Refused> {
                    $(
                        if p::belongs::<$type>(record) {
                            return <$type as p::Message>::from_record(record).map(Self::$family);
                        }
                    )+
                    ::core::result::Result::Ok(Self::Unknown(record.to_unknown()))
                }

                fn declared(
                    &self,
                ) -> ::core::option::Option<(&'static p::Declaration, &dyn p::Facts)> {
                    match self {
                        $(Self::$family(family) => p::Message::declared(family),)+
                        Self::Unknown(_) => ::core::option::Option::None,
                    }
                }

                fn other(&self) -> &p::KeyValueList {
                    match self {
                        $(Self::$family(family) => p::Message::other(family),)+
                        Self::Unknown(event) => &event.attributes,
                    }
                }

                fn name(&self) -> &str {
                    match self {
                        $(Self::$family(family) => p::Message::name(family),)+
                        Self::Unknown(event) => &event.name,
                    }
                }
            }

            $(
                #[automatically_derived]
                impl ::core::convert::From<$type> for $name {
                    fn from(family: $type) -> Self {
                        Self::$family(family)
                    }
                }
            )+

            #[automatically_derived]
            impl p::Serialize for $name {
                fn serialize<S: p::Serializer>(
                    &self,
                    serializer: S,
                ) -> ::core::result::Result<S::Ok, S::Error> {
                    p::serialize(self, serializer)
                }
            }

            #[automatically_derived]
            impl<'de> p::Deserialize<'de> for $name {
                fn deserialize<D: p::Deserializer<'de>>(
                    deserializer: D,
                ) -> ::core::result::Result<Self, D::Error> {
                    p::deserialize(deserializer)
                }
            }
        };
    };
}
