//! "Did you mean …?"

/// The one of `known` that `found` was probably meant to be: equal but for upper case, or at most a third of its
/// letters differ.
pub(crate) fn nearest<'k>(found: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let found = found.to_lowercase();
    known
        .into_iter()
        .map(|candidate| (distance(&found, &candidate.to_lowercase()), candidate))
        .filter(|&(distance, candidate)| distance <= found.chars().count().max(candidate.chars().count()) / 3)
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, candidate)| candidate)
}

/// How many letters must be put in, left out, changed, or swapped with their neighbour to get from one to the other.
fn distance(from: &str, to: &str) -> usize {
    let from: Vec<char> = from.chars().collect();
    let to: Vec<char> = to.chars().collect();
    let mut before_last = Vec::new();
    let mut last: Vec<usize> = (0..=to.len()).collect();
    for (row, &letter) in from.iter().enumerate() {
        let mut current = vec![row + 1];
        for (column, &wanted) in to.iter().enumerate() {
            let changed = last[column] + usize::from(letter != wanted);
            let mut cost = changed.min(last[column + 1] + 1).min(current[column] + 1);
            let is_swap = row > 0 && column > 0 && letter == to[column - 1] && from[row - 1] == wanted;
            if is_swap {
                let before: &Vec<usize> = &before_last;
                cost = cost.min(before[column - 1] + 1);
            }
            current.push(cost);
        }
        before_last = std::mem::replace(&mut last, current);
    }
    last[to.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_is_understood() {
        let keys = ["usual_minutes", "pictogram", "name"];
        assert_eq!(nearest("usual_minute", keys), Some("usual_minutes"));
        assert_eq!(nearest("nmae", ["name", "note"]), Some("name"));
        assert_eq!(nearest("NAME", keys), Some("name"));
        assert_eq!(nearest("colour", keys), None);
        assert_eq!(nearest("", keys), None);
    }

    #[test]
    fn distance_counts_a_swap_once() {
        assert_eq!(distance("prefix", "prefix"), 0);
        assert_eq!(distance("perfix", "prefix"), 1);
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("", "abc"), 3);
    }
}
