//! The name that was probably meant.

/// The candidate that is close enough to `name` to suggest: at most two letters differ, and no more than a third of them,
/// whatever their case. `None` when there is no such candidate, or when two are equally close.
///
/// ```
/// let names = ["AgentID", "ThisDN"];
/// assert_eq!(events_schema::closest("AgentId", names), Some("AgentID"));
/// assert_eq!(events_schema::closest("Queue", names), None);
/// ```
pub fn closest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // A letter takes up to four bytes.
    if name.len() > 4 * LONGEST {
        return None;
    }
    let (mut wanted, mut other) = (Letters::default(), Letters::default());
    wanted.read(name);
    let mut best: Option<(&str, usize)> = None;
    let mut tied = false;
    for candidate in candidates {
        // In ASCII a letter is a byte, and the length alone rules out most.
        if candidate.is_ascii() && limit(wanted.each.len(), candidate.len()).is_none() {
            continue;
        }
        other.read(candidate);
        let Some(limit) = limit(wanted.each.len(), other.each.len()) else {
            continue;
        };
        if wanted.least_distance(&other) > limit {
            continue;
        }
        let distance = distance(&wanted.each, &other.each);
        if distance > limit {
            continue;
        }
        match best {
            Some((_, least)) if distance > least => {}
            Some((_, least)) if distance == least => tied = true,
            _ => {
                best = Some((candidate, distance));
                tied = false;
            }
        }
    }
    best.filter(|_| !tied).map(|(candidate, _)| candidate)
}

/// How many letters a name may have to be compared. A longer one is no misspelling, and would take its time.
const LONGEST: usize = 98;

/// How many letters of a misspelling differ. Names of one document are often longer and closer to each other than a third
/// of their letters: `EventReleased` is no `EventRouteUsed`.
const MOST: usize = 2;

/// How many letters may differ between names of so many letters; `None` when their lengths rule it out.
const fn limit(wanted: usize, length: usize) -> Option<usize> {
    let longer = if wanted > length { wanted } else { length };
    let limit = if longer / 3 < MOST { longer / 3 } else { MOST };
    if longer <= LONGEST && wanted.abs_diff(length) <= limit {
        Some(limit)
    } else {
        None
    }
}

/// How many letters differ between two names that are close enough for [`closest`], in a constant, which knows the lower
/// case of ASCII only: other names are never close.
pub(crate) const fn nearness(name: &str, other: &str) -> Option<usize> {
    if !name.is_ascii() || !other.is_ascii() {
        return None;
    }
    let Some(limit) = limit(name.len(), other.len()) else {
        return None;
    };
    let (from, to) = (lower(name), lower(other));
    let ((from, _), (to, _)) = (from.split_at(name.len()), to.split_at(other.len()));
    let distance = distance(from, to);
    if distance <= limit {
        Some(distance)
    } else {
        None
    }
}

/// The letters of a name in ASCII that is not too long.
const fn lower(name: &str) -> [char; LONGEST] {
    let mut letters = ['\0'; LONGEST];
    let mut at = 0;
    while at < name.len() {
        letters[at] = name.as_bytes()[at].to_ascii_lowercase() as char;
        at += 1;
    }
    letters
}

/// The letters of a name in lower case.
#[derive(Default)]
struct Letters {
    each: Vec<char>,
    /// Which letters it has, as a bit for all that have the same rest by 64.
    which: u64,
}

impl Letters {
    fn read(&mut self, name: &str) {
        self.each.clear();
        if name.is_ascii() {
            let lower = name.bytes().map(|byte| byte.to_ascii_lowercase());
            self.each.extend(lower.map(char::from));
        } else {
            self.each.extend(name.chars().flat_map(char::to_lowercase));
        }
        let bits = self
            .each
            .iter()
            .map(|letter| 1 << (u32::from(*letter) % 64));
        self.which = bits.fold(0, |which, bit: u64| which | bit);
    }

    /// A number that the distance is not below: one letter at a time appears or disappears.
    fn least_distance(&self, other: &Self) -> usize {
        let gone = (self.which & !other.which).count_ones();
        let come = (other.which & !self.which).count_ones();
        gone.max(come) as usize
    }
}

/// How many letters to insert, remove, change or swap with their neighbour. Neither name is too long.
const fn distance(from: &[char], to: &[char]) -> usize {
    const fn least(one: usize, other: usize) -> usize {
        if one < other { one } else { other }
    }
    let mut before = [0; LONGEST + 1];
    let mut previous = [0; LONGEST + 1];
    let mut next = [0; LONGEST + 1];
    // A constant function has no iterators.
    let mut at = 0;
    while at <= to.len() {
        previous[at] = at;
        at += 1;
    }
    let mut row = 0;
    while row < from.len() {
        next[0] = row + 1;
        let mut column = 0;
        while column < to.len() {
            let changed = previous[column] + (from[row] != to[column]) as usize;
            let mut edits = least(changed, least(previous[column + 1], next[column]) + 1);
            if row > 0 && column > 0 && from[row - 1] == to[column] && to[column - 1] == from[row] {
                edits = least(edits, before[column - 1] + 1);
            }
            next[column + 1] = edits;
            column += 1;
        }
        (before, previous, next) = (previous, next, before);
        row += 1;
    }
    previous[to.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_edits() {
        let letters = |name| {
            let mut letters = Letters::default();
            letters.read(name);
            letters
        };
        let count = |a, b| {
            let (a, b) = (letters(a), letters(b));
            let count = distance(&a.each, &b.each);
            assert!(a.least_distance(&b) <= count);
            count
        };
        assert_eq!(count("", "abc"), 3);
        assert_eq!(count("ab", "ba"), 1);
        assert_eq!(count("kitten", "sitting"), 3);
        assert_eq!(count("AgentId", "AgentID"), 0);
        assert_eq!(count("ÄrgerÉ", "ärgeré"), 0);
    }

    #[test]
    fn another_name_of_the_document_is_no_misspelling() {
        let declared = [
            "EventAgentLogin",
            "EventRegistered",
            "EventRouteUsed",
            "EventTreatmentApplied",
        ];
        for other in [
            "EventReleased",
            "EventQueued",
            "EventRegisteredAll",
            "EventTreatmentNotApplied",
            "EventAgentReady",
        ] {
            assert_eq!(closest(other, declared), None, "{other}");
        }
        for typo in ["EventRegisterd", "eventroutused", "EventTraetmentAplied"] {
            assert!(closest(typo, declared).is_some(), "{typo}");
        }
    }

    #[test]
    fn a_constant_says_the_same() {
        let names = [
            "kind",
            "knd",
            "Kind",
            "dnki",
            "reading_kind",
            "Dock",
            "Ärger",
            "",
        ];
        for name in names {
            for other in names
                .into_iter()
                .filter(|other| other.is_ascii() && name.is_ascii())
            {
                let close = closest(name, [other]).is_some();
                assert_eq!(nearness(name, other).is_some(), close, "{name} {other}");
            }
        }
        assert_eq!(const { nearness("knd", "Kind") }, Some(1));
        assert_eq!(nearness("Ärger", "Ärger"), None);
    }

    #[test]
    fn a_tie_is_no_suggestion() {
        assert_eq!(closest("ThisDM", ["ThisDN", "ThisDP"]), None);
        assert_eq!(closest("ThisDN", ["ThisDN", "ThisDP"]), Some("ThisDN"));
    }
}
