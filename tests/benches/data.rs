//! Events of the Registration family, always the same ones, as NDJSON and as a T-Library log.

use std::fmt::Write as _;

/// A value of a key-value list.
#[derive(Debug, Clone)]
pub(crate) enum Value {
    Integer(i64),
    Text(&'static str),
    List(List),
}

pub(crate) type List = Vec<(String, Value)>;

/// What is said about one event, whichever form it is written in.
#[derive(Debug, Clone)]
pub(crate) struct Event {
    /// `EventRegistered`, or else `EventUnregistered`.
    pub(crate) registered: bool,
    pub(crate) agent: Option<String>,
    pub(crate) customer: Option<&'static str>,
    pub(crate) error: Option<(u32, &'static str)>,
    pub(crate) extensions: List,
    /// The name and the number of the address type.
    pub(crate) address: Option<(&'static str, u32)>,
    pub(crate) reference: Option<u32>,
    pub(crate) dn: String,
    /// Microseconds since midnight of [`MIDNIGHT`].
    pub(crate) moment: u64,
    /// The number in the sequence of events, which logs have and tables lack.
    pub(crate) sequence: u64,
}

/// 2026-03-02T00:00:00Z.
pub(crate) const MIDNIGHT: u64 = 1_772_409_600;
/// The handle of the connection; no log bears it.
pub(crate) const SERVER: i32 = 54;

/// Where the tag stands among the members of an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    TagFirst,
    TagLast,
    Shuffled,
}

impl Event {
    /// The documented name.
    pub(crate) fn name(&self) -> &'static str {
        if self.registered {
            "EventRegistered"
        } else {
            "EventUnregistered"
        }
    }

    /// The members of the JSON object in the order of the table, the tag first.
    pub(crate) fn members(&self) -> Vec<(&'static str, String)> {
        let quoted = |text: &str| format!("\"{text}\"");
        let mut members = vec![("Event", quoted(self.name()))];
        let mut add =
            |name, value: Option<String>| members.extend(value.map(|value| (name, value)));
        add("AgentID", self.agent.as_deref().map(quoted));
        add("CustomerID", self.customer.map(quoted));
        add("ErrorCode", self.error.map(|(code, _)| code.to_string()));
        add("ErrorMessage", self.error.map(|(_, text)| quoted(text)));
        add("Extensions", Some(json_list(&self.extensions)));
        let address = self
            .address
            .map(|(name, _)| format!("{{\"AddressType\":\"{name}\"}}"));
        add("InfoStatus", address);
        add(
            "InfoType",
            self.registered.then(|| quoted("AddressInfoAddressType")),
        );
        add(
            "ReferenceID",
            self.reference.map(|number| number.to_string()),
        );
        add("Server", Some(SERVER.to_string()));
        add("ThisDN", Some(quoted(&self.dn)));
        let (hour, minute, second, micros) = self.clock();
        let time = format!("2026-03-02T{hour:02}:{minute:02}:{second:02}.{micros:06}Z");
        add("time", Some(quoted(&time)));
        members
    }

    fn clock(&self) -> (u64, u64, u64, u64) {
        let second = self.moment / 1_000_000;
        (
            second / 3600,
            second / 60 % 60,
            second % 60,
            self.moment % 1_000_000,
        )
    }

