#!/usr/bin/env bash
# What 100 declared events cost to build, against the same structs with serde's derives, the same for the events of
# events-core, and events-core as a whole: CPU seconds of cargo and rustc for the one crate that has them, dependencies
# prebuilt, median of 3 (or of the first argument). Each family is a file, and "incremental", or "touched", is what
# follows a new function in one of them. The second argument picks one part: `events` or `core`.
set -euo pipefail

runs=${1:-3}
part=${2:-all}
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset CARGO_TARGET_DIR
export CARGO_TERM_COLOR=never

# name[mark] presence type: the type is what the peer's struct has; `event!` takes it from the dictionary.
table() {
  case $1 in
    0) cat <<'ROWS'
AgentID[a] Optional String
CustomerID Optional String
EventSequenceNumber Optional u64
Extensions Mandatory List
InfoStatus.AddressType Optional AddressType
InfoType=AddressInfoAddressType Mandatory InfoType
ReferenceID Mandatory u32
Server Mandatory i32
ThisDN Mandatory String
time Mandatory String
ROWS
    ;; 1) cat <<'ROWS'
CustomerID Optional String
ErrorCode Optional i64
ErrorMessage Optional String
EventSequenceNumber Optional u64
Extensions Optional List
ReferenceID[a] Optional u32
Server Mandatory i32
ThisDN Mandatory String
time Mandatory String
ROWS
    ;; 2) cat <<'ROWS'
AgentID Optional String
ANI Optional String
CallID Mandatory u64
CallState Mandatory CallState
CallType Mandatory CallType
CallUUID Optional String
ConnID Mandatory String
CustomerID Optional String
DNIS Optional String
EventSequenceNumber Optional u64
Extensions Optional List
OtherDN Optional String
OtherDNRole[a] Optional DNRole
ReferenceID Optional u32
Server Mandatory i32
ThisDN Mandatory String
ThisDNRole Mandatory DNRole
ThisQueue Optional String
UserData Optional List
time Mandatory String
ROWS
    ;; 3) cat <<'ROWS'
AgentID Mandatory String
CustomerID Optional String
EventSequenceNumber Optional u64
Extensions Optional List
Reasons Optional List
ReferenceID Optional u32
Server Mandatory i32
ThisDN Mandatory String
ThisQueue Optional String
WorkMode[a] Optional AgentWorkMode
time Mandatory String
ROWS
    ;;
  esac
}

rule() {
  case $1 in
    0) echo 'if AgentID { InfoStatus.AddressType in [AddressTypePosition, AddressTypeDN] }' ;;
    1) echo 'if !ReferenceID { ErrorCode && ErrorMessage }' ;;
    2) echo 'if OtherDNRole { OtherDN }' ;;
    3) echo 'if WorkMode { Reasons }' ;;
  esac
}

# The rule as one writes it beside a struct.
check() {
  case $1 in
    0) echo 'self.agent_id.is_none() || matches!(self.info_status.address_type, None | Some(AddressType::AddressTypePosition | AddressType::AddressTypeDN))' ;;
    1) echo 'self.reference_id.is_some() || (self.error_code.is_some() && self.error_message.is_some())' ;;
    2) echo 'self.other_dn_role.is_none() || self.other_dn.is_some()' ;;
    3) echo 'self.work_mode.is_none() || self.reasons.is_some()' ;;
  esac
}

kind() { echo $(( $1 % 10 < 5 ? 2 : $1 % 10 < 8 ? 3 : $1 % 10 == 8 ? 0 : 1 )); }
snake() { sed -E 's/([a-z])([A-Z])/\1_\2/g; s/([A-Z])([A-Z][a-z])/\1_\2/g' <<<"$1" | tr 'A-Z' 'a-z'; }

modules() { for family in {0..9}; do echo "mod family$family;"; echo "use family$family::*;"; done; }

