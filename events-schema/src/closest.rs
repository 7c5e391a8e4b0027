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
        if candidate.is_ascii() && limit(&wanted.each, candidate.len()).is_none() {
            continue;
        }
        other.read(candidate);
        let Some(limit) = limit(&wanted.each, other.each.len()) else {
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

/// How many letters may differ between a name and one of so many letters; `None` when its length rules it out.
fn limit(wanted: &[char], length: usize) -> Option<usize> {
    let longer = wanted.len().max(length);
    let limit = MOST.min(longer / 3);
    (longer <= LONGEST && wanted.len().abs_diff(length) <= limit).then_some(limit)
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

/// How many letters to insert, remove, change or swap with their neighbour.
fn distance(from: &[char], to: &[char]) -> usize {
    let mut before = vec![0; to.len() + 1];
    let mut previous: Vec<usize> = (0..=to.len()).collect();
    let mut next = vec![0; to.len() + 1];
    for (row, letter) in from.iter().enumerate() {
        next[0] = row + 1;
        for (column, other) in to.iter().enumerate() {
            let mut least = (previous[column] + usize::from(letter != other))
                .min(previous[column + 1] + 1)
                .min(next[column] + 1);
            if row > 0 && column > 0 && from[row - 1] == *other && to[column - 1] == *letter {
                least = least.min(before[column - 1] + 1);
            }
            next[column + 1] = least;
        }
        std::mem::swap(&mut before, &mut previous);
        std::mem::swap(&mut previous, &mut next);
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
    fn a_tie_is_no_suggestion() {
        assert_eq!(closest("ThisDM", ["ThisDN", "ThisDP"]), None);
        assert_eq!(closest("ThisDN", ["ThisDN", "ThisDP"]), Some("ThisDN"));
    }
}