    fn write_log(&self, out: &mut String, verb: &str) {
        let (hour, minute, second, micros) = self.clock();
        let clock = format!("{hour:02}:{minute:02}:{second:02}");
        let mut line = |line: std::fmt::Arguments<'_>| {
            let _ = writeln!(out, "{line}");
        };
        let (name, fourth) = (self.name(), micros / 100);
        line(format_args!(
            "@{clock}.{fourth:04} [0] 8.1.101.25 {verb}: message {name}"
        ));
        line(format_args!(
            "\tAttributeEventSequenceNumber\t{:016x}",
            self.sequence
        ));
        if let Some(customer) = self.customer {
            line(format_args!("\tAttributeCustomerID\t'{customer}'"));
        }
        line(format_args!("\tAttributeTimeinuSecs\t{micros}"));
        let seconds = MIDNIGHT + self.moment / 1_000_000;
        line(format_args!("\tAttributeTimeinSecs\t{seconds} ({clock})"));
        if let Some(reference) = self.reference {
            line(format_args!("\tAttributeReferenceID\t{reference}"));
        }
        line(format_args!("\tAttributeThisDN\t'{}'", self.dn));
        if let Some((code, text)) = self.error {
            line(format_args!("\tAttributeErrorCode\t{code}"));
            line(format_args!("\tAttributeErrorMessage\t'{text}'"));
        }
        if let Some(agent) = &self.agent {
            line(format_args!("\tAttributeAgentID\t'{agent}'"));
        }
        if self.registered {
            line(format_args!("\tAttributeAddressInfoType\t8"));
        }
        if let Some((_, number)) = self.address {
            line(format_args!("\tAttributeAddressInfoStatus\t{number}"));
        }
        let pairs = &self.extensions;
        let (first, second) = (pairs.len() / 256, pairs.len() % 256);
        let kind = u8::from(matches!(pairs.first(), Some((_, Value::Integer(_)))));
        line(format_args!(
            "\tAttributeExtensions\t[{}] {first:02x} {second:02x} {kind:02x} 00..",
            packed(pairs)
        ));
        write_pairs(out, pairs, "\t\t");
    }
}

/// The size of the packed form of a list, which logs show before the list.
fn packed(list: &List) -> usize {
    let value = |value: &Value| match value {
        Value::Integer(_) => 4,
        Value::Text(text) => text.len(),
        Value::List(list) => packed(list),
    };
    let pairs = list
        .iter()
        .map(|(key, of)| 1 + 2 + key.len() + 2 + value(of));
    2 + pairs.sum::<usize>()
}

fn write_pairs(out: &mut String, list: &List, indent: &str) {
    for (key, value) in list {
        let _ = match value {
            Value::Integer(number) => writeln!(out, "{indent}'{key}'\t{number}"),
            Value::Text(text) => writeln!(out, "{indent}'{key}'\t'{text}'"),
            Value::List(_) => writeln!(out, "{indent}'{key}'(list) "),
        };
        if let Value::List(list) = value {
            write_pairs(out, list, &format!("{indent}\t"));
        }
    }
}

fn json_list(list: &List) -> String {
    let pairs = list.iter().map(|(key, value)| match value {
        Value::Integer(number) => format!("\"{key}\":{number}"),
        Value::Text(text) => format!("\"{key}\":\"{text}\""),
        Value::List(list) => format!("\"{key}\":{}", json_list(list)),
    });
    format!("{{{}}}", pairs.collect::<Vec<_>>().join(","))
}