declared() {
  local family=$1
  echo '//! Declared events.'
  echo '#![allow(missing_docs, reason = "a bench")]'
  echo 'use events_core::tlibrary::dictionary::*;'
  echo 'events_core::event! {'
  echo '    /// A page of the document.'
  echo '    #[source(document = "Bench", section = "Page", edition = "1")]'
  echo '    #[dictionary(DICTIONARY)]'
  echo "    <Family$family>"
  for number in {0..9}; do
    local of; of=$(kind "$number")
    echo '    /// What happened, in a sentence.'
    echo "    EventBench$family$number = $((1000 + 10 * family + number)) {"
    echo '        Event Mandatory,'
    table "$of" | while read -r name presence _; do echo "        ${name/=/ = } $presence,"; done
    echo '    }'
    echo '    footnotes {'
    echo '        /// What the document says about it.'
    echo "        [a] $(rule "$of")"
    echo '    }'
  done
  echo '}'
}

# Reads records, writes those that are right: by the reader of events-core, or by serde_json through serde's traits.
declared_main() {
  if [ "$1" = reader ]; then
    echo 'use events_core::{Declaration, Message};'
    echo 'fn main() {'
    echo '    let mut all: Vec<Declaration> = Vec::new();'
    for family in {0..9}; do echo "    all.extend(Family$family::declarations());"; done
    echo '    let events = events_core::Events::new(all);'
    echo '    let mut reader = events_core::read::json::Reader::new(std::io::stdin().lock(), &events);'
    echo '    let mut total = 0;'
    echo '    while let Some(checked) = reader.read().expect("input") {'
    echo '        total += match checked.record().name() {'
    for at in {00..99}; do
      echo "            \"EventBench$at\" => checked.event::<EventBench$at>().map_or(0, |event| serde_json::to_string(&event).map_or(0, |text| text.len())),"
    done
    echo '            _ => 0,'
    echo '        };'
    echo '    }'
    echo '    println!("{total}");'
    echo '}'
  else
    echo 'use events_core::Validate;'
    peer_main '.validate().is_ok()'
  fi
}

