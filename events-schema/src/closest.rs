//! The name that was probably meant.

/// The candidate that is close enough to `name` to suggest: at most a third of its letters differ, whatever their
/// case. `None` when there is no such candidate, or when two are equally close.
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
    let wanted = letters(name);
    let mut best: Option<(&str, usize)> = None;
    let mut tied = false;
    for candidate in candidates {
        let letters = letters(candidate);
        let longer = wanted.len().max(letters.len());
        let limit = longer / 3;
        if longer > LONGEST || wanted.len().abs_diff(letters.len()) > limit {
            continue;
        }
        let distance = distance(&wanted, &letters);
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

fn letters(name: &str) -> Vec<char> {
    name.chars().flat_map(char::to_lowercase).collect()
}

/// How many letters to insert, remove, change or swap with their neighbour.
fn distance(from: &[char], to: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut previous: Vec<usize> = (0..=to.len()).collect();
    for (row, letter) in from.iter().enumerate() {
        let mut next = vec![row + 1];
        for (column, other) in to.iter().enumerate() {
            let mut least = (previous[column] + usize::from(letter != other))
                .min(previous[column + 1] + 1)
                .min(next[column] + 1);
            if row > 0 && column > 0 && from[row - 1] == *other && to[column - 1] == *letter {
                least = least.min(before[column - 1] + 1);
            }
            next.push(least);
        }
        before = std::mem::replace(&mut previous, next);
    }
    previous[to.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_edits() {
        let count = |a: &str, b: &str| distance(&letters(a), &letters(b));
        assert_eq!(count("", "abc"), 3);
        assert_eq!(count("ab", "ba"), 1);
        assert_eq!(count("kitten", "sitting"), 3);
        assert_eq!(count("AgentId", "AgentID"), 0);
    }

    #[test]
    fn a_tie_is_no_suggestion() {
        assert_eq!(closest("ThisDM", ["ThisDN", "ThisDP"]), None);
        assert_eq!(closest("ThisDN", ["ThisDN", "ThisDP"]), Some("ThisDN"));
    }
}