/// Joins members to a line of NDJSON.
pub(crate) fn json_line(members: &[(&'static str, String)]) -> String {
    let members = members
        .iter()
        .map(|(name, value)| format!("\"{name}\":{value}"));
    format!("{{{}}}\n", members.collect::<Vec<_>>().join(","))
}

/// Registered events alone, or with a third of the other kind; all conform to their tables.
pub(crate) fn events(count: usize, mixed: bool) -> Vec<Event> {
    let mut random = Random(42);
    let mut moment = 7 * 3600 * 1_000_000;
    (0..count)
        .map(|_| {
            moment += 100 + random.below(8_000);
            let registered = !mixed || random.below(3) > 0;
            event(&mut random, moment, registered)
        })
        .collect()
}

/// The events as NDJSON.
pub(crate) fn ndjson(events: &[Event], order: Order) -> String {
    let mut random = Random(7);
    let line = |event: &Event| {
        let mut members = event.members();
        match order {
            Order::TagFirst => {}
            Order::TagLast => members.rotate_left(1),
            Order::Shuffled => random.shuffle(&mut members),
        }
        json_line(&members)
    };
    events.iter().map(line).collect()
}

/// The events as a T-Library log, with lines of other programs between them.
pub(crate) fn log(events: &[Event]) -> String {
    let mut random = Random(11);
    let mut out = String::from(
        "Application name:           tserver\nApplication type:           TServer (1)\n\
         Local time:                 2026-03-02T07:00:00.000\n\n",
    );
    for event in events {
        let verb = random.pick(&["send_to_client", "distribute_response", "distribute_event"]);
        event.write_log(&mut out, verb);
        let (hour, minute, second, micros) = event.clock();
        let time = format!("{hour:02}:{minute:02}:{second:02}.{:03}", micros / 1000);
        for _ in 0..random.below(4) {
            let (a, b, c) = (
                random.below(10_000),
                random.below(255),
                random.below(65_535),
            );
            let _ = match random.below(4) {
                0 => writeln!(
                    out,
                    "{time} Trc 04541 Message RequestRegisterAddress received from [{a}] (client)"
                ),
                1 => writeln!(
                    out,
                    "-- absolute ISCC: checking call [{a}] for cof feature, state {b}, origin {c}"
                ),
                2 => writeln!(
                    out,
                    "@{time} [CCPBX] RX: ref {a} link {b} timer {c} expired; restarting"
                ),
                _ => writeln!(
                    out,
                    "{time} Std 04503 Connection to {a} at host '192.168.0.{b}', port {c} established"
                ),
            };
        }
    }
    out
}

const KEYS: [&str; 12] = [
    "AgentStatus",
    "status",
    "dn-type",
    "queue",
    "skill",
    "BusinessCall",
    "GSIP_REC_FN",
    "OCS_CampaignName",
    "RTargetTypeSelected",
    "SegmentId",
    "language",
    "priority",
];
const TEXTS: [&str; 8] = [
    "extension",
    "gold customer",
    "en-US",
    "Virtual Queue",
    "0000",
    "Grüße",
    "8000@SIP_Switch",
    "recording_7001_20260302",
];

fn event(random: &mut Random, moment: u64, registered: bool) -> Event {
    let address = match random.below(20) {
        0..=10 => ("AddressTypeDN", 1),
        11..=16 => ("AddressTypePosition", 2),
        _ => ("AddressTypeQueue", 3),
    };
    let agent = registered && address.1 != 3 && random.below(5) > 0;
    let answered = registered || random.below(10) > 0;
    Event {
        registered,
        agent: agent.then(|| (7000 + random.below(1000)).to_string()),
        customer: (random.below(5) > 0).then_some("Resources"),
        error: (!answered).then_some((59, "DN is not configured in CME")),
        extensions: extensions(random, address.1 == 3),
        address: registered.then_some(address),
        reference: answered.then(|| 1 + u32::try_from(random.below(100_000)).unwrap_or(0)),
        dn: (1000 + random.below(1000)).to_string(),
        moment,
        sequence: 1 + random.below(10_000_000),
    }
}

/// The lists of calls at the object, as the key sets of the document have them, and keys of the server's own.
fn extensions(random: &mut Random, queue: bool) -> List {
    let mut list = List::new();
    for call in 1..=random.below(3) {
        list.push(if queue {
            (format!("conn-{call}"), Value::Text("006c029a6685d004"))
        } else {
            (format!("ps-{call}"), Value::Integer(4))
        });
    }
    let keys = 4 + random.below(4);
    own_keys(random, keys, 0, &mut list);
    list
}

fn own_keys(random: &mut Random, count: u64, depth: u8, list: &mut List) {
    let mut keys = KEYS;
    random.shuffle(&mut keys);
    for key in keys.into_iter().take(usize::try_from(count).unwrap_or(0)) {
        let value = match random.below(20) {
            // A list never comes first: the preview shows the type of the first pair.
            0..=1 if depth == 0 && !list.is_empty() => {
                let mut inner = List::new();
                let keys = 1 + random.below(3);
                own_keys(random, keys, 1, &mut inner);
                Value::List(inner)
            }
            0..=10 => Value::Text(random.pick(&TEXTS)),
            _ => Value::Integer(random.below(2000).cast_signed()),
        };
        list.push((key.to_string(), value));
    }
}

/// `SplitMix64`: small, and the same on every machine.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound
    }

    fn at(&mut self, count: usize) -> usize {
        usize::try_from(self.below(count as u64)).unwrap_or(0)
    }

    fn pick(&mut self, from: &[&'static str]) -> &'static str {
        from[self.at(from.len())]
    }

    fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.at(last + 1));
        }
    }
}