# The structs of a family with derives: those of serde, or those that every struct has.
derived() {
  local family=$1 derives=$2
  echo '//! Derived structs.'
  echo 'use model::*;'
  echo 'use serde::{Deserialize, Serialize};'
  for at in "$family"{0..9}; do
    local of; of=$(kind "${at:1}")
    echo "#[derive($derives)]"
    echo "pub struct EventBench$at {"
    table "$of" | while read -r name presence type; do
      name=${name%%[[=]*}
      if [ "$name" = InfoStatus.AddressType ]; then name=InfoStatus type=InfoStatus presence=Mandatory; fi
      [ "$presence" = Mandatory ] || type="Option<$type>"
      [[ $derives != *Serialize* ]] || echo "    #[serde(rename = \"$name\")]"
      echo "    pub $(snake "$name"): $type,"
    done
    echo '}'
    echo "impl EventBench$at { pub fn validate(&self) -> bool { $(check "$of") } }"
  done
}

bare_main() {
  echo 'fn run<T: std::fmt::Debug + Clone + PartialEq>(value: Option<T>) {'
  echo '    println!("{value:?} {}", value.clone() == value);'
  echo '}'
  echo 'fn main() {'
  for at in {00..99}; do echo "    run::<EventBench$at>(None);"; done
  echo '}'
}

# The rows of the events of events-core: `=` and the name of an event, or a row with its presence.
reference() {
  sed -nE 's/^    (Event[A-Za-z]+) = [0-9]+ \{$/= \1/p; s/^        ([A-Za-z]+)[^ ]*( = [A-Za-z]+)? +(Mandatory|Optional).*,$/\1 \3/p' \
    "$root"/events-core/src/families/*.rs | grep -v '^Event '
}

reference_derived() {
  echo '//! The events of events-core as derived structs.'
  echo 'use model::*;'
  echo 'use serde::{Deserialize, Serialize};'
  local open=
  reference | while read -r name presence; do
    if [ "$name" = = ]; then
      [ -z "$open" ] || echo '}'
      open=1
      echo '#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]'
      echo "pub struct $presence {"
      continue
    fi
    local type=String
    case $name in
      Extensions | UserData | Reasons) type=List ;;
      CallID | ReferenceID | Server | ErrorCode) type=i64 ;;
      CallState | CallType | AgentWorkMode) type=$name ;;
      *DNRole) type=DNRole ;;
    esac
    [ "$presence" = Mandatory ] || type="Option<$type>"
    echo "    #[serde(rename = \"$name\")]"
    echo "    pub $(snake "$name"): $type,"
  done
  echo '}'
}

reference_main() {
  echo 'fn main() {'
  echo '    let line = std::env::args().nth(1).unwrap_or_default();'
  reference | while read -r equals name; do
    if [ "$equals" = = ]; then
      echo "    let _ = serde_json::from_str::<$name>(&line).map(|event| println!(\"{}\", serde_json::to_string(&event).unwrap_or_default()));"
    fi
  done
  echo '}'
}

peer_main() {
  echo 'fn main() {'
  echo '    let mut total = 0;'
  echo '    for line in std::io::stdin().lines() {'
  echo '        let line = line.expect("input");'
  echo '        let Some((_, rest)) = line.split_once("\"Event\":\"") else { continue };'
  echo '        total += match rest.split_once(char::from(34)).map_or("", |(name, _)| name) {'
  for at in {00..99}; do
    echo "            \"EventBench$at\" => serde_json::from_str::<EventBench$at>(&line).map_or(0, |event| serde_json::to_string(&event).map_or(0, |text| text.len()) + usize::from(event$1)),"
  done
  echo '            _ => 0,'
  echo '        };'
  echo '    }'
  echo '    println!("{total}");'
  echo '}'
}

model() {
  echo '//! Values of the derived structs.'
  echo 'use serde::{Deserialize, Serialize};'
  echo 'pub type List = serde_json::Map<String, serde_json::Value>;'
  echo '#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]'
  echo 'pub struct InfoStatus { #[serde(rename = "AddressType")] pub address_type: Option<AddressType> }'
  while read -r name members; do
    echo '#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]'
    echo "pub enum $name { ${members// /, } }"
  done <<'ENUMS'
InfoType AddressInfoAddressType
AddressType AddressTypeUnknown AddressTypeDN AddressTypePosition AddressTypeQueue AddressTypeRouteDN AddressTypeTrunk AddressTypeVoiceChannel AddressTypeDataChannel AddressTypeRouteQueue AddressTypeOther
CallState CallStateOk CallStateTransferred CallStateConferenced CallStateGeneralError CallStateHeld CallStateBusy CallStateNoAnswer
CallType CallTypeUnknown CallTypeInternal CallTypeInbound CallTypeOutbound CallTypeConsult
DNRole RoleOrigination RoleDestination RoleObserver RoleConferenceMember RoleNewParty
AgentWorkMode AgentWorkModeUnknown AgentManualIn AgentAutoIn AgentAfterCallWork AgentAuxWork AgentNoCallDisconnect
ENUMS
}

package() {
  mkdir -p "$work/$1/src"
  printf '[package]\nname = "%s"\nversion = "0.0.0"\nedition = "2024"\n[dependencies]\n%s\n' "$1" "$2" >"$work/$1/Cargo.toml"
}

json='serde_json = "1"'
core="events-core = { path = \"$root/events-core\" }"
serde='serde = { version = "1", features = ["derive"] }'
package model "$serde
$json"
model >"$work/model/src/lib.rs"
package derived "model = { path = \"../model\" }
$serde
$json"
package bare "model = { path = \"../model\" }
$serde"
package declared "$core
$json"
package declared_serde "$core
$json"
package reference_derived "model = { path = \"../model\" }
$serde
$json"
package reference_declared "$core
$json"
for family in {0..9}; do
  derived "$family" 'Debug, Clone, PartialEq, Serialize, Deserialize' >"$work/derived/src/family$family.rs"
  derived "$family" 'Debug, Clone, PartialEq' | grep -v '^use serde' >"$work/bare/src/family$family.rs"
  declared "$family" | tee "$work/declared/src/family$family.rs" >"$work/declared_serde/src/family$family.rs"
done
{ modules; peer_main '.validate()'; } >"$work/derived/src/main.rs"
{ modules; bare_main; } >"$work/bare/src/main.rs"
{ modules; declared_main reader; } >"$work/declared/src/main.rs"
{ modules; declared_main serde; } >"$work/declared_serde/src/main.rs"
reference_derived >"$work/reference_derived/src/family0.rs"
{ echo 'mod family0;'; echo 'use family0::*;'; reference_main; } >"$work/reference_derived/src/main.rs"
for file in "$root"/events-core/src/families/*.rs; do
  name=$(basename "$file" .rs)
  sed 's/crate::/events_core::/g' "$file" >"$work/reference_declared/src/$name.rs"
  echo "mod $name;"
  echo "use $name::*;"
done >"$work/reference_declared/src/main.rs"
mv "$work/reference_declared/src/dtmf.rs" "$work/reference_declared/src/family0.rs"
sed -i 's/\bdtmf\b/family0/' "$work/reference_declared/src/main.rs"
reference_main >>"$work/reference_declared/src/main.rs"
printf '[workspace]\nresolver = "3"\nmembers = ["model", "derived", "bare", "declared", "declared_serde", "reference_derived", "reference_declared"]\n' >"$work/Cargo.toml"
cp "$root/Cargo.lock" "$work/Cargo.lock"
cd "$work"

all='derived bare declared declared_serde reference_derived reference_declared'
TIMEFORMAT='%U %S'
quiet() { "$@" >/dev/null 2>"$work/errors" || { cat "$work/errors" >&2; exit 1; }; }
# CPU seconds of a command.
seconds() { { time quiet "$@"; } 2>&1 | awk '{ print $1 + $2 }'; }
median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
touch_family() { printf '\npub fn touched_%s() -> u32 { %s }\n' "$1" "$1" >>"$work/$2/src/family0.rs"; }

# A workspace with events-core as it is, the same without its families, and its events as derived structs: all of them
# built by the profiles of the repository.
core_workspace() {
  mkdir "$work/core"
  cp -r "$root"/events-schema "$root"/events-macros "$root"/events-core "$root/Cargo.lock" "$work/core"
  cp -r "$work/model" "$work/reference_derived" "$work/core"
  cp -r "$root/events-core" "$work/core/without-families"
  sed -i 's/^name = "events-core"/name = "without-families"/' "$work/core/without-families/Cargo.toml"
  rm -r "$work"/core/without-families/src/families{,.rs}
  sed -i '/^pub mod families;/d' "$work/core/without-families/src/lib.rs"
  local members='"events-schema", "events-macros", "events-macros/syntax", "events-core", "without-families", "model", "reference_derived"'
  sed -E "s#^members = .*#members = [$members]#; /^exclude/d" "$root/Cargo.toml" >"$work/core/Cargo.toml"
}

touch_core() {
  local file=src/families/dtmf.rs
  case $2 in
    without-families) file=src/valid.rs ;;
    reference_derived) file=src/family0.rs ;;
  esac
  printf '\n#[allow(missing_docs, dead_code)]\npub fn touched_%s() -> u32 { 1 }\n' "$1" >>"$work/core/$2/$file"
}

# The table of events-core as a whole.
core_table() {
  core_workspace
  cd "$work/core"
  local one profile run row what events
  local all='reference_derived events-core without-families'
  for profile in dev release; do
    for one in $all; do quiet cargo build --profile "$profile" -p "$one"; done
    for run in $(seq "$runs"); do
      for one in $all; do
        quiet cargo clean --profile "$profile" -p "$one"
        seconds cargo build --profile "$profile" -p "$one" >>"$work/core.$profile.$one"
        touch_core "${profile}_$run" "$one"
        seconds cargo build --profile "$profile" -p "$one" >>"$work/core.$profile.touched.$one"
      done
    done
  done
  events=$(reference | grep -c '^=')
  echo "### Building events-core with its $events events, CPU seconds"
  echo
  echo '| what | debug | debug, touched | release | release, touched |'
  echo '|---|---|---|---|---|'
  for one in $all; do
    case $one in
      reference_derived) what='its events as structs with serde derives, read and written by serde_json' ;;
      events-core) what='**events-core**' ;;
      without-families) what='events-core without its families' ;;
    esac
    row="| $what |"
    for way in dev dev.touched release release.touched; do
      row+=" $(against "$way" "$one") |"
    done
    echo "$row"
  done
  row='| **an event of events-core**, against a derived one |'
  for way in dev dev.touched release release.touched; do
    row+=" $(each "$way" "$events") |"
  done
  echo "$row"
}

against() {
  awk -v own="$(median <"$work/core.$1.$2")" -v base="$(median <"$work/core.$1.reference_derived")" \
    'BEGIN { printf "%.2f (%.2fx)", own, own / base }'
}

# What an event adds: the crate with its families less the one without them.
each() {
  awk -v with="$(median <"$work/core.$1.events-core")" -v without="$(median <"$work/core.$1.without-families")" \
    -v peer="$(median <"$work/core.$1.reference_derived")" -v count="$2" \
    'BEGIN { printf "%.3f (%.2fx)", (with - without) / count, (with - without) / peer }'
}

# The table of 100 events and of the events of events-core in a crate of their own.
events_table() {
  for profile in dev release; do
    quiet cargo build --profile "$profile"
    for run in $(seq "$runs"); do
      for one in $all; do
        quiet cargo clean --profile "$profile" -p "$one"
        seconds cargo build --profile "$profile" -p "$one" >>"$work/$profile.$one"
      done
    done
  done
  for one in $all; do quiet cargo build -p "$one"; done
  for run in $(seq "$runs"); do
    for one in $all; do
      touch_family "$run" "$one"
      seconds cargo build -p "$one" >>"$work/incremental.$one"
    done
  done

  echo '### Building 100 events with 9 to 20 rows, CPU seconds'
  echo
  echo '| what | debug | release | incremental | expanded lines | release binary |'
  echo '|---|---|---|---|---|---|'
  base=derived
  for one in $all; do
    case $one in
      reference_derived)
        base=$one
        what='the events of events-core as structs with serde derives'
        ;;
      reference_declared) what='**the families of events-core, read and written by serde_json**' ;;
      bare) what="the 100 structs with \`Debug\`, \`Clone\` and \`PartialEq\` alone, neither read nor written" ;;
      derived) what='structs with serde derives, read and written by serde_json' ;;
      declared) what='`event!`, read by the reader, written by serde_json' ;;
      declared_serde) what='`event!`, read and written by serde_json' ;;
    esac
    row="| $what |"
    for way in dev release incremental; do
      own=$(median <"$work/$way.$one") peer=$(median <"$work/$way.$base")
      row+=" $(awk -v own="$own" -v base="$peer" 'BEGIN { printf "%.2f (%.2fx)", own, own / base }') |"
    done
    lines=$(RUSTC_BOOTSTRAP=1 cargo rustc --quiet --profile check -p "$one" -- -Zunpretty=expanded 2>/dev/null | wc -l || true)
    size=$(($(wc -c <"target/release/$one") / 1024))
    echo "$row $lines | $size KB |"
  done
}

[ "$part" = core ] || events_table
[ "$part" != all ] || echo
[ "$part" = events ] || core_table
